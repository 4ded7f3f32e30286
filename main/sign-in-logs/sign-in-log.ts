import { readdir, rm, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createTurns } from "../core/in-turn.ts";
import { fail, type Problem, type Result, succeed } from "../core/problem.ts";
import {
  type FileReading,
  type FirstNumber,
  type NamedRow,
  type RowFilter,
  type RowQuery,
  type RowSelection,
  type RowsPage,
  type SignInDetail,
  type SignInNames,
  signInFindings,
} from "../core/sign-ins/index.ts";
import { type Database, type Databases, mostThreads, openDatabase } from "./database.ts";
import { createDetails } from "./load-csv.ts";
import { machineProblem, noFolder } from "./machine-problem.ts";
import { namedRows } from "./named-rows.ts";
import { readFile, stopped, unreadLog } from "./read-file.ts";
import { readingProgress } from "./reading-progress.ts";
import { type ClassTotals, type Reported, reportOf, totalsOf } from "./report-queries.ts";
import { detailOf } from "./row-detail.ts";
import { rowsOf, writeCsv } from "./row-queries.ts";
import { classesOf, countedRows, createRows, goodRows } from "./row-sql.ts";
import { makeSpillFolder, type SpillFolder } from "./spill-folder.ts";

/**
 * Sign-in logs that were loaded, and what they say. Files are read one after the other, and so is what is asked; both go on at the
 * same time, and an answer speaks of files that were read whole. Every call may answer `disk-full` and `too-little-memory`.
 */
export type SignInLog = {
  /** Reads a file; `name` is what is said about it. Files add up, and rows that are there already are dropped. */
  readonly add: (path: string, name: string, options?: AddOptions) => Promise<Result<FileReading>>;
  /** The one number, and what it is made of. */
  readonly totals: (filter: RowFilter) => Promise<Result<ClassTotals>>;
  /** @param most how many people and places are named, of all that were met; null names all */
  readonly report: (
    filter: RowFilter,
    checkMinutes: number | null,
    most?: number | null,
  ) => Promise<Result<Reported>>;
  readonly rows: (query: RowQuery) => Promise<Result<RowsPage>>;
  /** One row with what a table has no room for; null where there is none of that number. */
  readonly row: (row: number) => Promise<Result<SignInDetail | null>>;
  /** The rows that have any of these ids. */
  readonly named: (names: SignInNames) => Promise<Result<readonly NamedRow[]>>;
  /** CSV of the rows that are asked about, in pieces; the next is made when `take` is done. */
  readonly csv: (
    selection: RowSelection,
    take: (piece: string) => void | Promise<void>,
  ) => Promise<Result<null>>;
  /** Removes everything that was laid on disk. */
  readonly close: () => Promise<void>;
};

export type AddOptions = {
  readonly signal?: AbortSignal;
  /** Told now and then how much of the file is read, from 0 to 1. */
  readonly progress?: (share: number) => void;
  /** Told what a first look at a long file says, before it is read. */
  readonly first?: (numbers: readonly FirstNumber[]) => void;
};

/**
 * Opens an empty log in this thread.
 *
 * @param base where the private folder stands; the system's folder for temporary files if left out
 * @returns problems `duckdb-missing`, `disk-full`, `no-temporary-folder`
 */
export async function openHere(base?: string): Promise<Result<SignInLog>> {
  let spill: SpillFolder;
  try {
    spill = await makeSpillFolder(base);
  } catch (error) {
    return fail(machineProblem(error) ?? noFolder(error));
  }
  try {
    const opened = await openDatabase(spill.path);
    if (opened.ok) return succeed(await logIn(spill, opened.value));
    await spill.remove();
    return opened;
  } catch (error) {
    await spill.remove();
    const problem = machineProblem(error);
    if (problem === null) throw error;
    return fail(problem);
  }
}

