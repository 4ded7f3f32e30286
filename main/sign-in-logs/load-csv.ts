import { fail, type Result, succeed } from "../core/problem.ts";
import {
  type CsvKind,
  createCsvReader,
  type DetailColumns,
  delimiterOf,
  mostListed,
  readCsvRecords,
  readHeader,
  type SkippedRow,
} from "../core/sign-ins/index.ts";
import { inUtf8, isFileUtf8 } from "./csv-text.ts";
import { threadsFor, withRoom } from "./database.ts";
import { firstLook } from "./first-look.ts";
import { type Loading, textOf } from "./loading.ts";
import type { Source } from "./open-source.ts";
import { csvFields, csvRecords, insertRows } from "./row-sql.ts";
import { createSpillFile } from "./spill-file.ts";
import { noRows, type Tally, tallyOf } from "./tally.ts";

export type LoadedCsv = {
  readonly kind: CsvKind;
  readonly tally: Tally;
  readonly skipped: number;
  readonly skippedRows: readonly SkippedRow[];
};

/** How many records at the beginning are looked at to tell the columns. */
const seen = 20;

/** Reads a CSV log, or the authentication details that belong to one, into their tables. */
export async function loadCsv(source: Source, loading: Loading): Promise<Result<LoadedCsv>> {
  const delimiter = delimiterOf(source.head);
  const records = readCsvRecords(source.head, delimiter, source.head.length < 200_000);
  const [header, ...rows] = records.slice(0, seen + 1).map(({ cells }) => cells);
  if (header === undefined) return fail(emptyFile);
  const kind = readHeader(header, rows);
  if (!kind.ok) return kind;
  if (kind.value.kind === "rows" && kind.value.byPlace) loading.note({ kind: "header-by-place" });
  const path = await pathFor(source, loading);
  const rejected = await insert(path, delimiter, header.length, kind.value, loading);
  const { code = [], outcome = [] } = kind.value.kind === "rows" ? kind.value.columns : {};
  const codes = [...code, ...outcome].map(({ column }) => column);
  const tally = kind.value.kind === "rows" ? await tallyOf(loading) : noRows;
  const skipped = rejected + tally.unread;
  const skippedRows = skipped === 0 ? [] : await findUnread(source, delimiter, header.length, codes, loading);
  return succeed({ kind: kind.value, tally, skipped, skippedRows });
}

/** DuckDB reads UTF-8 where it lies; anything else is written anew first. */
async function pathFor(source: Source, loading: Loading): Promise<string> {
  if (!source.needsCopy && (await isFileUtf8(source.path, source.size, loading.signal))) {
    return loading.linkTo(source.path);
  }
  const path = loading.pathFor("csv");
  const copy = await createSpillFile(path);
  try {
    for await (const block of inUtf8(textOf(source, loading, loading.progress), () =>
      loading.note({ kind: "not-utf-8" }),
    )) {
      await copy.write(block);
    }
  } finally {
    await copy.close();
  }
  return path;
}

/** Returns how many records DuckDB turned down: too few or too many cells, quotes that do not close. */
async function insert(
  path: string,
  delimiter: string,
  width: number,
  kind: CsvKind,
  loading: Loading,
): Promise<number> {
  const { database } = loading;
  const count = async (what: string) => {
    const [row] = await database.rows(`SELECT count(DISTINCT line) FROM reject_errors ${what}`);
    return Number(row?.[0] ?? 0);
  };
  if (kind.kind === "rows") {
    const fields = csvFields(kind.columns);
    await firstLook(path, fields, csvRecords(path, delimiter, width, false), loading);
  }
  await database.setThreads(await threadsFor(path));
  await withRoom(database, async (long) => {
    await database.run("DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans");
    await database.run("BEGIN");
    try {
      const from = csvRecords(path, delimiter, width, long);
      if (kind.kind === "details") await database.run(insertDetails(kind.columns, from));
      else
        await database.run(
          insertRows(loading.file, csvFields(kind.columns), from, loading.kind),
          loading.progress.inserted,
        );
      // DuckDB turns down what it has no room for like what is wrong.
      if (!long && (await count("WHERE error_type = 'LINE SIZE OVER MAXIMUM'")) > 0)
        throw new Error("maximum line size");
      await database.run("COMMIT");
    } catch (error) {
      await database.run("ROLLBACK").catch(() => undefined);
      throw error;
    }
  });
  return count("");
}

/** One row for each step of a sign-in, in the words of Graph. */
function insertDetails(columns: DetailColumns, from: string): string {
  const cell = (column: number | null) => (column === null ? "NULL" : `nullif(c${column}, '')`);
  return `INSERT INTO details SELECT lower(trim(c${columns.requestId})), ${cell(columns.method)}, ${cell(columns.detail)},
    lower(${cell(columns.succeeded)}) IN ('true', 'yes', 'success'), ${cell(columns.result)} FROM ${from}`;
}

export const createDetails =
  "CREATE TABLE details (requestId VARCHAR, method VARCHAR, detail VARCHAR, succeeded BOOLEAN, result VARCHAR)";

/** The lines of what was not read, found in a pass of our own: it is rare, and DuckDB counts records. */
async function findUnread(
  source: Source,
  delimiter: string,
  width: number,
  codes: readonly number[],
  loading: Loading,
): Promise<readonly SkippedRow[]> {
  const reader = createCsvReader(delimiter);
  const decoder = new TextDecoder();
  const found: SkippedRow[] = [];
  const file = loading.name;
  let isHeader = true;
  const look = (records: ReturnType<typeof reader.push>) => {
    for (const { line, cells } of records) {
      if (isHeader) isHeader = false;
      else if (cells.length !== width) {
        found.push({ file, line, reason: `It has ${cells.length} cells, and the header ${width}.` });
      } else if (
        codes.length > 0 &&
        !codes.some((column) => /^\s*-?\d+\s*$|^\s*success\s*$/i.test(cells[column] ?? ""))
      ) {
        found.push({ file, line, reason: "It has no error code." });
      }
    }
  };
  for await (const chunk of textOf(source, loading)) {
    look(reader.push(decoder.decode(chunk, { stream: true })));
    if (found.length >= mostListed) return found.slice(0, mostListed);
  }
  look(reader.end());
  return found.slice(0, mostListed);
}

const emptyFile = {
  code: "not-a-sign-in-log",
  title: "This file is empty.",
  detail: "It holds no header and no rows.",
  fix: "Download the log again, for a time in which somebody signed in.",
} as const;
