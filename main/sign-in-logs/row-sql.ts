import {
  type CsvColumns,
  classOf,
  dateForms,
  type FieldSources,
  type RowField,
  rowFields,
  signInCategory,
} from "../core/sign-ins/index.ts";
import { quoted } from "./database.ts";

/** For each field a SQL expression of a text, or of null. */
export type Expressions = Readonly<Record<RowField, string>>;

/** Fields that have another column in the table, or are told from there. */
const otherwiseKept: readonly RowField[] = ["code", "at", "outcome", "interactive"];

/** Fields that stand in the table as text. */
const keptFields = rowFields.filter((field) => !otherwiseKept.includes(field));

/** Those of which nothing is asked while a file is read: an empty text of theirs is laid down as it is, and is none in {@link countedRows}. */
const untouchedFields = keptFields.filter((field) => !["user", "appId", "category"].includes(field));

/**
 * The table of all rows that were met, those that are no sign-ins included (`ok` is false). The class of a row stands in a table
 * by code: there are few codes, and to ask the whole catalogue for each row takes as long as to read it.
 */
export const createRows = `CREATE TABLE rows (
  file INTEGER, ok BOOLEAN, code INTEGER, time BIGINT, timeText VARCHAR, kind VARCHAR,
  ${keptFields.map((field) => `"${field}" VARCHAR`).join(", ")})`;

/** The view of all rows that count. */
export function countedRows(withoutDuplicates: boolean): string {
  const once = withoutDuplicates ? " AND rows.rowid NOT IN (SELECT row FROM duplicates)" : "";
  const filled = untouchedFields.map((field) => `nullif(rows."${field}", '') AS "${field}"`);
  return `CREATE OR REPLACE VIEW counted AS SELECT rows.rowid AS row, rows.* REPLACE (${filled.join(", ")}) FROM rows WHERE ok${once}`;
}

/** The same with their classes, which takes longer: nothing needs it that asks for no more than codes. */
export const goodRows =
  "CREATE VIEW good AS SELECT counted.*, classes.class FROM counted JOIN classes USING (code)";

/** The classes of all codes that occur, told once for each code: to ask the catalogue in SQL takes as long as to read a small log. */
export function classesOf(codes: readonly number[]): string {
  const rows = codes.map((code) => `(${code}, ${quoted(classOf(code))})`);
  return rows.length === 0
    ? "CREATE OR REPLACE TABLE classes (code INTEGER, class VARCHAR)"
    : `CREATE OR REPLACE TABLE classes AS SELECT code::INTEGER AS code, class FROM (VALUES ${rows.join(", ")}) AS told(code, class)`;
}

/** Fields of JSON records, all taken out of a record in one look. `json` is the column with the record. */
export function jsonFields(sources: FieldSources): {
  readonly paths: readonly string[];
  readonly fields: Expressions;
} {
  const paths: string[] = [];
  const place = (path: string) => {
    const known = paths.indexOf(path);
    if (known !== -1) return known + 1;
    paths.push(path);
    return paths.length;
  };
  const fields = everyField((field) =>
    firstOf(
      field,
      (sources[field] ?? []).map(({ path, inner }) => {
        const value = `x[${place(path)}]`;
        return inner === undefined ? value : insideText(value, inner);
      }),
    ),
  );
  return { paths, fields };
}

/** Fields of the columns `c0`, `c1` … of a CSV file. */
export function csvFields(columns: CsvColumns): Expressions {
  return everyField((field) =>
    firstOf(
      field,
      (columns[field] ?? []).map(({ column, inner }) =>
        inner === undefined ? `c${column}` : insideText(`c${column}`, inner),
      ),
    ),
  );
}

export function everyField(expression: (field: RowField) => string): Expressions {
  return Object.fromEntries(rowFields.map((field) => [field, expression(field)])) as Expressions;
}

/** JSON inside a text: what is no JSON gives null. */
export function insideText(value: string, path: string): string {
  return `CASE WHEN starts_with(ltrim(${value}), '{') OR starts_with(ltrim(${value}), '[') THEN
    CASE WHEN json_valid(${value}) THEN json_extract_string(${value}, ${quoted(path)}) END END`;
}

/** The first text of a field that is filled. To ask whether one is empty, of each of thirty columns, takes a tenth of the time of reading. */
export function firstOf(field: RowField, values: readonly string[]): string {
  const [first] = values;
  if (first === undefined) return "NULL";
  if (values.length === 1 && untouchedFields.includes(field)) return first;
  const filled = values.map((value) => `nullif(${value}, '')`);
  return filled.length === 1 ? `nullif(${first}, '')` : `coalesce(${filled.join(", ")})`;
}

/**
 * No-break blanks, which spreadsheets and newer browsers write, become blanks, and those at both ends go. Few values have any: to ask
 * whether one has a blank or a character of more than a byte takes a seventh of the time of trimming it.
 */
