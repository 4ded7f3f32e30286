import type { ReactNode } from "react";
import { Button } from "../../../components/button.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { useJamfPro } from "../../../stores/context.ts";

/** Asks before the old profile goes back: what somebody changed since would be lost. */
export function RestoreDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const restore = useJamfPro((state) => state.restore);
  return (
    <Dialog title="Put the old profile back?" role="alertdialog" isOpen={isOpen} onClose={onClose}>
      <p>
        The profile that was read before the delivery goes back with the same UUID and scope, and is read back
        too. What anybody changed on the server since then is replaced.
      </p>
      <div className="dialog-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button
          look={["primary"]}
          onPress={() => {
            onClose();
            restore();
          }}
        >
          Restore the old profile
        </Button>
      </div>
    </Dialog>
  );
}
