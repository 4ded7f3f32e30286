import { datePart } from "./date-part.ts";

/** A duration as the step list shows it: whole milliseconds below a second, then seconds, then minutes. */
export function formatDuration(ms: number): string {
  const whole = Math.max(0, Math.round(ms));
  if (whole < 1000) {
    return `${whole} ms`;
  }
  const tenths = Math.round(whole / 100);
  if (tenths < 600) {
    return `${Math.floor(tenths / 10)}.${tenths % 10} s`;
  }
  const seconds = Math.round(whole / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} min`;
}

/**
 * Hours and minutes of a moment in the reader's time zone, `09:05`; the text itself when it is no date.
 *
 * @param withSeconds tells moments of one minute apart: `09:05:17`
 */
export function formatClock(iso: string, withSeconds = false): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) {
    return iso;
  }
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    ...(withSeconds ? { second: "2-digit" } : {}),
    hourCycle: "h23",
  }).format(moment);
}

/** The furthest moment from 1970 that a date can hold, in seconds. */
const furthest = 8.64e12;

/** A moment of a token in UTC, `2026-11-26 14:41:24 UTC`; null for a number that no date can hold. */
export function formatMoment(seconds: number): string | null {
  if (!(Math.abs(seconds) <= furthest)) {
    return null;
  }
  return new Date(seconds * 1000)
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, " UTC");
}

/** Day, month and year in UTC, `14 Mar 2028`: certificates end at the same moment everywhere. */
export function formatDay(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) {
    return iso;
  }
  const part = (options: Intl.DateTimeFormatOptions) => datePart(moment, { timeZone: "UTC", ...options });
  return `${part({ day: "numeric" })} ${part({ month: "short" })} ${part({ year: "numeric" })}`;
}
