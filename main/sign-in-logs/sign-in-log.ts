import { symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Problem, type Result, succeed } from "../core/problem.ts";
import {
  type FileReading,
  type RowFilter,
  type SignInReport,
  signInFindings,
} from "../core/sign-ins/index.ts";
import { openDatabase } from "./database.ts";
import { createDetails } from "./load-csv.ts";
import { readFile } from "./read-file.ts";
import { type ClassTotals, reportOf, totalsOf } from "./report-queries.ts";
import { type RowQuery, type RowsPage, rowsOf, streamCsv } from "./row-queries.ts";
import { classifyCodes, createRows } from "./row-sql.ts";
import { makeSpillFolder } from "./spill-folder.ts";

/** Sign-in logs that were loaded, and what they say. One thing at a time: calls wait for each other. */
export type SignInLog = {
  /** Reads a file; `name` is what is said about it. Files add up, and rows that are there already are dropped. */
  readonly add: (path: string, name: string, options?: AddOptions) => Promise<Result<FileReading>>;
  /** The one number, and what it is made of. */
  readonly totals: (filter: RowFilter) => Promise<ClassTotals>;
  readonly report: (filter: RowFilter, checkMinutes: number | null) => Promise<SignInReport>;
  readonly rows: (query: RowQuery) => Promise<RowsPage>;
  /** CSV of the rows that are asked about, in pieces. */
  readonly csv: (filter: RowFilter) => AsyncIterable<string>;
  /** Removes everything that was laid on disk. */
  readonly close: () => Promise<void>;
};

export type AddOptions = {
  readonly signal?: AbortSignal;
  readonly progress?: (bytes: number) => void;
};

/**
 * Opens an empty log.
 *
 * @param base where the private folder stands; the system's folder for temporary files if left out
 * @returns problems `duckdb-missing`, `disk-full`
 */
export async function openSignInLog(base?: string): Promise<Result<SignInLog>> {
  let spill: Awaited<ReturnType<typeof makeSpillFolder>>;
  try {
    spill = await makeSpillFolder(base);
  } catch {
    return { ok: false, problem: noFolder };
  }
  const opened = await openDatabase(spill.path).catch(() => null);
  if (opened === null || !opened.ok) {
    await spill.remove();
    return opened ?? { ok: false, problem: noFolder };
  }
  const database = opened.value;
  await database.run(createRows);
  await database.run(createDetails);
  await database.run("CREATE TABLE duplicates (row BIGINT)");
  await database.run(classifyCodes());
  await database.run(goodRows(false));
  const files: FileReading[] = [];

  const linkTo = async (path: string, file: number): Promise<string> => {
    if (!/[*?[\]{}]/.test(path)) return resolve(path);
    const link = join(spill.path, `in-${file}`);
    await symlink(resolve(path), link);
    return link;
  };

  return succeed({
    add: async (path, name, { signal, progress } = {}) => {
      const file = files.length;
      const stop = () => database.interrupt();
      signal?.addEventListener("abort", stop);
      try {
        const read = await readFile(path, {
          database,
          folder: spill.path,
          file,
          name,
          kind: /non-?interactive/i.test(name) ? "non-interactive" : "interactive",
          signal: signal ?? null,
          progress: progress ?? (() => undefined),
          linkTo: (from) => linkTo(from, file),
        });
        if (!read.ok) return { ok: false, problem: named(read.problem, name) };
        await database.run(classifyCodes());
        const reading = { ...read.value, duplicates: await markDuplicates(database, file) };
        files.push(reading);
        return succeed(reading);
      } finally {
        signal?.removeEventListener("abort", stop);
      }
    },
    totals: (filter) => totalsOf(database, filter),
    report: async (filter, checkMinutes) => {
      const report = await reportOf(database, filter, files, checkMinutes);
      return { ...report, findings: signInFindings(report) };
    },
    rows: (query) => rowsOf(database, query),
    csv: (filter) => streamCsv(database, filter),
    close: async () => {
      database.close();
      await spill.remove();
    },
  });
}

/** The view of all rows that count, with their classes. */
function goodRows(withoutDuplicates: boolean): string {
  const once = withoutDuplicates ? " AND rows.rowid NOT IN (SELECT row FROM duplicates)" : "";
  return `CREATE OR REPLACE VIEW good AS SELECT rows.rowid AS row, rows.*, classes.class FROM rows JOIN classes USING (code) WHERE ok${once}`;
}

/** Drops rows of this file whose id was there already, in the same kind of sign-in; returns how many. */
async function markDuplicates(
  database: {
    readonly run: (sql: string) => Promise<void>;
    readonly rows: (sql: string) => Promise<readonly (readonly unknown[])[]>;
  },
  file: number,
): Promise<number> {
  // Mostly there are none, and to count them is cheap.
  const [counts] = await database.rows(
    "SELECT count(id), count(DISTINCT hash(id, kind)) FROM good WHERE id IS NOT NULL",
  );
  if (Number(counts?.[0]) === Number(counts?.[1])) return 0;
  await database.run(`CREATE OR REPLACE TABLE duplicates AS SELECT row FROM (
    SELECT row, row_number() OVER (PARTITION BY id, kind ORDER BY row) AS place FROM (SELECT rowid AS row, * FROM rows WHERE ok AND id IS NOT NULL))
    WHERE place > 1`);
  await database.run(goodRows(true));
  const [dropped] = await database.rows(
    `SELECT count(*) FROM rows WHERE file = ${file} AND rowid IN (SELECT row FROM duplicates)`,
  );
  return Number(dropped?.[0] ?? 0);
}

function named(problem: Problem, name: string): Problem {
  return { ...problem, detail: `${name}: ${problem.detail}` };
}

const noFolder: Problem = {
  code: "disk-full",
  title: "There is no room for what the log needs while it is read.",
  detail: "A private folder could not be made in the system's folder for temporary files.",
  fix: "Make room there, or set TMPDIR to another folder.",
};