async function logIn(spill: SpillFolder, { loading, asking, close }: Databases): Promise<SignInLog> {
  const tables = [createRows, createDetails, "CREATE TABLE duplicates (row BIGINT)", classesOf([])];
  for (const sql of [...tables, countedRows(false), goodRows]) await loading.run(sql);
  const codes = new Set<number>();
  const files: FileReading[] = [];
  const readTurn = createTurns();
  const askTurn = createTurns();
  let numbered = 0;

  const ask = <T>(work: () => Promise<T>): Promise<Result<T>> =>
    askTurn(async () => {
      try {
        return succeed(await work());
      } catch (error) {
        const problem = machineProblem(error);
        if (problem === null) throw error;
        return fail(problem);
      }
    });

  const add = async (path: string, name: string, { signal, progress, first }: AddOptions) => {
    if (isStopped(signal)) return fail(named(stopped, name));
    const file = numbered;
    numbered += 1;
    const stop = () => loading.interrupt();
    signal?.addEventListener("abort", stop);
    try {
      const read = await readFile(path, {
        database: loading,
        file,
        name,
        kind: /non-?interactive/i.test(name) ? "non-interactive" : "interactive",
        signal: signal ?? null,
        progress: readingProgress(progress ?? (() => undefined)),
        first: first ?? null,
        pathFor: (what) => join(spill.path, `${copyPrefix}${file}.${what}`),
        linkTo: (from) => linkTo(from, join(spill.path, `${copyPrefix}${file}`)),
      });
      if (!read.ok) {
        await forget(loading, file);
        return fail(named(read.problem, name));
      }
      await classify(loading, codes, read.value.codes);
      const reading = { ...read.value.reading, duplicates: await markDuplicates(loading, file) };
      files.push(reading);
      const rows = files.reduce((total, each) => total + each.rows, 0);
      if (rows > manyRows) await loading.setThreads(mostThreads);
      return succeed(reading);
    } catch (error) {
      await forget(loading, file);
      const problem = isStopped(signal) ? stopped : (machineProblem(error) ?? unreadLog(error));
      return fail(named(problem, name));
    } finally {
      signal?.removeEventListener("abort", stop);
      await removeCopies(spill.path);
    }
  };

  return {
    add: (path, name, options = {}) => readTurn(() => add(path, name, options)),
    totals: (filter) => ask(() => totalsOf(asking, filter)),
    report: (filter, checkMinutes, most = null) =>
      ask(async () => {
        const found = await reportOf(asking, filter, [...files], checkMinutes);
        const report = { ...found, findings: signInFindings(found) };
        const people = report.byUser.length;
        if (most === null) return { report, people };
        const { byUser, byPlace } = report;
        return {
          report: { ...report, byUser: byUser.slice(0, most), byPlace: byPlace.slice(0, most) },
          people,
        };
      }),
    rows: (query) => ask(() => rowsOf(asking, query)),
    row: (row) => ask(() => detailOf(asking, row)),
    named: (names) => ask(() => namedRows(asking, names)),
    csv: (selection, take) =>
      ask(async () => {
        await writeCsv(asking, selection, take);
        return null;
      }),
    close: () =>
      readTurn(() =>
        askTurn(async () => {
          close();
          await spill.remove();
        }),
      ),
  };
}

/** Questions about fewer are answered by one thread before others have started. */
const manyRows = 100_000;

function isStopped(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

const copyPrefix = "in-";

/** A name in which DuckDB would see a pattern is opened by a link with a plain one. */
async function linkTo(path: string, link: string): Promise<string> {
  if (!/[*?[\]{}]/.test(path)) return resolve(path);
  await symlink(resolve(path), link);
  return link;
}

/** What was written of a file is not needed once it is in the table. */
async function removeCopies(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(copyPrefix))) {
    await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

/** Takes the rows of a file out again that was not read to its end. */
async function forget(database: Database, file: number): Promise<void> {
  await database.run(`DELETE FROM rows WHERE file = ${file}`).catch(() => undefined);
}

/** Tells the classes of codes that were not met before. */
async function classify(database: Database, known: Set<number>, met: readonly number[]): Promise<void> {
  const fresh = met.filter((code) => !known.has(code));
  if (fresh.length === 0) return;
  await database.run(classesOf([...known, ...fresh]));
  // Only then: rows of a code without a class would be in no answer.
  for (const code of fresh) known.add(code);
}

/** Drops rows of this file whose id was there already, in the same kind of sign-in; returns how many. */
async function markDuplicates(database: Database, file: number): Promise<number> {
  // Mostly there are none, and to count them is cheap.
  const [counts] = await database.rows(
    "SELECT count(id), count(DISTINCT hash(id, kind)) FROM counted WHERE id IS NOT NULL",
  );
  if (Number(counts?.[0]) === Number(counts?.[1])) return 0;
  await database.run(`CREATE OR REPLACE TABLE duplicates AS SELECT row FROM (
    SELECT row, row_number() OVER (PARTITION BY id, kind ORDER BY row) AS place FROM (SELECT rowid AS row, * FROM rows WHERE ok AND id <> ''))
    WHERE place > 1`);
  await database.run(countedRows(true));
  const [dropped] = await database.rows(
    `SELECT count(*) FROM rows WHERE file = ${file} AND rowid IN (SELECT row FROM duplicates)`,
  );
  return Number(dropped?.[0] ?? 0);
}

/** Which file it is comes first: of many that were given, the others were added. */
function named({ title, detail, ...problem }: Problem, name: string): Problem {
  return { ...problem, title: `${name} was not added.`, detail: `${title} ${detail}` };
}
