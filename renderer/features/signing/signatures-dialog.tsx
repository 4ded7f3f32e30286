import { type ReactNode, useState } from "react";
import { FileTrigger } from "react-aria-components";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { useSignatures } from "../../stores/context.ts";
import { pickedFiles } from "../../stores/given-files.ts";
import { ReSignTable } from "./re-sign-table.tsx";
import { SignAgainDialog } from "./sign-again-dialog.tsx";
import { SignatureAnswer, SignatureDetails, SignatureWait } from "./signature-answer.tsx";
import "./signing.css";

const profileTypes = [".mobileconfig", ".plist"];

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
  const isReading = isOne && checked === null && problem === null;
  const close = () => {
    stop();
    onClose();
  };
  return (
    <Dialog
      title="Check signatures"
      isOpen
      onClose={close}
      size="sheet"
      actions={
        <>
          {isOne && (
            <Button className="signatures-off" isDisabled={checked === null} onPress={takeOff}>
              Take the signature off…
            </Button>
          )}
          {isOne && files.length > 1 && (
            <Button onPress={() => choose(null)}>Back to the {files.length} files</Button>
          )}
          <Button onPress={close}>Close</Button>
          {isOne && (
            <Button look={["primary"]} isDisabled={!canSignAgain} onPress={() => setSigning(chosen)}>
              Sign with another certificate…
            </Button>
          )}
        </>
      }
    >
      {problem !== null && <ProblemBanner problem={problem} />}
      {isOne && (
        <div role="status">
          {checked !== null && <SignatureAnswer checked={checked} />}
          {isReading && <SignatureWait />}
        </div>
      )}
      <Chooser />
      {isOne && (checked !== null || isReading) && (
        <div className="signature-details">{checked !== null && <SignatureDetails checked={checked} />}</div>
      )}
      {!isOne && files.length > 0 && <ReSignTable onSign={setSigning} />}
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
  const compare = (list: FileList | null) => {
    const picked = list?.[0];
    if (picked !== undefined) {
      compareWith(picked);
    }
  };
  const named = chosen === null ? null : (files[chosen]?.path ?? null);
  return (
    <div className="signature-files">
      <div className="signature-file">
        <span>Signed profiles</span>
        <span className="cut" title={named ?? undefined}>
          {named ?? (files.length > 0 ? `${files.length} files` : "Or drop files or a folder here")}
        </span>
        <FileTrigger allowsMultiple acceptedFileTypes={profileTypes} onSelect={take}>
          <Button look={["small"]} aria-label="Signed profiles: choose files">
            Choose…
          </Button>
        </FileTrigger>
        <FileTrigger acceptDirectory onSelect={take}>
          <Button look={["small"]} aria-label="Folder of signed profiles: choose">
            Folder…
          </Button>
        </FileTrigger>
      </div>
      {chosen !== null && (
        <div className="signature-file">
          <span>Compare with the unsigned original (optional)</span>
          <span className="cut" title={original?.name}>
            {original?.name ?? "None"}
          </span>
          <FileTrigger acceptedFileTypes={profileTypes} onSelect={(picked) => compare(picked)}>
            <Button look={["small"]} aria-label="Compare with the unsigned original: choose a file">
              Choose…
            </Button>
          </FileTrigger>
        </div>
      )}
    </div>
  );
}
