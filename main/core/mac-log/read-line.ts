import type { LogEntry } from "./log-entry.ts";
import { readTime } from "./read-time.ts";

/** What one line says by itself; its place in the file comes from whoever counts. */
export type LineEntry = Omit<LogEntry, "line" | "lastLine">;

/** `Df Jamf Connect[812:3a41c] ` of `--style compact`: two letters of a level, process, number and thread. */
const compactHead = /^ {1,4}[A-Za-z]{1,2} {1,6}([^[\]]{1,100})\[\d{1,10}:[0-9a-f]{1,16}\]:? ?/;

/** `0x1f2c     Default     0x0                  514    0    sharingd: ` of the default style. */
const defaultHead =
  /^ {1,8}0x[0-9a-f]{1,16} {1,16}[A-Z][A-Za-z ]{0,20} {1,16}0x[0-9a-f]{1,16} {1,24}\d{1,10} {1,12}\d{1,6} {1,12}([^:]{1,100}): ?/;

/** `localhost Finder[555]: ` of `--style syslog`. */
const syslogHead = /^ {1,4}[\w.-]{1,255} ([^[\]]{1,100})\[\d{1,10}\]: ?/;

/** `(Sender) [subsystem:category] `, each of which may be missing. */
const origin = /^(?:\([^()]{1,120}\) )?(?:\[([^[\]\s:]{1,200}):[^[\]]{0,200}\] ?)?/;

const heads = [
  ["compact", compactHead],
  ["default", defaultHead],
  ["syslog", syslogHead],
] as const;

/**
 * Reads a line that begins a message: one of the forms of `log show`, or a local time with the message behind it as in
 * `jamf_login.log`. Null for a line that goes on, for a headline, and for a row of a table that happens to begin with a date.
 */
export function readLine(line: string): LineEntry | null {
  const time = readTime(line);
  if (time === null) return null;
  const rest = line.slice(time.length);
  for (const [format, head] of heads) {
    const found = head.exec(rest);
    if (found === null) continue;
    const behind = rest.slice(found[0].length);
    const [from = "", subsystem = null] = origin.exec(behind) ?? [];
    return {
      format,
      at: time.at,
      process: (found[1] ?? "").trim(),
      subsystem,
      message: behind.slice(from.length),
    };
  }
  // A comma, a semicolon or a quote behind a date is a table of something else.
  const plain = /^(?:[ \t]|[:\]|-] ?|$)/.exec(rest);
  if (plain === null) return null;
  return {
    format: "login-log",
    at: time.at,
    process: null,
    subsystem: null,
    message: rest.slice(plain[0].length).trimStart(),
  };
}
