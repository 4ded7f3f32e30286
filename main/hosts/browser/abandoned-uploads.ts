import { lstat, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** How the name of a folder with uploads begins; the process that made it comes next. */
export const uploadFolderPrefix = "latchkey-files-";

/**
 * Removes the folders of processes that were ended by force. A folder of somebody else, of a process that is there, or a link in
 * the place of a folder stays.
 */
export async function forgetAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const owner = /^latchkey-files-(\d+)-/.exec(name)?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    const path = join(parent, name);
    const found = await lstat(path).catch(() => null);
    if (found?.isDirectory() !== true || found.uid !== (process.getuid?.() ?? found.uid)) continue;
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be asked, but is there.
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
