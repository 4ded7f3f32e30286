import type { SignInClass } from "./sign-in-class.ts";

/** Which rows are asked about, in everything that is said of a log. */
export type RowFilter = {
  /** Application ids, compared without regard to case; empty for all. */
  readonly appIds: readonly string[];
  /** Milliseconds since 1970, included; null from the beginning. Rows without a time are left out where it is given. */
  readonly since: number | null;
  /** The same, not included; null to the end. */
  readonly until: number | null;
  /** As `byUser` names them; null for everybody. */
  readonly user: string | null;
};

export const allRows: RowFilter = { appIds: [], since: null, until: null, user: null };

/** Which of those rows are looked at one by one. */
export type RowSelection = {
  readonly filter: RowFilter;
  /** Empty for all. */
  readonly classes: readonly SignInClass[];
  /** Real failures and nothing else, see `sqlRealFailure`. */
  readonly failuresOnly: boolean;
  readonly code: number | null;
  /** A policy that the row names as not satisfied, as `byPolicy` names it. */
  readonly policy: string | null;
  /** As `byPlace` names it. */
  readonly place: string | null;
  /** Found in user, code, application, request or correlation id, address; empty for all. */
  readonly search: string;
};

export const everySelected: RowSelection = {
  filter: allRows,
  classes: [],
  failuresOnly: false,
  code: null,
  policy: null,
  place: null,
  search: "",
};

/** A page of rows for a table. */
export type RowQuery = RowSelection & {
  readonly sort: RowColumn;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
};

export type RowColumn = "at" | "user" | "class" | "code" | "requirement" | "protocol" | "app" | "ip";

/** What a row shows beside its time, class and code. */
export const rowColumns = [
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

/** A row as the table shows it. */
export type SignInRow = {
  readonly row: number;
  /** ISO 8601; null where the row has no time that could be read. */
  readonly at: string | null;
  readonly class: SignInClass;
  readonly code: number;
  /** Names of policies that were applied and not satisfied, parted by commas. */
  readonly policies: string | null;
} & Readonly<Record<(typeof rowColumns)[number], string | null>>;

export type RowsPage = { readonly total: number; readonly rows: readonly SignInRow[] };

/** One step of a sign-in, as the log tells it. */
export type SignInStep = {
  readonly method: string | null;
  readonly detail: string | null;
  readonly succeeded: boolean | null;
  readonly result: string | null;
};

/** A row with what a table has no room for. */
export type SignInDetail = {
  readonly row: SignInRow;
  /** Every policy that the row names, whatever came of it. */
  readonly policies: readonly { readonly name: string; readonly result: string | null }[];
  /** From the row itself, or from a file of authentication details that names its request id. */
  readonly steps: readonly SignInStep[];
  /** From `authenticationProcessingDetails`, "Oauth Scope Info". */
  readonly scopes: string | null;
};
