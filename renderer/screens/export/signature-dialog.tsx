import { type ReactNode, useState } from "react";
import type { CheckedSignature, Problem } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Icon } from "../../components/icon.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { ChangeTable } from "../../features/changes/change-table.tsx";
import { useApp, useExports } from "../../stores/context.ts";
import { withFile } from "../../stores/files.ts";
import { count } from "../../text/count.ts";
import { commonName } from "../../text/distinguished-name.ts";
import { formatDay } from "../../text/time.ts";
import { FilePick } from "./file-pick.tsx";
import { statusWords } from "./signature-status.ts";

type SignatureDialogProps = { readonly onClose: () => void };

/** Looks at any signed profile: who signed it, by what chain, until when, and what it changes against an unsigned original. */
export function SignatureDialog({ onClose }: SignatureDialogProps): ReactNode {
  const { host } = useApp();
  const takeOffSignature = useExports((state) => state.takeOffSignature);
  const [signed, setSigned] = useState<File | null>(null);
  const [original, setOriginal] = useState<File | null>(null);
  const [checked, setChecked] = useState<CheckedSignature | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const check = async (file: File, beside: File | null) => {
    setSigned(file);
    setOriginal(beside);
    const answer = await withFile(host, file, (handle) =>
      beside === null
        ? host.call("export.checkSignature", { file: handle, original: null })
        : withFile(host, beside, (other) =>
            host.call("export.checkSignature", { file: handle, original: other }),
          ),
    );
    setChecked(answer.ok ? answer.value : null);
    setProblem(answer.ok ? null : answer.problem);
  };
  return (
    <Dialog
      title="Check a signature"
      isOpen
      onClose={onClose}
      size="sheet"
      actions={
        <>
          <Button
            isDisabled={signed === null || checked === null}
            onPress={async () => setProblem(signed === null ? null : await takeOffSignature(signed))}
          >
            Take the signature off
          </Button>
          <Button onPress={onClose}>Close</Button>
        </>
      }
    >
      <div className="signature-files">
        <FilePick
          label="Signed profile"
          accept=".mobileconfig,.plist"
          file={signed}
          onPick={(file) => check(file, original)}
        />
        {signed !== null && (
          <FilePick
            label="Unsigned original, to see what is another"
            accept=".mobileconfig,.plist"
            file={original}
            onPick={(file) => check(signed, file)}
          />
        )}
      </div>
      {problem !== null && <ProblemBanner problem={problem} />}
      <div role="status">{checked !== null && <Answer checked={checked} />}</div>
    </Dialog>
  );
}

function Answer({ checked }: { readonly checked: CheckedSignature }): ReactNode {
  const { tone, icon, words } = statusWords[checked.status];
  const [signer] = checked.signers;
  return (
    <>
      <p className="signature-sentence">
        <span className={`tone-${tone}`}>
          <Icon name={icon} />
        </span>
        {signer === undefined ? "Nobody is named as signer." : `Signed by ${signerName(signer)}; ${words}.`}
      </p>
      <p className="note quiet">
        {checked.why}
        {checked.ending !== null && ` The signer's certificate ${checked.ending}.`}
      </p>
      {checked.chain.length > 0 && (
        <table className="change-table">
          <caption className="signature-caption">Chain, from the signer upwards</caption>
          <thead>
            <tr>
              <th scope="col">Certificate</th>
              <th scope="col">From</th>
              <th scope="col">To</th>
            </tr>
          </thead>
          <tbody>
            {checked.chain.map(({ subject, notBefore, notAfter }) => (
              <tr key={`${subject} ${notBefore}`}>
                <th scope="row">
                  <span className="change-key">{commonName(subject)}</span>
                  <span className="change-title">{subject}</span>
                </th>
                <td>{notBefore === "" ? "unreadable" : formatDay(notBefore)}</td>
                <td>{notAfter === "" ? "unreadable" : formatDay(notAfter)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {checked.original !== null && <Compared original={checked.original} fileName={checked.fileName} />}
    </>
  );
}

type ComparedProps = {
  readonly original: NonNullable<CheckedSignature["original"]>;
  readonly fileName: string;
};

function Compared({ original, fileName }: ComparedProps): ReactNode {
  const { name, isSameBytes, changes } = original;
  if (changes.length === 0) {
    return (
      <p className="signature-sentence">
        {isSameBytes
          ? `What was signed is ${name}, byte for byte.`
          : `Every setting is the same as in ${name}; the file is written differently.`}
      </p>
    );
  }
  return (
    <>
      <p className="signature-sentence">
        {count(changes.length, "setting")} {changes.length === 1 ? "differs" : "differ"} from {name}.
      </p>
      <ChangeTable changes={changes} before={name} after={fileName} />
    </>
  );
}

function signerName({ subject, issuer }: CheckedSignature["signers"][number]): string {
  return subject === "" ? issuer : commonName(subject);
}
