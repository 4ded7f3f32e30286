import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { ListedFile } from "./asar.ts";

/** Lists the files below a folder, with paths relative to it, in their order. */
export async function listFolder(folder: string): Promise<readonly ListedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  const listed = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: relative(folder, path), bytes: (await stat(path)).size };
    }),
  );
  return listed.sort((a, b) => (a.path < b.path ? -1 : 1));
}
