import type { ExplainProgress } from "../../../preload/contract.ts";
import {
  createMacLogReader,
  looksLikeMacLog,
  type MacLogReader,
  type ReadLog,
  sniffedCharacters,
} from "../../core/mac-log/index.ts";
import type { Problem } from "../../core/problem.ts";
import { createStreamDecoder } from "../../files/decode-stream.ts";

/** A file of which nobody knows yet what it is. */
export type LogSource = {
  /** What answers call it: its path in its folder, or its name. */
  readonly name: string;
  /** Piece by piece; a problem when it could not be read to its end. */
  readonly readPieces: (
    most: number,
    take: (piece: Uint8Array) => void | Promise<void>,
  ) => Promise<Problem | null>;
};

/** What a file turned out to be. */
export type ReadFile =
  | { readonly kind: "log"; readonly log: ReadLog; readonly bytes: number; readonly problem: Problem | null }
  /** Some other text, of which the beginning is kept: {@link sniffedCharacters} at most. */
  | { readonly kind: "text"; readonly text: string; readonly isWhole: boolean; readonly bytes: number }
  | { readonly kind: "binary"; readonly bytes: number }
  | { readonly kind: "unread"; readonly problem: Problem };

/** How far the reading is, and whether anybody still wants it. */
export type Course = {
  /** False ends the reading with what there is. */
  readonly goesOn: () => boolean;
  readonly tell: (progress: ExplainProgress) => void;
};

/** The same of one file: how many bytes of it were read. */
export type FileCourse = { readonly goesOn: () => boolean; readonly tell: (bytes: number) => void };

/** Nobody waits for anything but the end. */
export const inSilence: Course = { goesOn: () => true, tell: () => undefined };

/** Bytes between two reports of how far it is. */
const reportBytes = 4 * 1024 * 1024;

/** Ends the reading of a file that is no log: what comes is not asked for. */
class Enough extends Error {}

/**
 * Reads a file as a stream: its beginning says whether it is a log of the Mac, and only then the rest is read. Never more than a
 * piece and the lines that are shown are in memory.
 *
 * @param isLoginLog as in {@link createMacLogReader}
 */
export async function readLogFile(
  source: LogSource,
  most: number,
  isLoginLog: boolean,
  course: FileCourse,
): Promise<ReadFile> {
  const decoder = createStreamDecoder();
  let reader: MacLogReader | null = null;
  let beginning = "";
  let bytes = 0;
  let isBinary = false;
  let isWhole = true;
  let reported = -reportBytes;
  const take = (piece: Uint8Array): void => {
    if (!course.goesOn()) throw new Enough();
    bytes += piece.length;
    if (bytes - reported >= reportBytes) {
      reported = bytes;
      course.tell(bytes);
    }
    const text = decoder.push(piece);
    if (text === null) {
      isBinary = true;
      throw new Enough();
    }
    if (reader !== null) reader.push(text);
    else {
      beginning += text;
      if (beginning.length < sniffedCharacters) return;
      reader = readerFor(source.name, beginning, isLoginLog);
      if (reader === null) {
        isWhole = false;
        throw new Enough();
      }
    }
  };
  const problem = await source.readPieces(most, take).catch((error: unknown) => {
    if (error instanceof Enough) return null;
    throw error;
  });
  if (isBinary) return { kind: "binary", bytes };
  const rest = isWhole ? decoder.end() : "";
  // TypeScript does not see that `take` has set it.
  const begun = reader as MacLogReader | null;
  if (begun !== null) begun.push(rest);
  const found = begun ?? (isWhole ? readerFor(source.name, beginning + rest, isLoginLog) : null);
  if (found !== null) return { kind: "log", log: found.end(), bytes, problem };
  if (problem !== null) return { kind: "unread", problem };
  return { kind: "text", text: (beginning + rest).slice(0, sniffedCharacters), isWhole, bytes };
}

function readerFor(name: string, beginning: string, isLoginLog: boolean): MacLogReader | null {
  if (!looksLikeMacLog(beginning, 1)) return null;
  const reader = createMacLogReader(name, isLoginLog);
  reader.push(beginning);
  return reader;
}
