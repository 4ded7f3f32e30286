import { type ReactNode, useState } from "react";
import { Form } from "react-aria-components";
import type { Difference, Problem } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Icon } from "../../../components/icon.tsx";
import { ProblemBanner } from "../../../components/problem-banner.tsx";
import { TextField } from "../../../components/text-field.tsx";
import { useJamfPro } from "../../../stores/context.ts";
import { isOpenDifference } from "./open-difference.ts";

/** Below a difference that nobody can explain: the way to accept it, or the reason for which it was. */
export function AcceptanceNote({ difference }: { readonly difference: Difference }): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const { accepted, keyPath } = difference;
  if (accepted !== undefined) {
    return (
      <NoteRow icon="info">
        <span className="grow">Accepted: {accepted}</span>
      </NoteRow>
    );
  }
  if (!isOpenDifference(difference)) {
    return null;
  }
  return (
    <NoteRow icon="warning">
      <span className="grow">The server does not say who changed it, or why it is stored so.</span>
      <Button look={["small"]} aria-label={`Accept ${keyPath}`} onPress={() => setAsking(true)}>
        Accept…
      </Button>
      <Dialog title={`Accept ${keyPath} as it is?`} isOpen={isAsking} onClose={() => setAsking(false)}>
        <AcceptForm difference={difference} onClose={() => setAsking(false)} />
      </Dialog>
    </NoteRow>
  );
}

type NoteRowProps = { readonly icon: "info" | "warning"; readonly children: ReactNode };

function NoteRow({ icon, children }: NoteRowProps): ReactNode {
  return (
    <tr className="jamf-pro-note">
      <td colSpan={4}>
        <div>
          <Icon name={icon} size="small" />
          {children}
        </div>
      </td>
    </tr>
  );
}

type AcceptFormProps = { readonly difference: Difference; readonly onClose: () => void };

function AcceptForm({ difference: { domain, keyPath }, onClose }: AcceptFormProps): ReactNode {
  const accept = useJamfPro((state) => state.accept);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async () => {
    const refused = await accept({ domain, keyPath, reason });
    setProblem(refused);
    if (refused === null) {
      onClose();
    }
  };
  return (
    <Form
      className="unlock"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>
        Macs get the stored value. The reason is kept with this delivery and stands in its report. The next
        delivery compares anew.
      </p>
      <TextField label="Reason" showLabel autoFocus value={reason} onChange={setReason} />
      {problem !== null && <ProblemBanner problem={problem} />}
      <div className="dialog-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" look={["primary"]} isDisabled={reason.trim() === ""}>
          Accept
        </Button>
      </div>
    </Form>
  );
}
