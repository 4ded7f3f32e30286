import { randomBytes } from "node:crypto";
import { lstat, readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isRunning } from "./running.ts";

/** A draft tells what it is for and which process writes it: `.profile.plist.4711-0123456789ab.part`. */
const draftName = /^\.(.+)\.(\d+)-[0-9a-f]{12}\.part$/s;

/** No write takes so long; after it, the process of that number is another one. */
const longestWrite = 60 * 60 * 1000;

/** A new name for a draft beside the file that it will become. */
export function newDraft(path: string): string {
  const name = `.${labelOf(path)}.${process.pid}-${randomBytes(6).toString("hex")}.part`;
  return join(dirname(path), name);
}

/** Removes the drafts that killed writes to this place left. Those that are being written stay. */
export async function removeAbandonedDrafts(path: string): Promise<void> {
  const label = labelOf(path);
  for (const draft of await draftsIn(dirname(path), (other) => other === label)) {
    if (await isAbandoned(draft)) await remove(draft.path);
  }
}

/** Removes every draft in a folder whose file has a name that `isOurs` knows. */
export async function removeAllDrafts(folder: string, isOurs: (name: string) => boolean): Promise<void> {
  for (const draft of await draftsIn(folder, isOurs)) await remove(draft.path);
}

type Draft = { readonly path: string; readonly writer: number };

async function draftsIn(folder: string, isWanted: (label: string) => boolean): Promise<readonly Draft[]> {
  // A folder that cannot be listed can still be written to. What lies there then is not seen and stays.
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => {
    const [, label, writer] = draftName.exec(name) ?? [];
    const isOne = label !== undefined && writer !== undefined && isWanted(label);
    return isOne ? [{ path: join(folder, name), writer: Number(writer) }] : [];
  });
}

/** Cut, because the name of a draft must not be too long where that of the file just is not. */
function labelOf(path: string): string {
  return basename(path).slice(0, 60);
}

async function isAbandoned({ path, writer }: Draft): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  if (found === null || !found.isFile()) return false;
  const age = Date.now() - found.mtimeMs;
  // A second for clocks of file systems that count in coarse steps.
  if (writer === process.pid) return age > process.uptime() * 1000 + 1000;
  return !isRunning(writer) || age > longestWrite;
}

/** A draft that cannot be removed must not keep anybody from writing the file. */
async function remove(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}
