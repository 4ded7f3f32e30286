import type { CheckedSignature } from "../../../preload/contract.ts";
import { daysLeft, endingText, soon } from "../../core/export/expiry.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { describeProfile, maskedText } from "../../core/profile/index.ts";
import { comparedViews } from "../document/compare.ts";
import { openBytes } from "../document/open-bytes.ts";
import { openSignedFile } from "./verify-bytes.ts";

/** The bytes of a file and its name. */
export type NamedBytes = { readonly name: string; readonly bytes: Uint8Array };

/**
 * Who signed a file, by what chain and until when, and what it changes against an unsigned original.
 *
 * @param original null where there is none to compare with
 * @param now milliseconds since 1970
 * @returns problems: `not-signed`, those of reading either file
 */
export async function checkSignature(
  { name, bytes }: NamedBytes,
  original: NamedBytes | null,
  now: number,
): Promise<Result<CheckedSignature>> {
  const file = await takeOff({ name, bytes });
  if (!file.ok) return file;
  const { content, signature, chain } = file.value;
  const inside = await openBytes(content, { fileName: name });
  if (!inside.ok) return inside;
  const other = original === null ? null : await openBytes(original.bytes, { fileName: original.name });
  if (other?.ok === false) return other;
  const notAfter = signature.signers[0]?.notAfter ?? "";
  const left = daysLeft(notAfter, now);
  const profileName = describeProfile(inside.value.document).profile?.displayName ?? null;
  return succeed({
    fileName: name,
    profileName: profileName === null ? null : maskedText(profileName),
    status: signature.status,
    why: signature.why,
    signers: signature.signers,
    chain,
    ending: left === null || left >= soon ? null : endingText(notAfter, now),
    original:
      original === null || other === null
        ? null
        : {
            name: original.name,
            isSameBytes: Buffer.compare(original.bytes, content) === 0,
            changes: comparedViews(other.value.document, inside.value.document),
          },
  });
}

/** The bytes that were signed, and the signature around them. Problems: `not-signed`, those of reading. */
export async function takeOff({ name, bytes }: NamedBytes) {
  const file = await openSignedFile(bytes, null);
  if (!file.ok) return file;
  return file.value.opened === null ? fail(notSigned(name)) : succeed(file.value.opened);
}

function notSigned(name: string): Problem {
  return {
    code: "not-signed",
    title: `${name} is not signed.`,
    detail: "There is no signature to check or to take off.",
    fix: "Choose a signed profile.",
  };
}
