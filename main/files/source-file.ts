import { basename } from "node:path";
import { fail, type Problem, type Result, succeed } from "../core/problem.ts";
import { readFileWithin, readPieces } from "./read-file.ts";

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
  /** Nobody reads it any more; a copy that was made of it goes. */
  readonly discard: () => Promise<void>;
};

/** A file from outside that was read. */
export type PickedFile = { readonly name: string; readonly bytes: Uint8Array };

/** A person's own file where it lies; to discard it changes nothing. */
export function fileAt(path: string, name = basename(path)): SourceFile {
  return {
    name,
    read: async (most) => {
      const bytes = await readFileWithin(path, most, name);
      return bytes instanceof Uint8Array ? succeed(bytes) : fail(bytes);
    },
    readPieces: (most, take) => readPieces(path, most, take, name),
    discard: async () => undefined,
  };
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
    read: (most) => file.read(most).finally(discard),
    readPieces: (most, take) => file.readPieces(most, take).finally(discard),
    discard,
  };
}
