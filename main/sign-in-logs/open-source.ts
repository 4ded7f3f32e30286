import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { fail, type Problem, type Result, succeed } from "../core/problem.ts";
import { notAFile } from "../files/file-kinds.ts";

/** A file as UTF-8 text in pieces, whatever it is on disk. */
export type Source = {
  readonly path: string;
  /** Bytes on disk when it was opened; nothing beyond is read. */
  readonly size: number;
  readonly gzip: boolean;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
  /** Bytes of the byte order mark, which `chunks` leaves out. */
  readonly bom: number;
  /** The beginning of the text. */
  readonly head: string;
  /** True where the text on disk is not what DuckDB reads: packed, in another encoding. */
  readonly needsCopy: boolean;
  /** The whole text in UTF-8, each time from the beginning. Throws what zlib throws where a gzip is damaged. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
};

const headBytes = 256 * 1024;
const chunkBytes = 1024 * 1024;
/** A gzip that grows more than this, and beyond {@link bombBytes}, is no log. Logs shrink to a tenth or a twentieth. */
const mostGrowth = 400;
const bombBytes = 2 * 1024 ** 3;

/**
 * Opens a file of any encoding that logs come in: UTF-8 with or without a mark, UTF-16, gzip.
 *
 * @returns problems `file-not-read`, `not-a-sign-in-log` (an archive, a picture and the like)
 */
export async function openSource(path: string): Promise<Result<Source>> {
  let beginning: Buffer;
  let size: number;
  try {
    const found = await stat(path);
    const instead = notAFile(found);
    if (instead !== null) return fail(unreadable(`It is ${instead}.`));
    size = found.size;
    beginning = await firstBytes(path, headBytes);
  } catch (error) {
    return fail(unreadable(reasonOf(error)));
  }
  if (beginning.length >= 2 && beginning[0] === 0x50 && beginning[1] === 0x4b) return fail(archive());
  const gzip = beginning[0] === 0x1f && beginning[1] === 0x8b;
  const raw = () => rawChunks(path, size, gzip);
  const first = gzip ? await beginningOf(raw()) : beginning;
  const { encoding, bom } = encodingOf(first);
  const chunks = () => textChunks(raw(), encoding, bom);
  const decoder = new TextDecoder(encoding);
  const head = decoder.decode(first.subarray(bom), { stream: true });
  return succeed({ path, size, gzip, encoding, bom, head, needsCopy: gzip || encoding !== "utf-8", chunks });
}

async function firstBytes(path: string, most: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(most);
    const { bytesRead } = await file.read(buffer, 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* rawChunks(path: string, size: number, gzip: boolean): AsyncIterable<Uint8Array> {
  if (size === 0) return;
  const file = createReadStream(path, { end: size - 1, highWaterMark: chunkBytes });
  if (!gzip) {
    yield* file as AsyncIterable<Uint8Array>;
    return;
  }
  let total = 0;
  const unpacked = createGunzip({ chunkSize: 1024 * 1024 });
  file.on("error", (error) => unpacked.destroy(error));
  for await (const chunk of file.pipe(unpacked) as Readable) {
    total += (chunk as Uint8Array).length;
    if (total > bombBytes && total > size * mostGrowth)
      throw new Error("This gzip file unpacks without end.");
    yield chunk as Uint8Array;
  }
}

/** As much as can be unpacked of the first bytes; a damaged gzip may give none. */
async function beginningOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let total = 0;
  try {
    for await (const chunk of chunks) {
      pieces.push(chunk);
      total += chunk.length;
      if (total >= headBytes) break;
    }
  } catch {
    // Said when the whole file is read.
  }
  return Buffer.concat(pieces).subarray(0, headBytes);
}

/** What zlib throws at the end of a gzip that was cut or damaged. */
export function isDamagedGzip(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^Z_/.test(String(error.code));
}

function encodingOf(bytes: Uint8Array): Pick<Source, "encoding" | "bom"> {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", bom: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", bom: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", bom: 2 };
  // Every form of the log begins with an ASCII character.
  if (a !== undefined && a !== 0 && b === 0) return { encoding: "utf-16le", bom: 0 };
  if (a === 0 && b !== undefined && b !== 0) return { encoding: "utf-16be", bom: 0 };
  return { encoding: "utf-8", bom: 0 };
}

async function* textChunks(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Source["encoding"],
  bom: number,
): AsyncIterable<Uint8Array> {
  const decoder = encoding === "utf-8" ? null : new TextDecoder(encoding);
  let toSkip = bom;
  for await (const chunk of chunks) {
    const skipped = Math.min(toSkip, chunk.length);
    toSkip -= skipped;
    const rest = skipped === 0 ? chunk : chunk.subarray(skipped);
    if (decoder === null) yield rest;
    else yield Buffer.from(decoder.decode(rest, { stream: true }), "utf8");
  }
  if (decoder !== null) yield Buffer.from(decoder.decode(), "utf8");
}

function unreadable(detail: string): Problem {
  return {
    code: "file-not-read",
    title: "The log could not be read.",
    detail,
    fix: "Check the path and your rights to read it.",
  };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return "There is no such file.";
  if (code === "EACCES" || code === "EPERM") return "Reading it is not allowed.";
  return code === "" ? "The system gave no reason." : `The system says ${code}.`;
}

function archive(): Problem {
  return {
    code: "not-a-sign-in-log",
    title: "This is an archive or a workbook, and no sign-in log.",
    detail: "It begins like a ZIP file; .xlsx files do too.",
    fix: "Unpack it, or save the sheet as CSV in UTF-8, and load what comes out.",
  };
}
