import { isAbsolute } from "node:path";
import type { FileHandles } from "../../app/files/file-handles.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { fileAt } from "../../files/source-file.ts";

/** Files that may wait to be read. They lie where the person has them, so one more costs nothing but its handle. */
export const mostFiles = 4096;

/** Longest path of any system: Windows allows 32,767 characters. */
const longestPath = 32_767;

/**
 * The handle for a file that a person picked or dropped. The path comes from the preload script, which asks Electron for it: a
 * page cannot name one, and a file that a script has made has none.
 *
 * @param path as it came over the channel
 * @returns problem `file-without-place`
 */
export function giveByPath(files: Pick<FileHandles, "give">, path: unknown): Result<string> {
  if (typeof path !== "string" || path.length > longestPath || !isAbsolute(path)) return fail(withoutPlace);
  return succeed(files.give(fileAt(path)));
}

const withoutPlace: Problem = {
  code: "file-without-place",
  title: "This is no file of this machine.",
  detail: "What was dropped or chosen lies in no folder, so there is nothing to read.",
  fix: "Save it as a file first, then open that file.",
};
