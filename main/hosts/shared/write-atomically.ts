import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Problem } from "../../core/problem.ts";

/**
 * Writes a file so that nobody ever sees it half-written: into a new file beside it, flushed, then renamed over it.
 *
 * @param mode permission bits of the new file; 0o600 keeps it to the owner
 * @returns null when the file is in place, else why it is not; the old file is untouched then
 */
export async function writeAtomically(
  path: string,
  bytes: Uint8Array,
  mode = 0o644,
): Promise<Problem | null> {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.part`);
  try {
    const file = await open(draft, "wx", mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    return null;
  } catch (error) {
    await rm(draft, { force: true });
    const code = error instanceof Error && "code" in error ? String(error.code) : "no reason given";
    return {
      code: "file-not-written",
      title: `${path} could not be written.`,
      detail: `The system says ${code}. What was there before is unchanged.`,
      fix: "Choose a folder that exists and that you may write to.",
    };
  }
}
