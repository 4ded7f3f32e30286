import { type ReactNode, useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Toggle } from "../../../components/toggle.tsx";
import { useHistory } from "../../../stores/context.ts";
import { deletable } from "./deletable.ts";
import { whatGoes, whatGoesElsewhere } from "./forget-text.ts";

/** Asked before runs are deleted: which, from where, and what stays. */
export function ForgetDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const runs = useHistory((state) => state.runs);
  const elsewhere = useHistory((state) => state.elsewhere);
  const unreadable = useHistory((state) => state.unreadable.filter(deletable).length);
  const forgetAll = useHistory((state) => state.forgetAll);
  const [isEverything, setEverything] = useState(runs.length === 0);
  const others = whatGoesElsewhere(elsewhere, unreadable);
  return (
    <Dialog title="Forget all runs of this document?" isOpen onClose={onClose} role="alertdialog">
      <p>
        {whatGoes(runs)} <span className="quiet">What is forgotten cannot be brought back.</span>
      </p>
      {others !== "" && (
        <Toggle isOn={isEverything} onChange={setEverything}>
          Also {others}
        </Toggle>
      )}
      <p className="note quiet">
        The profile stays as it is, and so do reports that were saved and the sign-in log of the tenant.
      </p>
      <div className="dialog-actions">
        <Button autoFocus onPress={onClose}>
          Keep them
        </Button>
        <Button
          look={["danger"]}
          isDisabled={runs.length === 0 && !isEverything}
          onPress={() => {
            onClose();
            forgetAll(isEverything ? "everything" : "document");
          }}
        >
          {isEverything ? "Forget every run" : "Forget the runs of this document"}
        </Button>
      </div>
    </Dialog>
  );
}
