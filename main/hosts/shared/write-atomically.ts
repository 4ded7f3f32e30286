import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
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
    // Where the draft could not be made, it cannot be removed either. The first error is the one that tells.
    await rm(draft, { force: true }).catch(() => undefined);
    return notWritten(path, error instanceof Error && "code" in error ? String(error.code) : null);
  }
}

/** The reasons a user can do something about, in words: what is so, and what to do. */
const reasons: Readonly<Record<string, (path: string) => readonly [detail: string, fix: string]>> = {
  ENOENT: (path) => [`There is no folder ${folderOf(path)}.`, "Create the folder, or choose another."],
  ENOTDIR: (path) => [`${folderOf(path)} is not a folder.`, "Choose a folder."],
  EISDIR: (path) => [`${path} is a folder.`, "Name a file in it."],
  EACCES: mayNotWrite,
  EPERM: mayNotWrite,
  EROFS: (path) => [`${folderOf(path)} is on a disk that is read-only.`, "Choose a folder on another disk."],
  ENOSPC: (path) => [`The disk of ${folderOf(path)} is full.`, "Free some space, or choose another disk."],
};

function mayNotWrite(path: string): readonly [detail: string, fix: string] {
  return [`You may not write to the folder ${folderOf(path)}.`, "Choose a folder that you may write to."];
}

function folderOf(path: string): string {
  return dirname(resolve(path));
}

/** Why a file is not in place, from the code of a system error; null where there is none. */
export function notWritten(path: string, code: string | null): Problem {
  const [detail, fix] = reasons[code ?? ""]?.(path) ?? [
    `The system says ${code ?? "no reason"}.`,
    "Choose a folder that exists and that you may write to.",
  ];
  return {
    code: "file-not-written",
    title: `${path} could not be written.`,
    detail: `${detail} What was there before is unchanged.`,
    fix,
  };
}
