import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { type FieldSource, type RowField, rowFields } from "./fields.ts";
import { tableColumns } from "./json-shapes.ts";

/** Which columns hold what: for each field the places to look, by the number of the column from 0. */
export type CsvColumns = Readonly<
  Partial<Record<RowField, readonly { readonly column: number; readonly inner?: string }[]>>
>;

/** What a CSV file holds, as its header says. */
export type CsvKind =
  | {
      readonly kind: "rows";
      readonly format: "portal-csv" | "log-analytics-csv";
      readonly columns: CsvColumns;
      /** True where the header is in another language, and the columns were told by their place and values. */
      readonly byPlace: boolean;
    }
  | { readonly kind: "details"; readonly columns: DetailColumns };

/** Columns of the portal's `…AuthDetails…` download: one row for each step of a sign-in. */
export type DetailColumns = {
  readonly requestId: number;
  readonly method: number | null;
  readonly detail: number | null;
  readonly succeeded: number | null;
  readonly result: number | null;
};

/** Names of the portal's CSV download; `Application ID ` and `Autonomous system  number` are written like that there. */
const portalNames: Readonly<Partial<Record<RowField, string>>> = {
  at: "date (utc)",
  id: "request id",
  correlationId: "correlation id",
  userId: "user id",
  userName: "user",
  user: "username",
  tokenType: "incoming token type",
  protocol: "authentication protocol",
  app: "application",
  appId: "application id",
  resource: "resource",
  resourceId: "resource id",
  ip: "ip address",
  city: "location",
  outcome: "status",
  code: "sign-in error code",
  reason: "failure reason",
  client: "client app",
  browser: "browser",
  os: "operating system",
  requirement: "authentication requirement",
  caStatus: "conditional access",
};

/** Where the columns of the portal's download of 57 columns stand, and how their values look: for headers in other languages. */
const places: readonly { readonly field: RowField; readonly column: number; readonly looks: RegExp }[] = [
  { field: "at", column: 0, looks: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/ },
  { field: "id", column: 1, looks: /^[\da-f]{8}-[\da-f-]{27}$/i },
  { field: "correlationId", column: 3, looks: /^[\da-f]{8}-[\da-f-]{27}$/i },
  { field: "userId", column: 4, looks: /^[\da-f]{8}-[\da-f-]{27}$/i },
  { field: "userName", column: 5, looks: /./ },
  { field: "user", column: 6, looks: /@/ },
  { field: "appId", column: 17, looks: /^[\da-f]{8}-[\da-f-]{27}$/i },
  { field: "app", column: 16, looks: /./ },
  { field: "resource", column: 19, looks: /./ },
  { field: "resourceId", column: 20, looks: /^[\da-f]{8}-[\da-f-]{27}$/i },
  { field: "ip", column: 25, looks: /^[\d.:a-f]+$/i },
  { field: "city", column: 26, looks: /,/ },
  { field: "code", column: 28, looks: /^\d{1,8}$/ },
  { field: "reason", column: 29, looks: /./ },
];

/** Fields that have to look as they should before a header in another language is believed. */
const decisive: ReadonlySet<RowField> = new Set(["at", "id", "user", "appId", "ip", "code"]);

const portalWidth = 57;

/** A name as it is compared: no blanks at its ends, single ones inside, small letters, no `[UTC]`. */
export function plainName(name: string): string {
  return name
    .replace(/^\ufeff/, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()
    .replace(/ \[(utc|local time)\]$/, "");
}

/**
 * Says what the columns of a CSV file are.
 *
 * @param header its first record
 * @param rows some of the records that follow
 * @returns problem `not-a-sign-in-log`, which names the column that is missing
 */
export function readHeader(header: readonly string[], rows: readonly (readonly string[])[]): Result<CsvKind> {
  const names = header.map(plainName);
  const details = detailColumns(names);
  if (details !== null) return succeed({ kind: "details", columns: details });
  const portal = portalColumns(names);
  if (portal.code !== undefined && portal.at !== undefined) {
    return succeed({ kind: "rows", format: "portal-csv", columns: portal, byPlace: false });
  }
  const table = columnsOfTable(names);
  if (table.code !== undefined && (table.at !== undefined || table.user !== undefined)) {
    return succeed({ kind: "rows", format: "log-analytics-csv", columns: table, byPlace: false });
  }
  const byPlace = columnsByPlace(header, rows);
  if (byPlace !== null) {
    return succeed({ kind: "rows", format: "portal-csv", columns: byPlace, byPlace: true });
  }
  return fail(notALog(header));
}

function positions(names: readonly string[], name: string): readonly { readonly column: number }[] {
  return names.flatMap((each, column) => (each === name ? [{ column }] : []));
}

function portalColumns(names: readonly string[]): CsvColumns {
  return Object.fromEntries(
    rowFields.flatMap((field) => {
      const name = portalNames[field];
      const found = name === undefined ? [] : positions(names, name);
      return found.length === 0 ? [] : [[field, found]];
    }),
  );
}

function columnsOfTable(names: readonly string[]): CsvColumns {
  const place = ({ path, inner }: FieldSource) =>
    positions(names, path.toLowerCase()).map((at) => (inner === undefined ? at : { ...at, inner }));
  return Object.fromEntries(
    rowFields.flatMap((field) => {
      const found = (tableColumns[field] ?? []).flatMap(place);
      return found.length === 0 ? [] : [[field, found]];
    }),
  );
}

function detailColumns(names: readonly string[]): DetailColumns | null {
  const at = (...among: readonly string[]) => {
    const column = names.findIndex((name) => among.includes(name));
    return column === -1 ? null : column;
  };
  const requestId = at("request id");
  const method = at("authentication method");
  if (requestId === null || method === null || at("username", "ip address") !== null) return null;
  return {
    requestId,
    method,
    detail: at("authentication method detail"),
    succeeded: at("succeeded"),
    result: at("result detail"),
  };
}

function columnsByPlace(header: readonly string[], rows: readonly (readonly string[])[]): CsvColumns | null {
  if (header.length !== portalWidth || rows.length === 0) return null;
  const fits = ({ column, looks }: (typeof places)[number]) =>
    rows.every((row) => looks.test((row[column] ?? "").replaceAll("\u00a0", " ").trim()));
  if (places.some((place) => decisive.has(place.field) && !fits(place))) return null;
  return Object.fromEntries(places.map(({ field, column }) => [field, [{ column }]]));
}

function notALog(header: readonly string[]): Problem {
  const names = header.slice(0, 6).map(
    (name) =>
      `“${name
        .replace(/^\ufeff/, "")
        .trim()
        .slice(0, 40)}”`,
  );
  return {
    code: "not-a-sign-in-log",
    title: "This CSV file has no column with the error code of a sign-in.",
    detail: `Looked for “Sign-in error code” (the portal's download) and “ResultType” (Log Analytics), in English. A download of the portal in another language needs its ${portalWidth} columns in their order. The first columns are ${names.join(", ")}.`,
    fix: "Download the sign-in log again from the Entra admin center with all columns, in English, or as JSON.",
  };
}
