import { constants, type Stats } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import type { Problem } from "../core/problem.ts";
import { notAFile } from "./file-kinds.ts";

/**
 * Reads a whole file, if it is one and not larger than `most` bytes. A pipe would wait for somebody to write to it, a
 * device may never end: both are refused before they are opened. What the shell put there for this process
 * (`/dev/stdin`, `<(command)`) is read, up to the same size.
 *
 * @param name what a problem calls the file
 * @returns the bytes; problems `file-not-read` and `file-too-large`, which name the file
 */
export async function readFileWithin(path: string, most: number, name = path): Promise<Uint8Array | Problem> {
  try {
    const found = await stat(path);
    const isHandedOver = handedOver.test(path) && found.isFIFO();
    const refused = isHandedOver ? null : refusal(name, found, most);
    if (refused !== null) return refused;
    const file = await open(path, isHandedOver ? constants.O_RDONLY : withoutWaiting());
    try {
      // Another file may have taken its place since.
      const opened = await file.stat();
      const changed = isHandedOver ? null : refusal(name, opened, most);
      if (changed !== null) return changed;
      return (
        (await readUpTo(file, opened.size, most)) ??
        tooLarge(name, `It has more than ${megabytes(most)}`, most)
      );
    } finally {
      await file.close();
    }
  } catch (error) {
    return unreadable(name, reasonOf(error), "Check the path and your rights to read it.");
  }
}

/** The ends of pipes that a process was started with. */
const handedOver = /^(\/dev\/(stdin|fd\/\d+)|\/proc\/self\/fd\/\d+)$/;

/** Opening a pipe that nobody writes to returns at once then. Windows has no such flag and no such pipes. */
function withoutWaiting(): number {
  return constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
}

function refusal(name: string, found: Stats, most: number): Problem | null {
  const instead = notAFile(found);
  if (instead !== null) return unreadable(name, `It is ${instead}.`, fixFor(instead));
  return found.size > most ? tooLarge(name, `It has ${megabytes(found.size)}`, most) : null;
}

function fixFor(instead: string): string {
  return instead === "a folder" ? "Name a file in it." : "Name a file.";
}

/** Everything up to the end; null beyond `most` bytes. A file can grow while it is read, or state no size at all. */
async function readUpTo(file: FileHandle, stated: number, most: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let total = 0;
  for (let size = stated + 1; ; size = 1024 * 1024) {
    const chunk = Buffer.allocUnsafe(Math.max(4096, size));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, null);
    if (bytesRead === 0) break;
    total += bytesRead;
    if (total > most) return null;
    chunks.push(chunk.subarray(0, bytesRead));
  }
  const [first] = chunks;
  return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks);
}

function megabytes(bytes: number): string {
  const size = bytes / 1024 / 1024;
  return `${size < 10 ? Math.round(size * 10) / 10 : Math.round(size)} MB`;
}

function tooLarge(name: string, size: string, most: number): Problem {
  return {
    code: "file-too-large",
    title: `${name} is too large.`,
    detail: `${size}; the limit is ${megabytes(most)}.`,
    fix: "Check that this is the file you mean.",
  };
}

function unreadable(name: string, detail: string, fix: string): Problem {
  return { code: "file-not-read", title: `${name} could not be read.`, detail, fix };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return "There is no such file.";
  if (code === "EACCES" || code === "EPERM") return "Reading it is not allowed.";
  return code === "" ? "The system gave no reason." : `The system says ${code}.`;
}
