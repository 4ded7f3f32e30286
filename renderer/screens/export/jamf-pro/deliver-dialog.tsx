import { type ReactNode, useState } from "react";
import { Form, Radio, RadioGroup } from "react-aria-components";
import type { JamfProPlan } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Icon } from "../../../components/icon.tsx";
import { TextField } from "../../../components/text-field.tsx";
import { useJamfPro } from "../../../stores/context.ts";

type DeliverDialogProps = {
  readonly plan: JamfProPlan;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Asks who gets it. All Macs now, and a profile that can keep people out, are confirmed by typing the profile's name. */
export function DeliverDialog({ plan, isOpen, onClose }: DeliverDialogProps): ReactNode {
  const title =
    plan.action === "create" ? `Create “${plan.name}”` : `Update “${plan.name}”, profile ${plan.id}`;
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <DeliverForm plan={plan} onClose={onClose} />
    </Dialog>
  );
}

function DeliverForm({
  plan,
  onClose,
}: {
  readonly plan: JamfProPlan;
  readonly onClose: () => void;
}): ReactNode {
  const deliver = useJamfPro((state) => state.deliver);
  const [who, setWho] = useState<"new" | "all">(plan.action === "unchanged" ? "all" : "new");
  const [typed, setTyped] = useState("");
  const isAll = plan.action !== "create" && who === "all";
  const needsName = isAll || plan.lockOut.length > 0;
  const isTyped = typed.trim() === plan.name;
  return (
    <Form
      className="unlock"
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
        deliver({ redeployTo: isAll ? typed : null, lockOutOf: plan.lockOut.length > 0 ? typed : null });
      }}
    >
      {plan.action === "create" ? (
        <p>It is created in nobody's scope. Choose in Jamf Pro who gets it.</p>
      ) : (
        <RadioGroup
          aria-label="Who gets it"
          value={who}
          onChange={(value) => setWho(value === "all" ? "all" : "new")}
        >
          {plan.action === "update" && (
            <Radio value="new" className="identity jamf-pro-who">
              <span className="radio-mark" />
              <span>
                <b>Newly assigned Macs</b>
                <span className="identity-note">The others keep what they have.</span>
              </span>
            </Radio>
          )}
          <Radio value="all" className="identity jamf-pro-who">
            <span className="radio-mark" />
            <span>
              <b>All Macs in scope, now</b>
              <span className="identity-note">
                In its scope: {plan.scope ?? "nobody"}. Their login window changes.
              </span>
            </span>
          </Radio>
        </RadioGroup>
      )}
      {plan.lockOut.map((finding) => (
        <p key={finding.rule} className="jamf-pro-conflict">
          <Icon name="error" size="small" />
          <span>
            <b>{finding.title}</b> {finding.detail}
          </span>
        </p>
      ))}
      {needsName && (
        <TextField
          label={`Type the profile's name to confirm: ${plan.name}`}
          showLabel
          autoFocus
          value={typed}
          onChange={setTyped}
        />
      )}
      <div className="dialog-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" look={["primary"]} isDisabled={needsName && !isTyped}>
          {plan.action === "create"
            ? "Create profile"
            : isAll
              ? "Send to all Macs now"
              : `Update profile ${plan.id}`}
        </Button>
      </div>
    </Form>
  );
}
