import { constants, type Stats } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import type { Problem } from "../core/problem.ts";
import { notAFile } from "./file-kinds.ts";

/** Most bytes that are held at a time while a file is read piece by piece. */
const pieceBytes = 1024 * 1024;

/**
 * Reads a whole file, if it is one and not larger than `most` bytes: {@link readPieces} for files that fit into memory.
 *
 * @param name what a problem calls the file
 * @returns the bytes; problems `file-not-read` and `file-too-large`, which name the file
 */
export async function readFileWithin(path: string, most: number, name = path): Promise<Uint8Array | Problem> {
  const pieces: Uint8Array[] = [];
  const problem = await readPieces(path, most, (piece) => void pieces.push(piece), name);
  if (problem !== null) return problem;
  const [first] = pieces;
  return first !== undefined && pieces.length === 1 ? first : Buffer.concat(pieces);
}

/**
 * Reads a file piece by piece, if it is one and not larger than `most` bytes. A pipe would wait for somebody to write to it, a
 * device may never end: both are refused before they are opened. What the shell put there for this process
 * (`/dev/stdin`, `<(command)`) is read, up to the same size.
 *
 * @param take gets the pieces in their order, and the next one when it is done with the one before; what it throws, this throws
 * @param name what a problem calls the file
 * @returns null at the end; problems `file-not-read` and `file-too-large`, which name the file, and then not all has been read
 */
export async function readPieces(
  path: string,
  most: number,
  take: (piece: Uint8Array) => void | Promise<void>,
  name = path,
): Promise<Problem | null> {
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
      const isWhole = await piecesUpTo(file, opened.size, most, take);
      return isWhole ? null : tooLarge(name, `It has more than ${megabytes(most)}`, most);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
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

/** Everything up to the end; false beyond `most` bytes. A file can grow while it is read, or state no size at all. */
async function piecesUpTo(
  file: FileHandle,
  stated: number,
  most: number,
  take: (piece: Uint8Array) => void | Promise<void>,
): Promise<boolean> {
  for (let total = 0; ; ) {
    // One more than is left, so that the end is seen with the last piece.
    const left = Math.max(stated - total, 0) + 1;
    const piece = Buffer.allocUnsafe(Math.min(Math.max(left, 4096), pieceBytes));
    const { bytesRead } = await file.read(piece, 0, piece.length, null);
    if (bytesRead === 0) return true;
    total += bytesRead;
    if (total > most) return false;
    await take(piece.subarray(0, bytesRead));
  }
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

function reasonOf(error: Error & { readonly code: unknown }): string {
  const code = String(error.code);
  if (code === "ENOENT") return "There is no such file.";
  if (code === "EACCES" || code === "EPERM") return "Reading it is not allowed.";
  return `The system says ${code}.`;
}
