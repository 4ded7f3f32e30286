import { isUtf8 } from "node:buffer";
import { createSplitter, type JsonShape, jsonSources } from "../core/sign-ins/index.ts";
import { isTooLong, threadsFor, withRoom } from "./database.ts";
import { firstLook } from "./first-look.ts";
import { type Loading, textOf } from "./loading.ts";
import type { Source } from "./open-source.ts";
import { insertRows, jsonFields, jsonRecords, largestRecord } from "./row-sql.ts";
import { copyBlanked, createSpillFile, cutEnvelopeEnd } from "./spill-file.ts";
import { typedFields, typedRecords } from "./typed-json.ts";

/** A larger file is copied in pieces, so that somebody can stop it. */
const mostAtOnce = 1024 ** 3;

/** JSON as `framingOf` tells it. */
export type JsonFraming = {
  readonly depth: 0 | 1 | 2 | 3;
  readonly shape: JsonShape | null;
  readonly arrayAt: number | null;
  readonly lines: boolean;
};

/** How the reading went. */
export type LoadedJson = {
  /** Records that were left out before DuckDB saw them. */
  readonly leftOut: number;
  /** The last of these has no end. */
  readonly isCut: boolean;
  /** The log says that it goes on elsewhere. */
  readonly nextLink: boolean;
};

/**
 * Reads a JSON log into the table. An array and lines are read by DuckDB where they lie; an envelope is unwrapped first, so
 * that it is an array, because DuckDB reads one object of 300 MB in 11 s and 1.2 GB. What DuckDB refuses (one bad element in an
 * array, bytes that are no UTF-8, an end that is missing) is parted into records by our own step and read line by line.
 */
export async function loadJson(source: Source, framing: JsonFraming, loading: Loading): Promise<LoadedJson> {
  const fast = await fastFile(source, framing, loading);
  if (fast !== null) {
    try {
      await insert(fast.path, fast.format, framing.shape, loading);
      return { leftOut: 0, isCut: false, nextLink: fast.nextLink };
    } catch (error) {
      if (loading.signal?.aborted === true || !isBadJson(error)) throw error;
    }
  }
  const { path, ...split } = await splitToLines(source, framing.depth, loading);
  await insert(path, "newline_delimited", framing.shape, loading);
  return split;
}

function isBadJson(error: unknown): boolean {
  return (
    error instanceof Error &&
    /malformed json|invalid utf-?8|maximum_object_size|json|cast/i.test(error.message)
  );
}

type FastFile = {
  readonly path: string;
  readonly format: "array" | "newline_delimited";
  readonly nextLink: boolean;
};

/** The file that DuckDB can read at once; null where the records have to be parted first. */
async function fastFile(
  source: Source,
  { depth, arrayAt, lines }: JsonFraming,
  loading: Loading,
): Promise<FastFile | null> {
  if (depth === 1) {
    // DuckDB passes over a byte order mark in front of an array, and over nothing else's.
    const path = source.needsCopy ? await plainFile(source, 0, loading) : await loading.linkTo(source.path);
    return { path, format: "array", nextLink: false };
  }
  if (depth === 0 && lines) {
    return { path: await plainFile(source, 0, loading), format: "newline_delimited", nextLink: false };
  }
  if (depth !== 2 || arrayAt === null) return null;
  const path = await plainFile(source, Buffer.byteLength(source.head.slice(0, arrayAt)), loading);
  const members = await cutEnvelopeEnd(path);
  return members === null
    ? null
    : {
        path,
        format: "array",
        nextLink:
          typeof members["@odata.nextLink"] === "string" || hasNextLink(source.head.slice(0, arrayAt)),
      };
}

/** The file where it lies, or a copy of it in UTF-8 from an offset on. */
async function plainFile(source: Source, from: number, loading: Loading): Promise<string> {
  if (from === 0 && !source.needsCopy && source.bom === 0) return loading.linkTo(source.path);
  const path = loading.pathFor("json");
  if (!source.needsCopy && source.size <= mostAtOnce) {
    await copyBlanked(source.path, path, source.size, source.bom + from);
    return path;
  }
  const copy = await createSpillFile(path);
  let toSkip = from;
  try {
    for await (const chunk of textOf(source, loading, loading.progress)) {
      const skipped = Math.min(toSkip, chunk.length);
      toSkip -= skipped;
      if (skipped < chunk.length) await copy.write(chunk.subarray(skipped));
    }
  } finally {
    await copy.close();
  }
  return path;
}

