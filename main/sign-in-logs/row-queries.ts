import {
  type RowFilter,
  type RowQuery,
  type RowSelection,
  type RowsPage,
  rowColumns,
  type SignInClass,
  type SignInRow,
  sqlRealFailure,
} from "../core/sign-ins/index.ts";
import { csvCell } from "./csv-cell.ts";
import { type Database, quoted } from "./database.ts";

/** A person as the report names one. */
export const sqlUser = `coalesce("user", userName, userId, '')`;

/** A place as the report names one; empty where the row has none. */
export const sqlPlace = "concat_ws(', ', city, country)";

/** The policies of a row that were applied and not satisfied, as a list; null where the row names no policies. */
export const sqlFailedPolicies = `list_filter(CASE WHEN json_valid(policies) AND json_type(policies) = 'ARRAY'
    THEN from_json(policies, '[{"id":"VARCHAR","displayName":"VARCHAR","result":"VARCHAR"}]') END, lambda each: each.result = 'failure')`;

const sqlPolicyNames = `list_transform(${sqlFailedPolicies}, lambda each: coalesce(each.displayName, each.id))`;

/** SQL of a {@link RowFilter}; ids are compared without regard to case. */
export function whereOf({ appIds, since, until, user }: RowFilter): string {
  return allOf([
    appIds.length > 0 && `appId IN (${appIds.map((id) => quoted(id.trim().toLowerCase())).join(", ")})`,
    since !== null && `time >= ${since}`,
    until !== null && `time < ${until}`,
    user !== null && `${sqlUser} = ${quoted(user)}`,
  ]);
}

function selectionOf({ filter, classes, failuresOnly, code, policy, place, search }: RowSelection): string {
  return allOf([
    whereOf(filter),
    classes.length > 0 && `class IN (${classes.map(quoted).join(", ")})`,
    failuresOnly && sqlRealFailure,
    code !== null && `code = ${code}`,
    policy !== null && `policies IS NOT NULL AND list_contains(${sqlPolicyNames}, ${quoted(policy)})`,
    place !== null && `${sqlPlace} = ${quoted(place)}`,
    searchOf(search),
  ]);
}

function allOf(conditions: readonly (string | false)[]): string {
  const said = conditions.filter((condition) => condition !== false && condition !== "");
  return said.length === 0 ? "TRUE" : said.join(" AND ");
}

/** Reads one page of rows. */
export async function rowsOf(database: Database, query: RowQuery): Promise<RowsPage> {
  const where = selectionOf(query);
  const [count] = await database.rows(`SELECT count(*) FROM good WHERE ${where}`);
  const direction = query.descending ? "DESC" : "ASC";
  // Policies are taken out of their JSON for the rows of the page only.
  const found =
    await database.rows(`SELECT row, time, class, code, array_to_string(${sqlPolicyNames}, ', '), ${columns}
    FROM (SELECT row, time, class, code, policies, ${columns} FROM good
    WHERE ${where} ORDER BY "${query.sort === "at" ? "time" : query.sort}" ${direction} NULLS LAST, row ${direction}
    LIMIT ${Math.min(query.limit, 1000)} OFFSET ${query.offset})`);
  return { total: Number(count?.[0] ?? 0), rows: found.map(rowFrom) };
}

const columns = rowColumns.map((name) => `"${name}"`).join(", ");

function searchOf(search: string): string {
  const text = search.trim().toLowerCase();
  if (text === "") return "";
  const like = quoted(text);
  return `(contains(coalesce("user", ''), ${like}) OR contains(lower(coalesce(userName, '')), ${like}) OR code::VARCHAR = ${like}
      OR contains(lower(coalesce(app, '')), ${like}) OR lower(id) = ${like} OR lower(correlationId) = ${like}
      OR lower(requestId) = ${like} OR ip = ${like})`;
}

/** The cells of `row, time, class, code`, the names of policies, and the columns of a row. */
export function rowFrom([row, at, signInClass, code, policies, ...rest]: readonly unknown[]): SignInRow {
  return {
    row: Number(row),
    at: typeof at === "number" ? new Date(at).toISOString() : null,
    class: signInClass as SignInClass,
    code: Number(code),
    policies: typeof policies === "string" && policies !== "" ? policies : null,
    ...(Object.fromEntries(rowColumns.map((name, index) => [name, rest[index] ?? null])) as Record<
      (typeof rowColumns)[number],
      string | null
    >),
  };
}

/** What {@link rowFrom} takes. */
export const sqlRow = `row, time, class, code, array_to_string(${sqlPolicyNames}, ', '), ${columns}`;

const csvColumns = ["time", "class", "code", ...rowColumns] as const;

/**
 * The rows as CSV, the oldest first and lines ended by a line feed: a header, and the class in a column of its own.
 *
 * @param take gets the next piece when it is done with the one before
 */
export async function writeCsv(
  database: Database,
  selection: RowSelection,
  take: (piece: string) => void | Promise<void>,
): Promise<void> {
  await take(`${csvColumns.join(",")}\n`);
  const sql = `SELECT ${csvColumns.map((name) => `"${name}"`).join(", ")} FROM good WHERE ${selectionOf(selection)} ORDER BY time NULLS LAST, row`;
  for await (const rows of database.stream(sql)) {
    const lines = rows.map(([at, ...rest]) => {
      const time = typeof at === "number" ? new Date(at).toISOString() : "";
      return `${[time, ...rest].map(csvCell).join(",")}\n`;
    });
    await take(lines.join(""));
  }
}
