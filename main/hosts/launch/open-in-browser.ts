import { spawn } from "node:child_process";
import type { Surroundings } from "../../app/history/state-folder.ts";
import { writeLinkFile } from "./link-file.ts";

const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ["/usr/bin/open"],
  // Not `start`: that is the shell's, which reads more than a path out of a path.
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
  linux: ["xdg-open"],
};

/** How long a slow machine may take to start its browser, in milliseconds. */
const patience = 2 * 60_000;

/** The program that shows a page on disk in the default browser, and its arguments; null where the system has none. */
export function openCommand(
  path: string,
  platform: string,
): readonly [program: string, ...args: string[]] | null {
  const opener = Object.hasOwn(openers, platform) ? openers[platform] : undefined;
  return opener === undefined ? null : [...opener, path];
}

/**
 * The address that a browser is sent to. An authorize URL comes from a document that a stranger may have written: only web
 * addresses go out, as they were parsed and never as they were written.
 *
 * @returns null for another kind of address
 */
export function webAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === "https:" || protocol === "http:" ? href : null;
}

/**
 * Asks the system to show an address in the default browser; where that cannot be, the printed address is enough. The
 * address stands in a file and never in an argument: it may let somebody in, or answer a login in somebody's place.
 *
 * @returns takes the file away, once nobody needs it any more; it goes by itself after a while and with the process
 */
export async function openInBrowser(text: string, surroundings: Surroundings): Promise<() => void> {
  const address = webAddress(text);
  const link = address === null ? null : await writeLinkFile(address, surroundings);
  const command = link === null ? null : openCommand(link.path, surroundings.platform);
  if (link === null || command === null) {
    link?.remove();
    return () => undefined;
  }
  const forget = (): void => {
    clearTimeout(timer);
    process.off("exit", forget);
    link.remove();
  };
  const timer = setTimeout(forget, patience).unref();
  process.once("exit", forget);
  const [program, ...args] = command;
  const child = spawn(program, args, {
    stdio: "ignore",
    detached: true,
    env: { ...surroundings.environment },
  });
  child.once("error", forget);
  child.unref();
  return forget;
}
