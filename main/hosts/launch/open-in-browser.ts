import { spawn } from "node:child_process";

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["/usr/bin/open"],
  // Not `start`: that is the shell's, which reads more than an address out of an address.
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
  linux: ["xdg-open"],
};

/**
 * The program that shows an address in the default browser, and its arguments. An authorize URL comes from a document that a
 * stranger may have written: only web addresses go out, as they were parsed and never as they were written.
 *
 * @returns null for another kind of address, and where the system has no such program
 */
export function openCommand(
  address: string,
  platform: NodeJS.Platform,
): readonly [program: string, ...args: string[]] | null {
  const opener = openers[platform];
  if (opener === undefined || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === "https:" || protocol === "http:" ? [...opener, href] : null;
}

/** Asks the system to show an address in the default browser; where that cannot be, the printed address is enough. */
export function openInBrowser(address: string): void {
  const command = openCommand(address, process.platform);
  if (command === null) return;
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: "ignore", detached: true });
  child.once("error", () => undefined);
  child.unref();
}
