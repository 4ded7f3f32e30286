import { spawn } from "node:child_process";

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["/usr/bin/open"],
  // `start` needs a title before the address.
  win32: ["cmd.exe", "/c", "start", ""],
  linux: ["xdg-open"],
};

/** Asks the system to show an address in the default browser; a system without an opener is not an error. */
export function openInBrowser(url: string, platform: NodeJS.Platform = process.platform): void {
  const opener = openers[platform];
  if (opener === undefined) return;
  const [executable, ...args] = opener;
  const child = spawn(executable, [...args, url], { stdio: "ignore", detached: true });
  child.once("error", () => undefined);
  child.unref();
}
