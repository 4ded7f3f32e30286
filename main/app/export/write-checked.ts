import { fail, type Result } from "../../core/problem.ts";
import { type ProfileDocument, type WriteOptions, writeProfile } from "../../core/profile/index.ts";
import { crossCheck } from "./cross-check.ts";

/**
 * Writes a document and has a second reader look at it: the one way from settings to bytes, for every host. Problems: those of
 * `writeProfile`, `second-opinion-differs`, `second-opinion-unreadable`.
 */
export async function writeChecked(
  document: ProfileDocument,
  options: WriteOptions,
): Promise<Result<Uint8Array>> {
  const written = writeProfile(document, options);
  if (!written.ok || options.to === "json" || options.to === "binary-plist") return written;
  const doubt = await crossCheck(written.value);
  return doubt === null ? written : fail(doubt);
}
