import { opendir } from "node:fs/promises";
import { join } from "node:path";
import type { Result } from "../core/problem.ts";
import { fail, succeed } from "../core/problem.ts";

/** The files of a folder. */
export type FolderList = {
  /** Paths from the folder, with `/`, sorted. */
  readonly paths: readonly string[];
  /** False where there were more than were wanted, or folders deeper than are gone into. */
  readonly isWhole: boolean;
};

/** Nobody puts a log deeper. */
const deepest = 16;

/**
 * The files below a folder, at most `most`. Links are not followed: they could lead out of the folder or round in circles. What may
 * not be read is left out.
 *
 * @returns problem `folder-not-read` where the folder itself cannot be read
 */
export async function listFolder(folder: string, most: number): Promise<Result<FolderList>> {
  const paths: string[] = [];
  let isWhole = true;
  const walk = async (inside: string, depth: number): Promise<boolean> => {
    const folders: string[] = [];
    try {
      for await (const entry of await opendir(join(folder, inside))) {
        const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
        if (entry.isDirectory()) folders.push(path);
        else if (entry.isFile() && paths.length < most) paths.push(path);
        else if (entry.isFile()) isWhole = false;
        if (!isWhole) break;
      }
    } catch {
      return false;
    }
    if (folders.length > 0 && depth === deepest) isWhole = false;
    for (const path of folders.toSorted()) {
      if (!isWhole) break;
      await walk(path, depth + 1);
    }
    return true;
  };
  if (!(await walk("", 0))) {
    return fail({
      code: "folder-not-read",
      title: `${folder} could not be read.`,
      detail: "There is no such folder, or reading it is not allowed.",
      fix: "Check the path and your rights to read it.",
    });
  }
  return succeed({ paths: paths.toSorted(), isWhole });
}
