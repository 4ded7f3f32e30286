import type { KeptSignatureRow } from "../../../preload/contract.ts";
import { daysLeft, endingText } from "../../core/export/expiry.ts";
import type { KeptSignature } from "../../core/export/signature-list.ts";
import type { VerifiedName } from "./re-sign-list.ts";

/** What a list keeps of the signed files among some that were looked at. */
export function keptOf(files: readonly VerifiedName[]): readonly KeptSignature[] {
  return files.flatMap(({ file, signature }) => {
    const [signer] = signature?.signers ?? [];
    return signer === undefined || signer.notAfter === ""
      ? []
      : [{ file, signer: signer.subject || signer.issuer, notAfter: signer.notAfter }];
  });
}

/** A list with what was looked at now in place of what it says of the same files; what is not here any more stays in it. */
export function keptWith(
  list: readonly KeptSignature[],
  now: readonly KeptSignature[],
): readonly KeptSignature[] {
  const seen = new Set(now.map(({ file }) => file));
  return [...list.filter(({ file }) => !seen.has(file)), ...now];
}

/** What a list says of profiles that are not here: they may lie in Jamf Pro, or with somebody else. */
export function rowsElsewhere(
  list: readonly KeptSignature[],
  here: readonly string[],
  { days, now }: { readonly days: number; readonly now: number },
): readonly KeptSignatureRow[] {
  const present = new Set(here);
  return list.flatMap((kept): readonly KeptSignatureRow[] => {
    if (present.has(kept.file)) return [];
    const left = daysLeft(kept.notAfter, now);
    return [
      { ...kept, ending: endingText(kept.notAfter, now) ?? "", signAgain: left !== null && left < days },
    ];
  });
}
