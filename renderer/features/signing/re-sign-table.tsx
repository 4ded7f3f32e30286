import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { Popup } from "../../components/popup.tsx";
import { useSignatures } from "../../stores/context.ts";
import type { SignedFile } from "../../stores/signed-file.ts";
import { count } from "../../text/count.ts";
import { formatDay } from "../../text/time.ts";
import { signerName } from "./signature-answer.tsx";

const spans = [30, 60, 90, 180].map((days) => ({ id: String(days), title: `${days} days` }));

/** Signed profiles by when their signature ends, the soonest first, with the way to sign each anew. */
export function ReSignTable({ onSign }: { readonly onSign: (index: number) => void }): ReactNode {
  const files = useSignatures((state) => state.files);
  const read = useSignatures((state) => state.read);
  const days = useSignatures((state) => state.days);
  const setDays = useSignatures((state) => state.setDays);
  const stop = useSignatures((state) => state.stop);
  const listed = files
    .map((file, index) => ({ ...file, index }))
    .filter(({ row }) => row !== null && (row.signature !== null || row.problem !== null))
    .toSorted((a, b) => endOf(a).localeCompare(endOf(b)));
  const keep = useSignatures((state) => state.keep);
  const elsewhere = useSignatures((state) => state.elsewhere);
  const all = listed.length + elsewhere.length;
  const soon =
    elsewhere.filter(({ signAgain }) => signAgain).length +
    listed.filter(({ row, again }) => row?.signAgain === true && again === null).length;
  const unsigned = files.filter(({ row }) => row?.signature === null && row.problem === null).length;
  return (
    <>
      <div className="re-sign-head">
        <p className="signature-sentence grow" role="status">
          {read === null
            ? `${soon === 0 ? "None" : soon} of ${count(all, "signed profile")} ${soon > 1 ? "have" : "has"} to be signed again within ${days} days.`
            : `Reading, ${read} of ${files.length}…`}
        </p>
        {read === null ? (
          <Popup
            label="How far ahead"
            options={spans}
            value={String(days)}
            onChange={(id) => setDays(Number(id))}
          />
        ) : (
          <Button look={["small"]} onPress={stop}>
            Stop
          </Button>
        )}
      </div>
      {all > 0 && (
        <table className="change-table re-sign-table">
          <thead>
            <tr>
              <th scope="col">Profile</th>
              <th scope="col">Signature ends</th>
              <th scope="col">
                <span className="visually-hidden">What can be done</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.map((file) => (
              <Row key={file.path} file={file} index={file.index} onSign={onSign} />
            ))}
            {elsewhere.map((kept) => (
              <tr key={`elsewhere ${kept.file}`}>
                <th scope="row">
                  <span className="change-key">{kept.file}</span>
                  <span className="change-title">{kept.signer}; in the kept list, not among these files</span>
                </th>
                <td className={kept.signAgain ? "tone-warn" : undefined}>
                  {formatDay(kept.notAfter)}
                  <span className="change-title">{kept.ending}</span>
                </td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {all > 0 && read === null && (
        <p className="re-sign-keep">
          <span className="note quiet grow">
            Kept beside the profiles as latchkey-signatures.json, it is read here and by{" "}
            <code>latchkey verify FOLDER --expires-within 30d</code>. It holds names, signers and days.
          </span>
          <Button look={["small"]} onPress={() => keep()}>
            Keep this list…
          </Button>
        </p>
      )}
      {unsigned > 0 && <p className="note quiet">{count(unsigned, "other profile")} without a signature.</p>}
    </>
  );
}

/** What cannot be judged comes first: somebody has to look at it. */
function endOf({ row }: SignedFile): string {
  return row?.problem !== null ? "" : (row.signature?.signers[0]?.notAfter ?? "");
}

type RowProps = {
  readonly file: SignedFile;
  readonly index: number;
  readonly onSign: (index: number) => void;
};

function Row({ file: { path, row, again }, index, onSign }: RowProps): ReactNode {
  const choose = useSignatures((state) => state.choose);
  const [signer] = row?.signature?.signers ?? [];
  const isBroken = row?.signature?.status === "invalid";
  const isSoon = row?.signAgain === true && again === null;
  return (
    <tr>
      <th scope="row">
        <span className="change-key">{path}</span>
        <span className="change-title" title={row?.problem?.detail}>
          {row?.problem?.title ?? (signer === undefined ? "nobody is named as signer" : signerName(signer))}
          {isBroken && "; the signature does not verify"}
        </span>
      </th>
      <td className={isSoon ? "tone-warn" : undefined}>
        {again === null ? (
          <>
            {signer !== undefined && signer.notAfter !== "" && formatDay(signer.notAfter)}
            <span className="change-title">{row?.ending}</span>
          </>
        ) : (
          <>
            {again.savedTo === null ? "Downloaded" : "Saved"}, signed by{" "}
            {again.signature?.signers[0] !== undefined && signerName(again.signature.signers[0])}
          </>
        )}
      </td>
      <td className="re-sign-actions">
        {row?.problem === null && (
          <>
            <Button look={["small"]} onPress={() => choose(index)} aria-label={`Look at ${path}`}>
              Look at it
            </Button>
            <Button
              look={["small"]}
              isDisabled={isBroken}
              onPress={() => onSign(index)}
              aria-label={`Sign ${path} again`}
            >
              Sign again…
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}