export function tidy(expression: string): string {
  return `CASE WHEN strlen(${expression}) = length(${expression}) AND NOT contains(${expression}, ' ') THEN ${expression}
    ELSE trim(translate(${expression}, '\u00a0\u202f', '  ')) END`;
}

/**
 * The `INSERT` of one file's records.
 *
 * @param file its number
 * @param from what stands behind `FROM`; its columns are those that the expressions name
 * @param kind what a row is where nothing in it tells
 */
export function insertRows(
  file: number,
  fields: Expressions,
  from: string,
  kind: "interactive" | "non-interactive",
): string {
  const inner = `SELECT ${rowFields.map((field) => `${fields[field]} AS "${field}"`).join(", ")} FROM ${from}`;
  const typed = `SELECT *, ${rowCode} AS number, ${isoTime} AS iso FROM (${inner})`;
  const plain = keptFields.map(rowText);
  // Conditions on a column that is not in this form of the log take a fifth of the time, although it is always null.
  const hasCategory = fields.category !== "NULL";
  const isSignIn = hasCategory
    ? ` AND (category IS NULL OR regexp_matches(category, ${quoted(signInCategory)}, 'i'))`
    : "";
  return `INSERT INTO rows SELECT ${file},
    number IS NOT NULL${isSignIn},
    number, ${sqlTime}, CASE WHEN iso IS NULL THEN "at" END, ${hasCategory ? kindByCategory(kind) : kindByMember(kind)},
    ${plain.join(", ")} FROM (${typed})`;
}

/** A field as the table keeps it. */
export function rowText(field: RowField): string {
  return field === "user" || field === "appId" ? `lower(${tidy(`"${field}"`)})` : `"${field}"`;
}

/** The number of a row's code, from its texts; null where it has none. */
export const rowCode = `coalesce(try_cast("code" AS INTEGER), try_cast(${tidy('"code"')} AS INTEGER), CASE WHEN lower(${tidy('"outcome"')}) = 'success' THEN 0 END)`;

/** Milliseconds since 1970 of a date in the usual form; null for every other. */
const isoTime = `epoch_ms(coalesce(try_cast("at" AS TIMESTAMPTZ), try_cast(${tidy('"at"')} AS TIMESTAMPTZ)))`;

/** The same of every form, with the month first where there are slashes; null for what is no date. */
const sqlTime = `coalesce(iso, epoch_ms(try_strptime(${tidy('"at"')}, [${dateForms("month-first").map(quoted).join(", ")}])))`;

function kindByMember(otherwise: string): string {
  return `CASE WHEN lower("interactive") = 'false' THEN 'non-interactive' WHEN "interactive" IS NULL THEN '${otherwise}' ELSE 'interactive' END`;
}

function kindByCategory(otherwise: string): string {
  return `CASE
    WHEN category IS NULL THEN ${kindByMember(otherwise)}
    WHEN category ILIKE '%noninteractive%' THEN 'non-interactive'
    WHEN category ILIKE '%microsoftserviceprincipal%' THEN 'microsoft-application'
    WHEN category ILIKE '%serviceprincipal%' THEN 'application'
    WHEN category ILIKE '%managedidentity%' THEN 'managed-identity'
    WHEN category ILIKE '%adfs%' THEN 'federation-server'
    ELSE 'interactive' END`;
}

/** `read_json_objects` of a file, with the fields' paths taken out at once as the list `x`. */
export function jsonRecords(
  path: string,
  format: "array" | "newline_delimited",
  paths: readonly string[],
  long: boolean,
): string {
  const ignore = format === "newline_delimited" ? ", ignore_errors = true" : "";
  return `(SELECT json_extract_string(json, [${paths.map(quoted).join(", ")}]) AS x
    FROM read_json_objects(${quoted(path)}, format = '${format}', compression = 'uncompressed', maximum_object_size = ${long ? largestRecord : usualRecord}${ignore}))`;
}

/**
 * Rows have a few kilobytes, and a few hundred with hundreds of policies. DuckDB holds room for the longest it has to expect, once for
 * each thread, and reads in pieces of twice that size: pieces that fit the processor's own memory are read in four fifths of the time.
 */
export const usualRecord = 512 * 1024;

/** A row of more bytes is counted as not read. */
export const largestRecord = 32 * 1024 * 1024;

/** `read_csv` with columns named by their number; what does not fit is kept in `reject_errors`. */
export function csvRecords(path: string, delimiter: string, width: number, long: boolean): string {
  const columns = Array.from({ length: width }, (_, index) => `'c${index}': 'VARCHAR'`).join(", ");
  const size = long ? `, max_line_size = ${largestRecord}, buffer_size = ${largestRecord * 2}` : "";
  return `read_csv(${quoted(path)}, columns = {${columns}}, auto_detect = false, header = true, delim = ${quoted(delimiter)},
    quote = '"', escape = '"', compression = 'none', store_rejects = true, rejects_limit = 0${size})`;
}
