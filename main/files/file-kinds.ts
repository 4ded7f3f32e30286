import type { Stats } from "node:fs";

/** What stands at a place where a file should be, in words: `a folder`; null for a regular file. */
export function notAFile(found: Stats): string | null {
  if (found.isFile()) return null;
  if (found.isDirectory()) return "a folder";
  if (found.isFIFO()) return "a named pipe";
  if (found.isSocket()) return "a socket";
  return "a device";
}
