import { beginsObject, createObjectCollector } from "./collect-objects.ts";
import { macLogLimits } from "./limits.ts";
import type { LogEntry, LogFormat } from "./log-entry.ts";
import { type LineEntry, readLine } from "./read-line.ts";
import { readObject } from "./read-object.ts";
import { createLineSplitter, type Piece } from "./split-lines.ts";

/** What a reader has seen of a log. */
export type ReadCounts = {
  readonly lines: number;
  readonly entries: number;
  /** Lines that belong to no message: headlines, and what is no log. */
  readonly others: number;
  /** Lines and objects that were too long and are read in part or not at all. */
  readonly cut: number;
  /** The forms that were met, in their order. */
  readonly formats: readonly LogFormat[];
};

export type EntryReader = {
  readonly push: (text: string) => void;
  readonly end: () => ReadCounts;
};

/** Head and foot of the tables of `log show`. */
const tableLine = /^(?:Timestamp {2,}\S|-{20}|Log {2,}- |Filtering the log data|\s*[[\],]\s*$)/;

/**
 * Reads the messages of a log of the Mac from a stream of text, in any of the forms of {@link LogFormat}, also several of them in one
 * file. A line without a time goes on with the message before it. Takes any text: what is no log gives no entries.
 */
export function createEntryReader(take: (entry: LogEntry) => void): EntryReader {
  let line = 0;
  let entries = 0;
  let others = 0;
  let cut = 0;
  let objectLine = 0;
  let open: LogEntry | null = null;
  const formats = new Set<LogFormat>();
  const close = (): void => {
    if (open !== null) take(open);
    open = null;
  };
  const begin = (entry: LineEntry, first: number): void => {
    close();
    entries += 1;
    formats.add(entry.format);
    open = { ...entry, line: first, lastLine: line };
  };
  const goOn = (text: string): void => {
    if (open === null) {
      others += 1;
      return;
    }
    const room = macLogLimits.message - open.message.length - 1;
    open = {
      ...open,
      lastLine: line,
      message: room <= 0 ? open.message : `${open.message}\n${text.slice(0, room)}`,
    };
  };
  const objects = createObjectCollector((text) => {
    const entry = text === null ? null : readObject(text);
    if (text === null) cut += 1;
    else if (entry === null) goOn(text);
    else {
      begin({ ...entry, message: entry.message.slice(0, macLogLimits.message) }, objectLine);
      // An object is whole: no line after it belongs to it.
      close();
    }
    objectLine = line;
  });
  const startLine = (text: string, endsLine: boolean): void => {
    const entry = readLine(text);
    if (entry !== null) {
      const left = objects.abandon();
      if (left !== null) goOn(left);
      begin({ ...entry, message: entry.message.slice(0, macLogLimits.message) }, line);
      return;
    }
    if (objects.isOpen() || beginsObject(text)) {
      if (!objects.isOpen()) objectLine = line;
      objects.feed(text, endsLine);
    } else if (tableLine.test(text)) close();
    else goOn(text);
  };
  const splitter = createLineSplitter(({ text, startsLine, endsLine }: Piece) => {
    if (startsLine) line += 1;
    if (startsLine && !endsLine && !beginsObject(text) && !objects.isOpen()) cut += 1;
    if (startsLine) startLine(text, endsLine);
    else if (objects.isOpen()) objects.feed(text, endsLine);
  });
  return {
    push: splitter.push,
    end: () => {
      splitter.end();
      const left = objects.abandon();
      if (left !== null) goOn(left);
      close();
      return { lines: line, entries, others, cut, formats: [...formats] };
    },
  };
}
