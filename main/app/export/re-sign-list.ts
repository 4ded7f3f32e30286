import { daysLeft } from "../../core/export/expiry.ts";
import type { Problem } from "../../core/problem.ts";
import type { SignatureReport } from "../../signing/index.ts";
import { verifyBytes } from "./verify-bytes.ts";

/** A file with what its signature is worth; null where it has none. */
export type VerifiedName = { readonly file: string; readonly signature: SignatureReport | null };

/** The signed profiles among some files, and those that have to be signed anew soon. */
export type ReSignList = {
  readonly files: readonly VerifiedName[];
  /** Files whose signer ends within the time, or has ended, in their order. */
  readonly expiring: readonly string[];
  /** Files that could not be judged. */
  readonly problems: readonly { readonly file: string; readonly problem: Problem }[];
};

export type ReSignQuestion = {
  /** Days from now; what ends then is listed. */
  readonly days: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly ca: Uint8Array | null;
  readonly read: (file: string) => Promise<Uint8Array | Problem>;
};

/**
 * Which signed profiles have to be signed anew, because their signer ends within some days or a certificate of theirs has ended.
 * Nothing else is judged: whether the chain is trusted here does not matter. One file after the other, so that a folder of
 * thousands takes no more memory than its answers.
 */
export async function reSignList(
  names: readonly string[],
  { days, now, ca, read }: ReSignQuestion,
): Promise<ReSignList> {
  const files: VerifiedName[] = [];
  const expiring: string[] = [];
  const problems: { readonly file: string; readonly problem: Problem }[] = [];
  for (const file of names) {
    const bytes = await read(file);
    const verified = bytes instanceof Uint8Array ? await verifyBytes(bytes, ca) : null;
    if (!(bytes instanceof Uint8Array)) problems.push({ file, problem: bytes });
    else if (verified?.ok === false) problems.push({ file, problem: verified.problem });
    else if (verified !== null) {
      files.push({ file, signature: verified.value.signature });
      if (endsWithin(verified.value.signature, days, now)) expiring.push(file);
    }
  }
  return { files, expiring, problems };
}

function endsWithin(signature: SignatureReport | null, days: number, now: number): boolean {
  if (signature === null) return false;
  const left = signature.signers.map(({ notAfter }) => daysLeft(notAfter, now));
  return signature.status === "expired" || left.some((count) => count !== null && count < days);
}
