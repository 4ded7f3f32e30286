/** The Mac's own log: attempts to sign in, the lines that decide them, and what is known about those. */
export { looksLikeMacLog, sniffedCharacters } from "./looks-like-log.ts";
export type * from "./mac-log.ts";
export { createMacLogReader, type FolderFacts, type MacLogReader, type ReadLog } from "./read-log.ts";
export { readMacLogText, summarizeMacLogs } from "./summarize.ts";
