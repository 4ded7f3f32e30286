import type { RowFilter, SignInClass } from "../core/sign-ins/index.ts";
import { csvCell } from "./csv-cell.ts";
import { type Database, quoted } from "./database.ts";

/** A page of rows for a table. */
export type RowQuery = {
  readonly filter: RowFilter;
  /** Empty for all. */
  readonly classes: readonly SignInClass[];
  /** Found in user, code, application, request or correlation id; empty for all. */
  readonly search: string;
  readonly sort: RowColumn;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
};

export type RowColumn = "at" | "user" | "class" | "code" | "requirement" | "protocol" | "app" | "ip";

/** A row as the table shows it. */
export type SignInRow = {
  readonly row: number;
  readonly at: string | null;
  readonly class: SignInClass;
  readonly code: number;
} & Readonly<Record<(typeof columns)[number], string | null>>;

export type RowsPage = { readonly total: number; readonly rows: readonly SignInRow[] };

/** SQL of a {@link RowFilter}; ids are compared without regard to case. */
export function whereOf({ appIds, since }: RowFilter): string {
  const parts = [
    ...(appIds.length === 0
      ? []
      : [`appId IN (${appIds.map((id) => quoted(id.trim().toLowerCase())).join(", ")})`]),
    ...(since === null ? [] : [`time >= ${since}`]),
  ];
  return parts.length === 0 ? "TRUE" : parts.join(" AND ");
}

const columns = [
  "user",
  "userName",
  "app",
  "appId",
  "resource",
  "ip",
  "city",
  "country",
  "client",
  "protocol",
  "requirement",
  "caStatus",
  "reason",
  "additional",
  "id",
  "correlationId",
  "requestId",
  "os",
  "browser",
  "riskState",
  "kind",
] as const;

/** Reads one page of rows. */
export async function rowsOf(database: Database, query: RowQuery): Promise<RowsPage> {
  const where = [
    whereOf(query.filter),
    ...(query.classes.length === 0 ? [] : [`class IN (${query.classes.map(quoted).join(", ")})`]),
    ...searchOf(query.search),
  ].join(" AND ");
  const [count] = await database.rows(`SELECT count(*) FROM good WHERE ${where}`);
  const direction = query.descending ? "DESC" : "ASC";
  const found =
    await database.rows(`SELECT row, time, class, code, ${columns.map((name) => `"${name}"`).join(", ")}
    FROM good WHERE ${where} ORDER BY "${query.sort === "at" ? "time" : query.sort}" ${direction} NULLS LAST, row ${direction}
    LIMIT ${Math.min(query.limit, 1000)} OFFSET ${query.offset}`);
  return {
    total: Number(count?.[0] ?? 0),
    rows: found.map(([row, at, signInClass, code, ...rest]) => ({
      row: Number(row),
      at: typeof at === "number" ? new Date(at).toISOString() : null,
      class: signInClass as SignInClass,
      code: Number(code),
      ...(Object.fromEntries(columns.map((name, index) => [name, rest[index] ?? null])) as Record<
        (typeof columns)[number],
        string | null
      >),
    })),
  };
}

function searchOf(search: string): readonly string[] {
  const text = search.trim().toLowerCase();
  if (text === "") return [];
  const like = quoted(text);
  return [
    `(contains(coalesce("user", ''), ${like}) OR contains(lower(coalesce(userName, '')), ${like}) OR code::VARCHAR = ${like}
      OR contains(lower(coalesce(app, '')), ${like}) OR lower(id) = ${like} OR lower(correlationId) = ${like}
      OR lower(requestId) = ${like} OR ip = ${like})`,
  ];
}

const csvColumns = ["time", "class", "code", ...columns] as const;

/** The rows as CSV, the oldest first and lines ended by a line feed: a header, and the class in a column of its own. */
export async function* streamCsv(database: Database, filter: RowFilter): AsyncIterable<string> {
  yield `${csvColumns.join(",")}\n`;
  const sql = `SELECT ${csvColumns.map((name) => `"${name}"`).join(", ")} FROM good WHERE ${whereOf(filter)} ORDER BY time NULLS LAST, row`;
  for await (const rows of database.stream(sql)) {
    yield rows
      .map(
        ([at, ...rest]) =>
          `${[typeof at === "number" ? new Date(at).toISOString() : "", ...rest].map(csvCell).join(",")}\n`,
      )
      .join("");
  }
}
