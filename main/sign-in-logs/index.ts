export type { ClassTotals } from "./report-queries.ts";
export type { RowColumn, RowQuery, RowsPage, SignInRow } from "./row-queries.ts";
export { type AddOptions, openSignInLog, type SignInLog } from "./sign-in-log.ts";
