import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { isLogName } from "../../files/log-name.ts";

/** More files than this are a wrong folder. */
const mostFiles = 10_000;

/**
 * The files of a call: files as they are named, of folders every log at any depth, in the order of their names.
 *
 * @returns problem `folder-not-read`
 */
export async function logFiles(paths: readonly string[]): Promise<Result<readonly string[]>> {
  const files: string[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      // A path that does not exist is reported when it is read.
      () => false,
    );
    if (!isFolder) {
      files.push(path);
      continue;
    }
    const names = await readdir(path, { recursive: true }).catch(() => null);
    if (names === null) return fail(unreadable(path));
    const logs = names.filter((name) => isLogName(name) && !basename(name).startsWith(".")).sort();
    if (logs.length === 0) return fail(noLogs(path));
    files.push(...logs.map((name) => join(path, name)));
  }
  const once = [...new Set(files)];
  return once.length > mostFiles ? fail(tooMany(once.length)) : succeed(once);
}

function unreadable(path: string): Problem {
  return {
    code: "folder-not-read",
    title: "A folder of logs could not be read.",
    detail: `${path}: reading it is not allowed.`,
    fix: "Check your rights, or name the files.",
  };
}

function noLogs(path: string): Problem {
  return {
    code: "folder-not-read",
    title: "There are no logs in this folder.",
    detail: `${path} holds no file that ends with .json, .ndjson, .csv, .log or .txt, packed or not.`,
    fix: "Name another folder, or the files themselves.",
  };
}

function tooMany(count: number): Problem {
  return {
    code: "folder-not-read",
    title: "There are too many files.",
    detail: `${count} files look like logs; the limit is ${mostFiles}.`,
    fix: "Name the folder of the logs themselves.",
  };
}
