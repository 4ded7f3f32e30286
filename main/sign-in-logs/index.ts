export type { ClassTotals } from "./report-queries.ts";
export { rowsFile } from "./rows-file.ts";
export { type AddOptions, openSignInLog, type SignInLog } from "./sign-in-log.ts";
