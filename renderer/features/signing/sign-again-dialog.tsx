import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { useApp, useExports, useSignatures } from "../../stores/context.ts";
import { IdentityList } from "./identity-list.tsx";

type SignAgainProps = {
  /** Place of the file among those that are looked at. */
  readonly index: number;
  readonly onClose: () => void;
};

/** Asks by which certificate a signed file is signed anew. */
export function SignAgainDialog({ index, onClose }: SignAgainProps): ReactNode {
  const { canShowFileDialogs } = useApp().description.capabilities;
  const path = useSignatures((state) => state.files[index]?.path ?? "");
  const signAgain = useSignatures((state) => state.signAgain);
  const isBusy = useSignatures((state) => state.isBusy);
  const identityId = useExports((state) => state.identityId);
  const sign = async (id: string) => {
    await signAgain(index, id);
    onClose();
  };
  return (
    <Dialog
      title={`Sign ${path.split("/").at(-1)} again`}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look={["primary"]}
            isDisabled={identityId === null || isBusy}
            onPress={() => (identityId === null ? undefined : sign(identityId))}
          >
            {isBusy && <Spinner />}
            {canShowFileDialogs ? "Sign and save…" : "Sign and download"}
          </Button>
        </>
      }
    >
      <p className="note quiet">
        What was signed stays as it is, byte for byte; only the signature is new. The old file is replaced
        only where you choose its place.
      </p>
      <IdentityList />
    </Dialog>
  );
}
