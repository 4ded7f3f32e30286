import { lstat } from "node:fs/promises";
import { basename } from "node:path";
import { fail, type Problem, type Result, succeed } from "../core/problem.ts";
import { readFileWithin, readPieces } from "./read-file.ts";
import { writeAtomically } from "./write-atomically.ts";

/** Where a person's own file lies: it can be read again, and written. */
export type FilePlace = {
  readonly path: string;
  readonly read: SourceFile["read"];
  /** False only where nothing lies there; what cannot be looked at may be there. */
  readonly isThere: () => Promise<boolean>;
  /** Puts other content there, whole or not at all; null when it is there. */
  readonly write: (bytes: Uint8Array) => Promise<Problem | null>;
};

/** A file from outside that a person picked, dropped or named. Whoever has it reads it once, or discards it. */
export type SourceFile = {
  /** Text for people, and what the domain of a bare property list is read from; never a path to go to. */
  readonly name: string;
  /** All of it at once. Problems: `file-not-read` and `file-too-large`, which name the file. */
  readonly read: (most: number) => Promise<Result<Uint8Array>>;
  /**
   * Piece by piece, for what is larger than memory should hold; `take` gets the next piece when it is done with the one
   * before. The same problems, null at the end.
   */
  readonly readPieces: (
    most: number,
    take: (piece: Uint8Array) => void | Promise<void>,
  ) => Promise<Problem | null>;
  /** For what reads files by their paths: the path holds until `use` is done. */
  readonly atPath: <T>(use: (path: string) => Promise<T>) => Promise<T>;
  /** Nobody reads it any more; a copy that was made of it goes. */
  readonly discard: () => Promise<void>;
  /** Null for a copy, and for what lies nowhere. */
  readonly place: FilePlace | null;
};

/** A file from outside that was read. */
export type PickedFile = { readonly name: string; readonly bytes: Uint8Array };

/** A person's own file where it lies; to discard it changes nothing. */
export function fileAt(path: string, name = basename(path)): SourceFile {
  const read: SourceFile["read"] = async (most) => {
    const bytes = await readFileWithin(path, most, name);
    return bytes instanceof Uint8Array ? succeed(bytes) : fail(bytes);
  };
  return {
    name,
    place: { path, read, isThere: () => isThere(path), write: (bytes) => writeAtomically(path, bytes) },
    read,
    readPieces: (most, take) => readPieces(path, most, take, name),
    atPath: (use) => use(path),
    discard: async () => undefined,
  };
}

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: unknown) => !(error instanceof Error && "code" in error && error.code === "ENOENT"),
  );
}

/**
 * A copy that was made of a person's file: it goes when it was read, whatever came of it, and when nobody wants it.
 *
 * @param remove takes the copy away; called once
 */
export function copyAt(path: string, name: string, remove: () => Promise<void>): SourceFile {
  const file = fileAt(path, name);
  let removed: Promise<void> | null = null;
  const discard = () => {
    removed ??= remove();
    return removed;
  };
  return {
    name,
    place: null,
    read: (most) => file.read(most).finally(discard),
    readPieces: (most, take) => file.readPieces(most, take).finally(discard),
    atPath: (use) => use(path).finally(discard),
    discard,
  };
}
