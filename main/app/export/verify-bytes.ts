import { inside, placeText, takeOut } from "../../core/container/index.ts";
import { readPlist } from "../../core/plist/index.ts";
import { fail, type Result, succeed } from "../../core/problem.ts";
import { tooLargeProfile } from "../../core/profile/limits.ts";
import { type SignatureReport, verifySignature } from "../../signing/index.ts";

/** What the signature of a file is worth; null for a profile without one. */
export type VerifiedFile = {
  readonly signature: SignatureReport | null;
  /** What the signed file was found inside of; null where it is the file itself. */
  readonly inside: string | null;
};

/**
 * Checks the signature of a profile, also of one inside something else.
 *
 * @param ca certificates that are trusted instead of those that are trusted unless told; null trusts these
 * @returns problems: those of `takeOut` and `verifySignature`, and of reading where the file is neither signed nor a property list
 */
export async function verifyBytes(bytes: Uint8Array, ca: Uint8Array | null): Promise<Result<VerifiedFile>> {
  const found = takeOut(bytes);
  if (!found.ok) return found;
  const { bytes: signed, layers } = found.value ?? { bytes, layers: [] };
  const report = await verifySignature(signed, ca === null ? {} : { trusted: [ca] });
  if (!report.ok) {
    const isAboutCa = report.problem.code === "certificate-unreadable";
    return fail(isAboutCa ? report.problem : inside(report.problem, layers));
  }
  // Not CMS: say "not signed" only of something that is a profile at all.
  const read = report.value === null ? (tooLargeProfile(signed.length) ?? readPlist(signed)) : null;
  if (read !== null && !read.ok) return fail(inside(read.problem, layers));
  return succeed({ signature: report.value, inside: layers.length > 0 ? placeText(layers) : null });
}
