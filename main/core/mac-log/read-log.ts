import { createAttemptFinder, type FoundAttempts } from "./find-attempts.ts";
import type { MacLogVersion } from "./mac-log.ts";
import { createEntryReader, type ReadCounts } from "./read-entries.ts";

/** One log, read to its end. */
export type ReadLog = FoundAttempts & {
  readonly name: string;
  readonly counts: ReadCounts;
  /** True where some of its bytes were no text of its encoding. */
  readonly isBroken: boolean;
};

/** Reads one log from a stream of text. Nothing of the text is kept but the lines that are shown. */
export type MacLogReader = {
  readonly push: (text: string) => void;
  readonly end: () => ReadLog;
};

/**
 * @param name what the answer calls the file; empty for a pasted text
 * @param isLoginLog false for a file of which nobody said that it is the log of the login window
 */
export function createMacLogReader(name: string, isLoginLog = true): MacLogReader {
  const finder = createAttemptFinder(isLoginLog);
  const entries = createEntryReader(finder.take);
  let isBroken = false;
  return {
    push: (text) => {
      isBroken ||= text.includes("\ufffd");
      entries.push(text);
    },
    end: () => {
      const counts = entries.end();
      return { ...finder.end(), name, counts, isBroken };
    },
  };
}

/** What else a folder told. */
export type FolderFacts = {
  readonly versions: readonly MacLogVersion[];
  /** Files that are no log and no version. */
  readonly passedOver: number;
  /** What was not read and why, in sentences. */
  readonly notRead: readonly string[];
};

export const noFolder: FolderFacts = { versions: [], passedOver: 0, notRead: [] };