/**
 * Reads the records straight into columns, which takes one look at each. Where one of them is not of the form that the first
 * ones have, all are read again as objects and asked in every form.
 */
async function insert(
  path: string,
  format: "array" | "newline_delimited",
  shape: JsonShape | null,
  loading: Loading,
): Promise<void> {
  const { database, file, kind } = loading;
  // An array is read from its beginning to its end: further threads would only ask all the time whether there is something to do.
  await database.setThreads(format === "array" ? 1 : await threadsFor(path));
  await withRoom(database, async (long) => {
    if (shape !== null && (await insertTyped(path, format, shape, loading, long))) return;
    const { paths, fields } = jsonFields(jsonSources(null));
    const records = jsonRecords(path, format, paths, long);
    await inOneStep(loading, insertRows(file, fields, records, kind));
  });
}

/** Returns whether every record was read as a sign-in of this form; else none is in the table. */
async function insertTyped(
  path: string,
  format: "array" | "newline_delimited",
  shape: JsonShape,
  loading: Loading,
  long: boolean,
): Promise<boolean> {
  const { database, file, kind, signal, progress } = loading;
  const { columns, fields } = typedFields(jsonSources(shape));
  const records = typedRecords(path, format, columns, long);
  await firstLook(path, fields, records, loading);
  await database.run("BEGIN");
  try {
    await database.run(insertRows(file, fields, records, kind), progress.inserted);
    const [row] = await database.rows(`SELECT count(*) FROM rows WHERE file = ${file} AND NOT ok`);
    const isWhole = Number(row?.[0] ?? 0) === 0;
    await database.run(isWhole ? "COMMIT" : "ROLLBACK");
    return isWhole;
  } catch (error) {
    await database.run("ROLLBACK").catch(() => undefined);
    if (signal?.aborted === true || isTooLong(error) || !isBadJson(error)) throw error;
    return false;
  }
}

async function inOneStep({ database, progress }: Loading, sql: string): Promise<void> {
  await database.run("BEGIN");
  try {
    await database.run(sql, progress.inserted);
    await database.run("COMMIT");
  } catch (error) {
    await database.run("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

/** Parts the file into its records, each on a line of its own. */
async function splitToLines(
  source: Source,
  depth: number,
  loading: Loading,
): Promise<LoadedJson & { readonly path: string }> {
  const path = loading.pathFor("records");
  const out = await createSpillFile(path);
  let leftOut = 0;
  const leaveOut = () => {
    leftOut += 1;
  };
  let ready: Uint8Array[] = [];
  const splitter = createSplitter(
    depth,
    largestRecord,
    ({ bytes }) => void ready.push(oneLine(bytes), lineFeed),
    leaveOut,
    leaveOut,
  );
  let end = Buffer.alloc(0);
  try {
    for await (const chunk of textOf(source, loading, loading.progress)) {
      splitter.push(chunk);
      end = Buffer.concat([end, chunk]).subarray(-endBytes);
      for (const piece of ready) await out.write(piece);
      ready = [];
    }
  } finally {
    await out.close();
  }
  const isCut = splitter.end() !== null;
  if (isCut) leaveOut();
  const nextLink = hasNextLink(source.head) || hasNextLink(end.toString("utf8"));
  return { path, leftOut, isCut, nextLink };
}

/** An envelope names the next page before or behind its rows, and a row has no such member. */
const endBytes = 64 * 1024;

function hasNextLink(text: string): boolean {
  return /(?<!\\)"@odata\.nextLink"\s*:\s*"/.test(text);
}

const lineFeed = Uint8Array.of(0x0a);

/** A record without its line breaks, which stand between its members only, and in UTF-8 that is whole. */
function oneLine(bytes: Uint8Array): Uint8Array {
  const whole = isUtf8(bytes) ? bytes : Buffer.from(new TextDecoder().decode(bytes), "utf8");
  for (let at = whole.indexOf(0x0a); at !== -1; at = whole.indexOf(0x0a, at)) whole[at] = 0x20;
  for (let at = whole.indexOf(0x0d); at !== -1; at = whole.indexOf(0x0d, at)) whole[at] = 0x20;
  return whole;
}
