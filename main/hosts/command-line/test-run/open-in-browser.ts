import { spawn } from "node:child_process";
import { platform } from "node:os";

/** Opens an address in the person's browser; where there is none, the printed address is enough. */
export function openInBrowser(url: string): void {
  // Only web addresses: the authorize URL comes from a document that a stranger may have written.
  if (!/^https?:\/\//.test(url)) return;
  const [program, ...before] = opener();
  if (program === undefined) return;
  const child = spawn(program, [...before, url], { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}

function opener(): readonly string[] {
  if (platform() === "darwin") return ["open"];
  return platform() === "win32" ? ["rundll32", "url.dll,FileProtocolHandler"] : ["xdg-open"];
}
