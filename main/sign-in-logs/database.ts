import { mkdir, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { fail, type Problem, type Result, succeed } from "../core/problem.ts";
import { isFull } from "./machine-problem.ts";

/** The few things that the reader asks of DuckDB. */
export type Database = {
  /** @param progress told now and then how far it is, from 0 to 1 */
  readonly run: (sql: string, progress?: (share: number) => void) => Promise<void>;
  /** Rows as arrays of plain values; whole numbers beyond 2^53 do not occur. */
  readonly rows: (sql: string) => Promise<readonly (readonly unknown[])[]>;
  /** The same in pieces, for answers of any length. */
  readonly stream: (sql: string) => AsyncIterable<readonly (readonly unknown[])[]>;
  /** Ends what runs with an error. */
  readonly interrupt: () => void;
  /** Works in so many threads from now on. It is asked of DuckDB only where it changes: it takes as long as to read a few hundred rows. */
  readonly setThreads: (wanted: number) => Promise<void>;
};

/** Two connections to the same tables: what is asked does not wait for what is read, and sees what was read whole. */
export type Databases = {
  readonly loading: Database;
  readonly asking: Database;
  readonly close: () => void;
};

/** What DuckDB may hold in memory; more goes to the folder. The second is for logs with a row of many megabytes. */
const memoryLimit = "232MB";
const memoryForLongRows = "1GB";

/** Each thread holds room for the longest row, so there are few of them however many the machine has. */
export const mostThreads = Math.min(4, availableParallelism());

/**
 * Opens a database in memory; what does not fit there goes to a private folder. (A database in a file writes every row twice:
 * that took 3.3 s of processor time where this takes 1.9 s.) Extensions are never fetched: JSON and dates are built into the library.
 *
 * @returns problem `duckdb-missing` where the library is not there for this system
 */
export async function openDatabase(folder: string): Promise<Result<Databases>> {
  let duckdb: typeof import("@duckdb/node-api");
  try {
    duckdb = await import("@duckdb/node-api");
  } catch {
    return fail(missing());
  }
  const spill = join(folder, "spill");
  await mkdir(spill, { mode: 0o700 });
  const instance = await duckdb.DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    temp_directory: spill,
    memory_limit: memoryLimit,
    threads: "1",
  });
  // To press the columns takes longer than to read the log, and the order of rows is their time, not where they stood.
  const connections = [await instance.connect(), await instance.connect()] as const;
  await connections[0].run("SET force_compression = 'uncompressed'; SET preserve_insertion_order = false");
  // How far a statement is can only be asked for where it would be printed.
  await connections[0].run("SET enable_progress_bar = true; SET enable_progress_bar_print = false");
  // A date without a zone is UTC in every form of the log, and not the zone of this machine.
  for (const connection of connections) await connection.run("SET TimeZone = 'UTC'");
  const [loading, asking] = connections;
  return succeed({
    loading: databaseOf(loading),
    asking: databaseOf(asking),
    close: () => {
      loading.closeSync();
      asking.closeSync();
      instance.closeSync();
    },
  });
}

function databaseOf(connection: DuckDBConnection): Database {
  let threads = 1;
  return {
    run: async (sql, progress) => {
      const timer = progress && setInterval(() => progress(connection.progress.percentage / 100), 200);
      try {
        await connection.run(sql);
      } finally {
        clearInterval(timer);
      }
    },
    rows: async (sql) => plainRows((await connection.runAndReadAll(sql)).getRows()),
    async *stream(sql) {
      const result = await connection.stream(sql);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return;
        yield plainRows(chunk.getRows());
      }
    },
    interrupt: () => connection.interrupt(),
    setThreads: async (wanted) => {
      if (wanted === threads) return;
      await connection.run(`SET threads = ${wanted}`);
      threads = wanted;
    },
  };
}

function plainRows(rows: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  return rows.map((row) => row.map((value) => (typeof value === "bigint" ? Number(value) : value)));
}

function missing(): Problem {
  return {
    code: "duckdb-missing",
    title: "Sign-in logs cannot be read on this system.",
    detail: `The part of DuckDB for ${process.platform}-${process.arch} is not installed or does not load.`,
    fix: "Install Latchkey's packages on this machine again (npm ci, without --omit=optional); everything else works without it.",
  };
}

/**
 * Does something first as usual and, where a row is too long for that, once more with room for it.
 *
 * @param attempt leaves nothing behind when it throws
 */
export async function withRoom(database: Database, attempt: (long: boolean) => Promise<void>): Promise<void> {
  try {
    await attempt(false);
  } catch (error) {
    if (!isTooLong(error)) throw error;
    await database.run(`SET memory_limit = '${memoryForLongRows}'`);
    await database.setThreads(1);
    try {
      await attempt(true);
    } finally {
      await database.run(`SET memory_limit = '${memoryLimit}'`);
    }
  }
}

/** A shorter file is read by one thread before others have started. */
const shortFile = 2 * 1024 * 1024;

/**
 * Threads that read at once: no more than half the machine can run. Seen with two of them on a machine of two: 1.7 times the
 * processor time of one, in no less time by the clock.
 */
const readingThreads = Math.max(1, Math.min(mostThreads, Math.floor(availableParallelism() / 2)));

/** How many threads read a file whose parts can be read beside each other. */
export async function threadsFor(path: string): Promise<number> {
  return (await stat(path)).size < shortFile ? 1 : readingThreads;
}

/** Whether an error says that a row is longer than there was room for. */
export function isTooLong(error: unknown): boolean {
  return (
    error instanceof Error &&
    !isFull(error.message) &&
    /out of memory|maximum_object_size|maximum line size|buffer_size/i.test(error.message)
  );
}

/** A text as a SQL literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
