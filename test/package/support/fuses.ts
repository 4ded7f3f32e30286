import { readFile } from "node:fs/promises";

/** Electron's fuses in the order of its binary, by the names that electron-builder gives them (`@electron/fuses`, V1). */
const names = [
  "runAsNode",
  "enableCookieEncryption",
  "enableNodeOptionsEnvironmentVariable",
  "enableNodeCliInspectArguments",
  "enableEmbeddedAsarIntegrityValidation",
  "onlyLoadAppFromAsar",
  "loadBrowserProcessSpecificV8Snapshot",
  "grantFileProtocolExtraPrivileges",
] as const;

/** What stands before the fuses in the binary. */
const sentinel = Buffer.from("dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX");

export type Fuses = Readonly<Record<string, boolean>>;

/**
 * Reads the fuses out of a binary of Electron. Read here and not by the tool that has set them: two opinions. A fuse that
 * this list has no name for is called by its number; one that the binary no longer has is left out.
 */
export async function readFuses(binary: string): Promise<Fuses> {
  const bytes = await readFile(binary);
  const start = bytes.indexOf(sentinel);
  if (start === -1) throw new Error(`${binary} holds no fuses.`);
  const wire = bytes.subarray(start + sentinel.length);
  const [version = 0, length = 0] = wire;
  if (version !== 1)
    throw new Error(`The fuses of ${binary} have version ${version}; this test reads version 1.`);
  const fuses: Record<string, boolean> = {};
  for (const [index, state] of [...wire.subarray(2, 2 + length)].entries()) {
    const letter = String.fromCharCode(state);
    if (letter === "r") continue;
    if (letter !== "0" && letter !== "1") throw new Error(`Fuse ${index} is ${letter}.`);
    fuses[names[index] ?? `fuse ${index}`] = letter === "1";
  }
  return fuses;
}

/** The block `electronFuses` of electron-builder.yml; a line in it that is neither a comment nor a switch is an error. */
export function configuredFuses(yaml: string): Fuses {
  const block = /^electronFuses:\n((?:(?: +.*)?\n)+)/m.exec(yaml)?.[1];
  if (block === undefined) throw new Error("electron-builder.yml has no electronFuses.");
  const fuses: Record<string, boolean> = {};
  for (const line of block.split("\n")) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const [, name, value] = /^ {2}(\w+): (true|false)$/.exec(line) ?? [];
    if (name === undefined) throw new Error(`electronFuses has a line that is no switch: ${line}`);
    fuses[name] = value === "true";
  }
  return fuses;
}
