import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../core/problem.ts";

/** Files to work on, in order, and folders that could not be read. */
export type ListedFiles = { readonly files: readonly string[]; readonly problems: readonly Problem[] };

/**
 * The files that paths stand for: a file for itself, whatever its name; a folder for what is in it at every depth and fits.
 * Links to folders inside a folder are not followed, so no walk goes round in circles. A path that is not there stays in the
 * list: reading it says so.
 */
export async function listFiles(
  paths: readonly string[],
  fits: (name: string) => boolean,
): Promise<ListedFiles> {
  const files = new Set<string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder) await walk(path, fits, files, problems);
    else files.add(path);
  }
  return { files: [...files], problems };
}

async function walk(
  folder: string,
  fits: (name: string) => boolean,
  files: Set<string>,
  problems: Problem[],
): Promise<void> {
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const current = next;
    const entries = await readdir(current, { withFileTypes: true }).catch((error: unknown) => {
      problems.push(unreadable(current, error));
      return [];
    });
    const folders: string[] = [];
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(current, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (fits(entry.name) && (entry.isFile() || entry.isSymbolicLink())) files.add(path);
    }
    waiting.push(...folders.reverse());
  }
}

function unreadable(folder: string, error: unknown): Problem {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const said = code === "" ? "The system gave no reason." : `The system says ${code}.`;
  const reason = code === "EACCES" || code === "EPERM" ? "Reading it is not allowed." : said;
  return {
    code: "folder-not-read",
    title: `${folder} could not be read.`,
    detail: reason,
    fix: "Check your rights to read the folder.",
  };
}
