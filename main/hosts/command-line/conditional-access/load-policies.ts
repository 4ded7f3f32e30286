import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { gatherPolicies } from "../../../app/policies/gather-policies.ts";
import type { LoadedPolicies } from "../../../app/policies/policy-files.ts";
import { fail, type Problem, type Result, succeed } from "../../../core/problem.ts";
import type { Terminal } from "../command.ts";

/** Reads policies from files and folders: every `.json` below a folder. */
export async function loadPolicies(
  paths: readonly string[],
  terminal: Terminal,
): Promise<Result<LoadedPolicies>> {
  const files = await filesIn(paths);
  if (!Array.isArray(files)) return fail(files);
  const sources = files.map((name) => ({
    name,
    read: async (most: number) => {
      const bytes = await terminal.readFile(name, most);
      return bytes instanceof Uint8Array ? succeed(bytes) : fail(bytes);
    },
  }));
  return gatherPolicies(sources, paths);
}

async function filesIn(paths: readonly string[]): Promise<string[] | Problem> {
  const files: string[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false, // A path that does not exist is reported when it is read.
    );
    if (!isFolder) {
      files.push(path);
      continue;
    }
    try {
      const names = await readdir(path, { recursive: true });
      files.push(
        ...names
          .filter((name) => /\.json$/iu.test(name))
          .toSorted()
          .map((name) => join(path, name)),
      );
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
      return {
        code: "folder-unreadable",
        title: "A folder of policies cannot be read.",
        detail: `${path}: ${code}.`,
        fix: "Check the name and the permissions of the folder.",
      };
    }
  }
  return files;
}
