import type { Stats } from "node:fs";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Problem } from "../core/problem.ts";
import { newDraft, removeAbandonedDrafts } from "./drafts.ts";
import { notAFile } from "./file-kinds.ts";
import { followLinks } from "./follow-links.ts";

/**
 * Writes a file so that nobody ever sees it half-written: into a draft beside it, flushed, then renamed over it. Every
 * file that the app writes for somebody goes through here.
 *
 * A new file can be read by its owner only, because everything that the app writes can hold secrets or names. One that
 * was there keeps its mode and, where the system allows it, its owner. A symbolic link stays, and the file at its end is
 * written. Anything else than a regular file is left alone. Drafts that earlier writes to this place left are removed.
 *
 * @param options.ownerOnly also narrows the mode of a file that was there
 * @returns null when the file is in place, else why it is not; the old file is untouched then
 */
export async function writeAtomically(
  path: string,
  bytes: Uint8Array,
  options: { readonly ownerOnly?: boolean } = {},
): Promise<Problem | null> {
  let draft: string | null = null;
  try {
    const old = await statOrNull(path);
    const instead = old === null ? null : notAFile(old);
    if (instead !== null) return notRegular(path, instead);
    const target = await followLinks(path);
    if (target.kind === "foreign-link") return foreignLink(path, target.path);
    await removeAbandonedDrafts(target.path);
    const name = newDraft(target.path);
    const file = await open(name, "wx", 0o600);
    draft = name;
    try {
      await file.writeFile(bytes);
      if (old !== null && options.ownerOnly !== true) await takeOver(file, old);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target.path);
    return null;
  } catch (error) {
    if (draft !== null) await rm(draft, { force: true }).catch(() => undefined);
    return notWritten(path, error instanceof Error && "code" in error ? String(error.code) : null);
  }
}

async function statOrNull(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/**
 * Gives the draft the owner and mode of the file that it replaces. Where the group cannot be kept, another one gets no
 * more than everybody has.
 */
async function takeOver(file: FileHandle, old: Stats): Promise<void> {
  const { uid, gid } = await file.stat();
  const isSame = uid === old.uid && gid === old.gid;
  const keepsOwner = isSame || (await succeeds(file.chown(old.uid, old.gid)));
  const keepsGroup = keepsOwner || gid === old.gid || (await succeeds(file.chown(uid, old.gid)));
  const mode = old.mode & 0o777;
  await file.chmod(keepsGroup ? mode : (mode & 0o707) | (mode & ((mode & 0o007) << 3)));
}

function succeeds(attempt: Promise<void>): Promise<boolean> {
  return attempt.then(
    () => true,
    () => false,
  );
}

/** The reasons a user can do something about, in words: what is so, and what to do. */
const reasons: Readonly<Record<string, (path: string) => readonly [detail: string, fix: string]>> = {
  ENOENT: (path) => [`There is no folder ${folderOf(path)}.`, "Create the folder, or choose another."],
  ENOTDIR: (path) => [`${folderOf(path)} is not a folder.`, "Choose a folder."],
  EISDIR: (path) => [`${path} is a folder.`, "Name a file in it."],
  ELOOP: (path) => [`${path} is a link that leads back to itself.`, "Remove the link, or name another file."],
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
  return unwritten(path, detail, fix);
}

function notRegular(path: string, instead: string): Problem {
  const fix = instead === "a folder" ? "Name a file in it." : "Name a file, or a place where none is yet.";
  return unwritten(path, `${path} is ${instead}.`, fix);
}

function foreignLink(path: string, link: string): Problem {
  return unwritten(
    path,
    `${link} is a link that somebody else has put into a folder open to everybody.`,
    "Choose another folder.",
  );
}

function unwritten(path: string, detail: string, fix: string): Problem {
  return {
    code: "file-not-written",
    title: `${path} could not be written.`,
    detail: `${detail} What was there before is unchanged.`,
    fix,
  };
}
