import { inside, placeText, takeOut } from "../../core/container/index.ts";
import { readPlist } from "../../core/plist/index.ts";
import { fail, type Result, succeed } from "../../core/problem.ts";
import { tooLargeProfile } from "../../core/profile/limits.ts";
import { type OpenedSigned, openSigned, type SignatureReport } from "../../signing/index.ts";

/** A file out of its signature; `opened` is null for a profile without one. */
export type OpenedSignedFile = {
  readonly opened: OpenedSigned | null;
  /** What the signed file was found inside of; null where it is the file itself. */
  readonly inside: string | null;
};

/**
 * Takes a profile out of its signature and checks that, also where it is inside something else.
 *
 * @param ca certificates that are trusted instead of those that are trusted unless told; null trusts these
 * @returns problems: those of `takeOut` and `openSigned`, and of reading where the file is neither signed nor a property list
 */
export async function openSignedFile(
  bytes: Uint8Array,
  ca: Uint8Array | null,
): Promise<Result<OpenedSignedFile>> {
  const found = takeOut(bytes);
  if (!found.ok) return found;
  const { bytes: signed, layers } = found.value ?? { bytes, layers: [] };
  const opened = await openSigned(signed, ca === null ? {} : { trusted: [ca] });
  if (!opened.ok) {
    const isAboutCa = opened.problem.code === "certificate-unreadable";
    return fail(isAboutCa ? opened.problem : inside(opened.problem, layers));
  }
  // Not CMS: say "not signed" only of something that is a profile at all.
  const read = opened.value === null ? (tooLargeProfile(signed.length) ?? readPlist(signed)) : null;
  if (read !== null && !read.ok) return fail(inside(read.problem, layers));
  return succeed({ opened: opened.value, inside: layers.length > 0 ? placeText(layers) : null });
}

/** What the signature of a file is worth; null for a profile without one. */
export type VerifiedFile = {
  readonly signature: SignatureReport | null;
  readonly inside: string | null;
};

/** The report of {@link openSignedFile} alone. */
export async function verifyBytes(bytes: Uint8Array, ca: Uint8Array | null): Promise<Result<VerifiedFile>> {
  const file = await openSignedFile(bytes, ca);
  if (!file.ok) return file;
  return succeed({ signature: file.value.opened?.signature ?? null, inside: file.value.inside });
}
