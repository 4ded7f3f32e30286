import { lstat, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isRunning } from "./running.ts";

/**
 * Removes folders that a process made for itself and left when it was ended by force. A folder of somebody else, of a process that
 * is there, or a link in the place of a folder stays.
 *
 * @param prefix how the names of such folders begin; the number of the process that made it comes next, and then `-`
 */
export async function removeAbandonedFolders(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const owner = name.startsWith(prefix) ? /^(\d+)-/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (owner === undefined || isRunning(Number(owner))) continue;
    const path = join(parent, name);
    const found = await lstat(path).catch(() => null);
    if (found?.isDirectory() !== true || found.uid !== (process.getuid?.() ?? found.uid)) continue;
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}
