import { fail, type Problem, type Result, succeed } from "../core/problem.ts";
import { type LoadedJson, loadJson } from "./load-json.ts";
import { type Loading, textOf } from "./loading.ts";
import { openSource, type Source } from "./open-source.ts";
import { createSpillFile } from "./spill-file.ts";

/** The service answers at most 64 MB; more is another thing. */
const most = 96 * 1024 * 1024;

/**
 * Reads the answer of a Log Analytics query, whose rows are arrays under the names of their columns.
 * https://learn.microsoft.com/azure/azure-monitor/logs/api/response-format
 */
export async function loadQueryAnswer(source: Source, loading: Loading): Promise<Result<LoadedJson>> {
  const pieces: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of textOf(source, loading)) {
    total += chunk.length;
    if (total > most) return fail(notRead("It is larger than such an answer can be."));
    pieces.push(chunk);
  }
  let tables: readonly Table[];
  try {
    tables = tablesOf(JSON.parse(Buffer.concat(pieces).toString("utf8")));
  } catch {
    return fail(notRead("It is not complete."));
  }
  const path = loading.pathFor("answer");
  const out = await createSpillFile(path);
  try {
    for (const { columns, rows } of tables) {
      for (const row of rows) {
        const record = Object.fromEntries(columns.map((name, index) => [name, row[index]]));
        await out.write(Buffer.from(`${JSON.stringify(record)}\n`, "utf8"));
      }
    }
  } finally {
    await out.close();
  }
  const written = await openSource(path);
  if (!written.ok) return written;
  const framing = { depth: 0, shape: "log-analytics", arrayAt: null, lines: true } as const;
  return succeed(await loadJson(written.value, framing, loading));
}

type Table = { readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] };

function tablesOf(answer: unknown): readonly Table[] {
  const tables = (answer as { readonly tables?: unknown }).tables;
  if (!Array.isArray(tables)) return [];
  return tables.flatMap((table: { readonly columns?: unknown; readonly rows?: unknown }) => {
    if (!Array.isArray(table.columns) || !Array.isArray(table.rows)) return [];
    const columns = table.columns.map((column: { readonly name?: unknown }) => String(column.name));
    return [{ columns, rows: table.rows.filter((row) => Array.isArray(row)) }];
  });
}

function notRead(detail: string): Problem {
  return {
    code: "not-a-sign-in-log",
    title: "This looks like the answer of a Log Analytics query, and could not be read.",
    detail,
    fix: "Export the result of the query as CSV, and load that.",
  };
}
