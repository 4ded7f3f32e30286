/** The Mac's own log: attempts to sign in, the lines that decide them, and what is known about those. */
export { type ChosenFiles, chooseFiles } from "./choose-files.ts";
export { macLogLimits } from "./limits.ts";
export { looksLikeMacLog, sniffedCharacters } from "./looks-like-log.ts";
export type * from "./mac-log.ts";
export { createMacLogReader, type FolderFacts, type MacLogReader, type ReadLog } from "./read-log.ts";
export { readMacLogText, summarizeMacLogs } from "./summarize.ts";
export { versionOfInfo, versionOfText } from "./versions.ts";
