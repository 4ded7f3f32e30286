import type { ReactNode } from "react";
import type { CheckedSignature } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { count } from "../../text/count.ts";
import { commonName } from "../../text/distinguished-name.ts";
import { formatDay } from "../../text/time.ts";
import { ChangeTable } from "../changes/change-table.tsx";
import { selfSignedMeaning, selfSignedWords, statusWords } from "./signature-status.ts";

/** What the signature of a file is worth and who signed it; what else is known of it is {@link SignatureDetails}. */
export function SignatureAnswer({ checked }: { readonly checked: CheckedSignature }): ReactNode {
  const isSelfSigned = signedItself(checked);
  const { tone, icon, sentence } = isSelfSigned ? selfSignedWords : statusWords[checked.status];
  const [signer] = checked.signers;
  return (
    <div className={`verdict verdict-${tone} signature-verdict`}>
      <Icon name={icon} size="large" />
      <div>
        <h3>{sentence}</h3>
        <p>
          {signer === undefined && "Nobody is named as signer. "}
          {signer !== undefined && !isSelfSigned && `Signed by “${signerName(signer)}”. `}
          {signer !== undefined && isSelfSigned ? selfSignedMeaning(signerName(signer)) : checked.why}
        </p>
      </div>
    </div>
  );
}

/** In the place of the answer until it is there. */
export function SignatureWait(): ReactNode {
  return (
    <div className="verdict verdict-wait signature-verdict">
      <Spinner size="large" />
      <div>
        <h3>Reading the signature…</h3>
        <p>Who signed it, by what chain and until when.</p>
      </div>
    </div>
  );
}

/** Nobody else vouches for the one who signed; the answer then names that certificate itself. */
function signedItself({ status, signers: [signer, ...others], chain }: CheckedSignature): boolean {
  return (
    status === "untrusted" &&
    signer !== undefined &&
    others.length === 0 &&
    chain.length === 1 &&
    signer.subject !== "" &&
    signer.subject === signer.issuer
  );
}

/** By what chain a file was signed, until when, and what it changes against the original that it is compared with. */
export function SignatureDetails({ checked }: { readonly checked: CheckedSignature }): ReactNode {
  return (
    <>
      {checked.original !== null && <Compared original={checked.original} fileName={checked.fileName} />}
      {checked.chain.length > 0 && <Chain chain={checked.chain} ending={checked.ending} />}
    </>
  );
}

function Chain({ chain, ending }: Pick<CheckedSignature, "chain" | "ending">): ReactNode {
  return (
    <table className="change-table chain-table">
      <caption className="signature-caption">Chain, from the signer upwards</caption>
      <thead>
        <tr>
          <th scope="col">Certificate</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
        </tr>
      </thead>
      <tbody>
        {chain.map(({ subject, notBefore, notAfter }, index) => (
          <tr key={`${subject} ${notBefore}`}>
            <th scope="row">
              <span className="change-key">{commonName(subject)}</span>
              {subject !== `CN=${commonName(subject)}` && <span className="change-title">{subject}</span>}
            </th>
            <td>{notBefore === "" ? "unreadable" : formatDay(notBefore)}</td>
            <td className={index === 0 && ending !== null ? "tone-warn" : undefined}>
              {notAfter === "" ? "unreadable" : formatDay(notAfter)}
              {/* Only the signer's own end is told, and only where it is near. */}
              {index === 0 && ending !== null && <span className="change-title">{ending}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
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

/** The name of a signer; of one whose certificate is not there, what the signature calls it. */
export function signerName({ subject, issuer }: CheckedSignature["signers"][number]): string {
  return subject === "" ? issuer : commonName(subject);
}
