import { type ReactNode, useState } from "react";
import { Form } from "react-aria-components";
import type { Finding } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Icon } from "../../components/icon.tsx";
import { TextField } from "../../components/text-field.tsx";

type ConfirmProps = {
  /** What would keep people out of their Macs. */
  readonly findings: readonly Finding[];
  readonly name: string;
  readonly action: string;
  readonly onClose: () => void;
  readonly onConfirm: (typed: string) => void;
};

/** Asks for the profile's name before a file leaves that can keep people out of their Macs. */
export function ConfirmDialog({ isOpen, ...asked }: ConfirmProps & { readonly isOpen: boolean }): ReactNode {
  return (
    <Dialog title="People could be kept out of their Macs" isOpen={isOpen} onClose={asked.onClose}>
      <ConfirmForm {...asked} />
    </Dialog>
  );
}

function ConfirmForm({ findings, name, action, onClose, onConfirm }: ConfirmProps): ReactNode {
  const [typed, setTyped] = useState("");
  return (
    <Form
      className="unlock"
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
        onConfirm(typed);
      }}
    >
      {findings.map((finding) => (
        <p key={`${finding.rule} ${finding.where.keyPath}`} className="export-lock-out">
          <span className="tone-err">
            <Icon name="error" size="small" />
          </span>
          <span>
            <b>{finding.title}</b> {finding.detail}
          </span>
        </p>
      ))}
      <TextField
        label={`Type the profile's name to confirm: ${name}`}
        showLabel
        autoFocus
        value={typed}
        onChange={setTyped}
      />
      <div className="dialog-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" look={["primary"]} isDisabled={typed.trim() !== name}>
          {action}
        </Button>
      </div>
    </Form>
  );
}
