import { rmdirSync, rmSync } from "node:fs";
import { mkdir, mkdtemp, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Surroundings, stateFolder } from "../../app/history/state-folder.ts";

/** A page on disk that leads to an address; only this user can read it. */
export type LinkFile = {
  readonly path: string;
  /** Takes the page and its folder away; harmless when they are gone. */
  readonly remove: () => void;
};

const prefix = "latchkey-link-";
const page = "open.html";
/** A link is worth nothing after this, in milliseconds: whoever left one behind was ended by force. */
const longestLife = 10 * 60_000;

/**
 * Writes a page (0600) into a folder of its own (0700) that leads the browser to an address. What stands in an argument
 * of a program can be read by every user of a machine; a file like this one cannot.
 *
 * @returns null where no such file can be made
 */
export async function writeLinkFile(address: string, surroundings: Surroundings): Promise<LinkFile | null> {
  const parent = linkParent(surroundings);
  try {
    await mkdir(parent, { recursive: true, mode: 0o700 });
    await removeForgotten(parent);
    // mkdtemp makes the folder with mode 0700.
    const folder = await mkdtemp(join(parent, prefix));
    const path = join(folder, page);
    await writeFile(path, linkPage(address), { mode: 0o600, flag: "wx" });
    return { path, remove: () => removeFolder(folder) };
  } catch {
    return null;
  }
}

/**
 * On Linux the home folder itself: a browser in a snap reads neither `/tmp` nor what begins with a dot there. Elsewhere the
 * folder for what the app keeps.
 */
export function linkParent(surroundings: Surroundings): string {
  return surroundings.platform === "linux" ? surroundings.home : stateFolder(surroundings);
}

/** The page itself: it goes on at once, and has a link for a browser that does not. */
export function linkPage(address: string): string {
  const target = escapeText(address);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Latchkey</title>
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0; url=${target}">
</head>
<body><p><a href="${target}">Go on to Latchkey</a></p></body>
</html>
`;
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Pages of starts that were ended by force. */
async function removeForgotten(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(parent, name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > longestLife) removeFolder(folder);
  }
}

/** Removes our page and the folder only if nothing else is in it. It waits for nothing, so it works while a process ends. */
function removeFolder(folder: string): void {
  try {
    rmSync(join(folder, page), { force: true });
    rmdirSync(folder);
  } catch {
    // Somebody else's file is in it, or the folder is gone: then there is nothing of ours left.
  }
}
