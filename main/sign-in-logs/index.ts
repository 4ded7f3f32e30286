export { openSignInLog } from "./open-log.ts";
export type { ClassTotals, Reported } from "./report-queries.ts";
export { rowsFile } from "./rows-file.ts";
export type { AddOptions, SignInLog } from "./sign-in-log.ts";
