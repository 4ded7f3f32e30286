import { maskLog } from "../redact/index.ts";
import { macLogLimits } from "./limits.ts";
import type { LogEntry } from "./log-entry.ts";
import type { MacLogLine } from "./mac-log.ts";

/** The lines of an attempt that are worth showing, while it is not known yet how long it goes on. */
export type KeptLines = {
  readonly add: (entry: LogEntry, decides: boolean) => void;
  /** What is kept, in the order of the file, masked; or the deciding line alone. */
  readonly show: (onlyDeciding: boolean) => readonly MacLogLine[];
};

/**
 * Keeps the first lines of an attempt, those around the one that decides, and the last ones; three times
 * {@link macLogLimits.linesAtEdges} and a half at most, whatever the length of the attempt.
 */
export function createKeptLines(): KeptLines {
  const most = macLogLimits.linesAtEdges;
  const first: LogEntry[] = [];
  const last: LogEntry[] = [];
  let around: LogEntry[] = [];
  let behind = 0;
  let deciding: LogEntry | null = null;
  const add = (entry: LogEntry, decides: boolean): void => {
    const short = shortened(entry, decides);
    if (first.length < most) first.push(short);
    last.push(short);
    if (last.length > most) last.shift();
    if (decides) {
      deciding = short;
      around = [...last];
      behind = most;
    } else if (behind > 0) {
      around.push(short);
      behind -= 1;
    }
  };
  const show = (onlyDeciding: boolean): readonly MacLogLine[] => {
    const wanted = onlyDeciding
      ? [deciding].filter((entry) => entry !== null)
      : [...first, ...around, ...last];
    const kept = new Map(wanted.map((entry) => [entry.line, entry]));
    return [...kept.values()]
      .sort((a, b) => a.line - b.line)
      .map((entry) => ({
        line: entry.line,
        at: entry.at.text,
        text: shownText(entry, entry === deciding),
        decides: entry === deciding,
      }));
  };
  return { add, show };
}

/** A message as it may be shown: masked, then cut. */
export function shownText({ message }: Pick<LogEntry, "message">, decides: boolean): string {
  const most = decides ? macLogLimits.decidingLine : macLogLimits.shownLine;
  const text = maskLog(message);
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}

/** A copy of what is needed: a piece of a long text would keep the whole of it in memory. */
function shortened(entry: LogEntry, decides: boolean): LogEntry {
  const most = 2 * (decides ? macLogLimits.decidingLine : macLogLimits.shownLine);
  if (entry.message.length <= most) return entry;
  return { ...entry, message: [...entry.message.slice(0, most)].join("") };
}
