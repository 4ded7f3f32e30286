import { type ReactNode, useState } from "react";
import { FileTrigger } from "react-aria-components";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { useSignatures } from "../../stores/context.ts";
import { pickedFiles } from "../../stores/given-files.ts";
import { FilePick } from "./file-pick.tsx";
import { ReSignTable } from "./re-sign-table.tsx";
import { SignAgainDialog } from "./sign-again-dialog.tsx";
import { SignatureAnswer } from "./signature-answer.tsx";
import "./signing.css";

/** Looks at any signed profile, with or without an open one; of several, which have to be signed anew. */
export default function SignaturesDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const files = useSignatures((state) => state.files);
  const chosen = useSignatures((state) => state.chosen);
  const checked = useSignatures((state) => state.checked);
  const problem = useSignatures((state) => state.problem);
  const choose = useSignatures((state) => state.choose);
  const takeOff = useSignatures((state) => state.takeOff);
  const stop = useSignatures((state) => state.stop);
  const [signing, setSigning] = useState<number | null>(null);
  const isOne = chosen !== null;
  const canSignAgain = isOne && checked !== null && checked.status !== "invalid";
  const close = () => {
    stop();
    onClose();
  };
  return (
    <Dialog
      title="Signatures"
      isOpen
      onClose={close}
      size="sheet"
      actions={
        <>
          {isOne && files.length > 1 && (
            <Button onPress={() => choose(null)}>Back to the {files.length} files</Button>
          )}
          {isOne && (
            <>
              <Button isDisabled={checked === null} onPress={takeOff}>
                Take the signature off
              </Button>
              <Button isDisabled={!canSignAgain} onPress={() => setSigning(chosen)}>
                Sign again…
              </Button>
            </>
          )}
          <Button onPress={close}>Close</Button>
        </>
      }
    >
      <Chooser />
      {problem !== null && <ProblemBanner problem={problem} />}
      {isOne ? (
        <div role="status">{checked !== null && <SignatureAnswer checked={checked} />}</div>
      ) : (
        files.length > 0 && <ReSignTable onSign={setSigning} />
      )}
      {signing !== null && <SignAgainDialog index={signing} onClose={() => setSigning(null)} />}
    </Dialog>
  );
}

/** What is looked at, and what one file is compared with. */
function Chooser(): ReactNode {
  const files = useSignatures((state) => state.files);
  const chosen = useSignatures((state) => state.chosen);
  const original = useSignatures((state) => state.original);
  const look = useSignatures((state) => state.look);
  const compareWith = useSignatures((state) => state.compareWith);
  const take = (list: FileList | null) => {
    if (list !== null && list.length > 0) {
      look(pickedFiles(list));
    }
  };
  const named = chosen === null ? null : (files[chosen]?.path ?? null);
  return (
    <div className="signature-files">
      <div className="field">
        <span className="field-label">Signed profile, or several</span>
        <div className="row">
          <FileTrigger allowsMultiple acceptedFileTypes={[".mobileconfig", ".plist"]} onSelect={take}>
            <Button aria-label="Signed profile, or several: choose files">Choose…</Button>
          </FileTrigger>
          <FileTrigger acceptDirectory onSelect={take}>
            <Button aria-label="Folder of signed profiles: choose">Folder…</Button>
          </FileTrigger>
          <span className="note faint cut" title={named ?? undefined}>
            {named ?? (files.length > 0 ? `${files.length} files` : "Or drop files or a folder here")}
          </span>
        </div>
      </div>
      {chosen !== null && (
        <FilePick
          label="Unsigned original, to see what differs"
          accept=".mobileconfig,.plist"
          chosen={original?.name ?? null}
          onPick={compareWith}
        />
      )}
    </div>
  );
}
