import { holdsXmlComment, rewriteXmlPlist } from "../../core/plist/index.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import type { ProfileDocument } from "../../core/profile/index.ts";
import { crossCheck } from "./cross-check.ts";
import { writeChecked } from "./write-checked.ts";

/**
 * A changed document for the file that it was read from. XML keeps every byte that the change does not touch, comments and layout
 * included; where that is impossible it is written anew, unless comments would be lost. Binary has neither.
 *
 * @param bytes the file as it lies there now
 * @param before the document that was read from it
 * @param after the same, changed
 * @returns problems: `fix-loses-comments`, and those of `writeChecked`
 */
export async function rewriteChecked(
  bytes: Uint8Array,
  before: ProfileDocument,
  after: ProfileDocument,
): Promise<Result<Uint8Array>> {
  if (after.encoding === "binary") return writeChecked(after, { to: "binary-plist" });
  const rewritten = await rewriteInPlace(bytes, before, after);
  if (!rewritten.ok) return rewritten;
  if (rewritten.value !== null) return succeed(rewritten.value);
  return holdsXmlComment(bytes) ? fail(losesComments) : writeChecked(after, { to: after.format });
}

/**
 * The bytes of an XML file with the changes in them and everything else as it is, looked at by a second reader. Null where that cannot
 * be done. Problems: `second-opinion-differs`, `second-opinion-unreadable`.
 */
export async function rewriteInPlace(
  bytes: Uint8Array,
  before: ProfileDocument,
  after: ProfileDocument,
): Promise<Result<Uint8Array | null>> {
  const rewritten = rewriteXmlPlist(bytes, before.root, after.root);
  // What the second reader does not take in the file as it was is no fault of the change.
  if (rewritten === null || before.notices.length > 0) return succeed(rewritten);
  const doubt = await crossCheck(rewritten);
  return doubt === null || (await crossCheck(bytes)) !== null ? succeed(rewritten) : fail(doubt);
}

const losesComments: Problem = {
  code: "fix-loses-comments",
  title: "The file has comments that would be lost, so it is not fixed in place.",
  detail: "The places to change could not be found without writing the whole file anew.",
  fix: "See what would change with --fix --dry-run, and make these changes in an editor.",
};
