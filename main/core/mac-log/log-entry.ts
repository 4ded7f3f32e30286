/**
 * How a line of a log of the Mac is written: `jamf_login.log` (a local time of 19 characters, then the message), and the forms of
 * `log show`: `--style compact`, the default, `--style syslog`, and `--style json` or `ndjson`.
 *
 * Source: https://keith.github.io/xcode-man-pages/log.1.html
 */
export type LogFormat = "login-log" | "compact" | "default" | "syslog" | "json";

/** A time as the log gives it. */
export type LogTime = {
  /** ISO 8601 as far as the log goes: without a zone where it gives none. */
  readonly text: string;
  /** The clock on the Mac's wall in milliseconds, as if it hung in Greenwich. */
  readonly wallMs: number;
  /** Minutes before UTC, or null where the log gives no zone. */
  readonly offset: number | null;
};

/** One message of a log. What no form of log gives is null. */
export type LogEntry = {
  /** First line in the file, from 1. */
  readonly line: number;
  /** Last line: a message may go over several. */
  readonly lastLine: number;
  readonly format: LogFormat;
  readonly at: LogTime;
  readonly process: string | null;
  readonly subsystem: string | null;
  /** As it stands in the log. Nothing of it leaves this room unmasked. */
  readonly message: string;
};

/** Milliseconds from one time to another: by zone where both have one, else by the clock on the wall. */
export function millisecondsBetween(from: LogTime, to: LogTime): number {
  const between = to.wallMs - from.wallMs;
  return from.offset === null || to.offset === null ? between : between - (to.offset - from.offset) * 60_000;
}
