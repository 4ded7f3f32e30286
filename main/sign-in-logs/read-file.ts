import { fail, type Problem, type Result, succeed } from "../core/problem.ts";
import {
  type FileReading,
  type Framing,
  framingOf,
  type JsonShape,
  signInCategory,
} from "../core/sign-ins/index.ts";
import { findUnreadJson } from "./find-unread-json.ts";
import { loadCsv } from "./load-csv.ts";
import { type JsonFraming, type LoadedJson, loadJson } from "./load-json.ts";
import { loadQueryAnswer } from "./load-query-answer.ts";
import type { Loading, LoadingNote } from "./loading.ts";
import { noteFinding } from "./note-finding.ts";
import { openSource, type Source } from "./open-source.ts";
import { settleDates } from "./settle-dates.ts";
import { type Tally, tallyOf } from "./tally.ts";

/** How a file was read, and which codes its rows have. */
export type ReadFile = {
  readonly reading: Omit<FileReading, "duplicates">;
  readonly codes: readonly number[];
};

/**
 * Reads one file into the table. Throws what the machine says against it, and what {@link unreadLog} tells of.
 *
 * @returns problems `file-not-read`, `not-a-sign-in-log`, `stopped`
 */
export async function readFile(path: string, start: Omit<Loading, "note">): Promise<Result<ReadFile>> {
  const notes: LoadingNote[] = [];
  const loading: Loading = {
    ...start,
    note: (note) => notes.some(({ kind }) => kind === note.kind) || notes.push(note),
  };
  const opened = await openSource(path);
  if (!opened.ok) return opened;
  const read = await readAs(opened.value, framingOf(opened.value.head), loading);
  if (loading.signal?.aborted === true) return fail(stopped);
  if (!read.ok) return read;
  const { tally, ...reading } = read.value;
  const undated = await settleDates(loading, tally);
  const findings = notes.map((note) => noteFinding(note, loading.name));
  return succeed({ reading: { ...reading, undated, notes: findings }, codes: tally.codes });
}

type Reading = Omit<FileReading, "duplicates" | "undated" | "notes"> & { readonly tally: Tally };

async function readAs(source: Source, framing: Framing, loading: Loading): Promise<Result<Reading>> {
  switch (framing.kind) {
    case "empty":
      return fail(noRows("The file is empty."));
    case "other":
      return fail(noRows(framing.what));
    case "csv":
      return readCsv(source, loading);
    case "query-answer": {
      const loaded = await loadQueryAnswer(source, loading);
      return loaded.ok ? jsonReading(source, "log-analytics", null, loaded.value, loading) : loaded;
    }
    case "json": {
      const loaded = await loadJson(source, framing, loading);
      return jsonReading(source, framing.shape, framing, loaded, loading);
    }
  }
}

async function readCsv(source: Source, loading: Loading): Promise<Result<Reading>> {
  const loaded = await loadCsv(source, loading);
  if (!loaded.ok) return loaded;
  const { kind, tally, skipped, skippedRows } = loaded.value;
  if (kind.kind === "details") {
    const format = "CSV of the Entra admin center, authentication details";
    return succeed({ file: loading.name, format, rows: 0, skipped, skippedRows, tally });
  }
  const from = kind.format === "portal-csv" ? "the Entra admin center" : "Log Analytics";
  const format = `CSV of ${from}${packed(source)}`;
  return succeed({ file: loading.name, format, rows: tally.rows, skipped, skippedRows, tally });
}

async function jsonReading(
  source: Source,
  shape: JsonShape | null,
  framing: JsonFraming | null,
  loaded: LoadedJson,
  loading: Loading,
): Promise<Result<Reading>> {
  const tally = await tallyOf(loading);
  const { rows, unread } = tally;
  const skipped = unread + loaded.leftOut;
  if (rows === 0 && skipped === 1 && loaded.isCut) return fail(cutInFirstRecord);
  if (rows === 0 && skipped > 0) return fail(noSignIns(await categoriesOf(loading)));
  if (loaded.nextLink) loading.note({ kind: "more-pages" });
  const walked = framing ?? { depth: 0, lines: true };
  const skippedRows = skipped === 0 || framing === null ? [] : await findUnreadJson(source, walked, loading);
  return succeed({
    file: loading.name,
    format: jsonFormat(source, shape, framing),
    rows,
    skipped,
    skippedRows,
    tally,
  });
}

function jsonFormat(source: Source, shape: JsonShape | null, framing: JsonFraming | null): string {
  const of = {
    graph: "Microsoft Graph or the Entra admin center",
    "azure-monitor": "Azure Monitor",
    "log-analytics": "Log Analytics",
  };
  const how =
    framing === null
      ? ", answer of a query"
      : framing.depth === 2 || framing.depth === 3
        ? ", in an envelope"
        : framing.depth === 0
          ? ", line by line"
          : "";
  return `JSON of ${shape === null ? "several forms" : of[shape]}${how}${packed(source)}`;
}

function packed({ gzip, encoding, bom }: Source): string {
  const marks = [
    gzip ? "gzip" : "",
    encoding === "utf-8" ? "" : encoding.toUpperCase(),
    bom > 0 ? "byte order mark" : "",
  ];
  return marks
    .filter((mark) => mark !== "")
    .map((mark) => `, ${mark}`)
    .join("");
}

/** The categories that records name which are no sign-ins. */
async function categoriesOf({ database, file }: Loading): Promise<readonly string[]> {
  const found = await database.rows(
    `SELECT DISTINCT category FROM rows WHERE file = ${file} AND NOT ok AND category IS NOT NULL ORDER BY 1 LIMIT 5`,
  );
  return found.map(([category]) => String(category));
}

export const stopped: Problem = {
  code: "stopped",
  title: "Reading was stopped.",
  detail: "Nothing of this file is in the numbers.",
  fix: "Load the file again to go on.",
};

const cutInFirstRecord: Problem = {
  code: "log-not-read",
  title: "The log ends in the middle of its first record.",
  detail: "Nothing in it can be read.",
  fix: "Download it again.",
};

function noRows(what: string): Problem {
  return {
    code: "not-a-sign-in-log",
    title: "This is no sign-in log.",
    detail: what,
    fix: "Download the sign-in log from the Entra admin center as JSON or CSV, or export it from Log Analytics.",
  };
}

/** Every record has a category of another log, or it has none and no error code, or both are found. */
function noSignIns(categories: readonly string[]): Problem {
  const isSignIn = new RegExp(signInCategory, "i");
  const others = categories.filter((category) => !isSignIn.test(category));
  if (others.length === 0) return noRows("None of its records has the error code of a sign-in.");
  const named = others.map((category) => category.slice(0, 60)).join(", ");
  const audit = others.some((category) => /audit|management/i.test(category))
    ? " These are records of the audit log."
    : "";
  return noRows(`Its records are no sign-ins: they are of category ${named}.${audit}`);
}

/** The problem of a log that DuckDB turns down for a reason of the log. */
export function unreadLog(error: unknown): Problem {
  const text = error instanceof Error ? error.message : "";
  const cells = /CSV Error on Line: (\d+)/i.exec(text)?.[1];
  const where = cells === undefined ? "Its parts do not fit together." : `Record ${cells} does not fit.`;
  return {
    code: "log-not-read",
    title: "The log could not be read to its end.",
    detail: where,
    fix: "Download it again; if it was opened in another program, use the file as it was downloaded.",
  };
}
