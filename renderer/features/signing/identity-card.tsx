import type { ReactNode } from "react";
import { Radio } from "react-aria-components";
import type { IdentityView } from "../../../preload/contract.ts";
import { cutMiddle } from "../../text/cut-middle.ts";
import { commonName } from "../../text/distinguished-name.ts";
import { formatDay } from "../../text/time.ts";

/** One identity to sign with, from a file or from the keychain. */
export function IdentityCard({ identity }: { readonly identity: IdentityView }): ReactNode {
  const { id, subject, ending, notAfter } = identity;
  return (
    <Radio value={id} className="identity">
      <span className="radio-mark" />
      <span className="grow">
        <b className="cut">{commonName(subject)}</b>
        <IdentityNotes identity={identity} />
      </span>
      <span className={ending === null ? "identity-end" : "identity-end tone-warn"}>
        {ending ?? `to ${formatDay(notAfter)}`}
      </span>
    </Radio>
  );
}

/** Where it comes from, and what a Mac could miss. */
export function IdentityNotes({ identity }: { readonly identity: IdentityView }): ReactNode {
  const { subject, issuer, sha256, label, file, keychain } = identity;
  return (
    <>
      <span
        className="identity-note"
        title={`${subject}, issued by ${issuer}, ${keychain === null ? "" : `SHA-1 ${keychain.sha1}, `}SHA-256 ${sha256}`}
      >
        {label}
        {file === null ? "" : file.chainLength === 0 ? " · no chain" : ` · chain of ${file.chainLength}`} ·
        issued by {commonName(issuer)} ·{" "}
        <code>{keychain === null ? cutMiddle(sha256, 13) : shortPrint(keychain.sha1)}</code>
      </span>
      {file !== null && file.missingIssuer !== null && (
        <span
          className={file.chainLength === 0 ? "identity-note tone-warn" : "identity-note"}
          title={file.missingIssuer}
        >
          {missingText(file.missingIssuer, file.chainLength)}
        </span>
      )}
      {keychain !== null && keychain.held !== null && (
        <span className="identity-note tone-warn" title={keychain.held}>
          {keychain.held}
        </span>
      )}
    </>
  );
}

/** A fingerprint as Keychain Access writes it, without its middle: `9F:3C:…:A1:07`. */
function shortPrint(sha1: string): string {
  const pairs = sha1.match(/../g) ?? [];
  return [...pairs.slice(0, 2), "…", ...pairs.slice(-2)].join(":");
}

/** A root is never in the file; with nothing above the certificate an authority between them is probably missing. */
function missingText(issuer: string, chainLength: number): string {
  return chainLength === 0
    ? `Missing in the file: the certificate of ${commonName(issuer)}, which issued it`
    : `Macs have to trust ${commonName(issuer)}, which is not in the file`;
}
