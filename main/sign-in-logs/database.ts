import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fail, type Problem, type Result, succeed } from "../core/problem.ts";

/** The few things that the reader asks of DuckDB. */
export type Database = {
  readonly run: (sql: string) => Promise<void>;
  /** Rows as arrays of plain values; whole numbers beyond 2^53 do not occur. */
  readonly rows: (sql: string) => Promise<readonly (readonly unknown[])[]>;
  /** The same in pieces, for answers of any length. */
  readonly stream: (sql: string) => AsyncIterable<readonly (readonly unknown[])[]>;
  /** Ends what runs with an error. */
  readonly interrupt: () => void;
  readonly close: () => void;
};

/** What DuckDB may hold in memory; more goes to the folder. The second is for logs with a row of many megabytes. */
const memoryLimit = "256MB";
const memoryForLongRows = "1GB";

/**
 * Opens a database whose file and whatever does not fit in memory stand in a private folder. Extensions are never
 * fetched: JSON and dates are built into the library.
 *
 * @returns problem `duckdb-missing` where the library is not there for this system
 */
export async function openDatabase(folder: string): Promise<Result<Database>> {
  let duckdb: typeof import("@duckdb/node-api");
  try {
    duckdb = await import("@duckdb/node-api");
  } catch {
    return fail(missing());
  }
  const spill = join(folder, "spill");
  await mkdir(spill, { mode: 0o700 });
  const instance = await duckdb.DuckDBInstance.create(join(folder, "log.duckdb"), {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    temp_directory: spill,
    memory_limit: memoryLimit,
  });
  const connection = await instance.connect();
  // A date without a zone is UTC in every form of the log, and not the zone of this machine.
  await connection.run("SET TimeZone = 'UTC'");
  // To press the columns takes longer than to read the log, and the order of rows is their time, not where they stood.
  await connection.run("SET force_compression = 'uncompressed'; SET preserve_insertion_order = false");
  // The file goes with the folder: nothing has to be settled in it at the end.
  await connection.run("PRAGMA disable_checkpoint_on_shutdown");
  return succeed({
    run: async (sql) => void (await connection.run(sql)),
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
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  });
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
    await database.run(`SET memory_limit = '${memoryForLongRows}'; SET threads = 1`);
    try {
      await attempt(true);
    } finally {
      await database.run(`SET memory_limit = '${memoryLimit}'; RESET threads`);
    }
  }
}

function isTooLong(error: unknown): boolean {
  return (
    error instanceof Error &&
    /out of memory|maximum_object_size|maximum line size|buffer_size/i.test(error.message)
  );
}

/** A text as a SQL literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Problems that come from the machine, as values; others go on. */
export function machineProblem(error: unknown): Problem | null {
  const text = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOSPC" || code === "EDQUOT" || /no space left|disk (is )?full|ENOSPC/i.test(text)) {
    return {
      code: "disk-full",
      title: "There is no room left to read this log.",
      detail:
        "Parts of a log that do not fit in memory go to the system's folder for temporary files, and it is full.",
      fix: "Make room, or set TMPDIR to a folder on another disk. Nothing was left behind.",
    };
  }
  if (/out of memory/i.test(text)) {
    return {
      code: "too-little-memory",
      title: "There is not enough memory to read this log.",
      detail: "A row of it is larger than what Latchkey gives to a log.",
      fix: "Look for a very long line in the file, and leave it out.",
    };
  }
  return null;
}
