import { earliestDate, latestDate } from "./limits.ts";

const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?Z$/;

/**
 * Reads `2026-11-23T09:30:00Z`, optionally with up to six digits after the seconds. The result is in milliseconds
 * since 1970, null for another form, for a day that does not exist and for a year outside 0001 to 9999.
 */
export function parseDate(text: string): number | null {
  const match = form.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  if (hour === undefined || minute === undefined || second === undefined) return null;
  // Date.UTC reads years below 100 as 19xx.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const exists =
    date.getUTCMonth() === month - 1 &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  if (!exists) return null;
  const time = date.getTime() + Number((match[7] ?? "").padEnd(6, "0")) / 1000;
  return isWritableDate(time) ? time : null;
}

/** `2026-11-23T09:30:00Z`: the form of XML property lists, which know no fractions of a second. */
export function formatWholeSeconds(time: number): string {
  return `${new Date(Math.floor(time / 1000) * 1000).toISOString().slice(0, 19)}Z`;
}

/** The same with as many digits after the seconds as the date has, down to a microsecond. */
export function formatExact(time: number): string {
  const seconds = Math.floor(time / 1000);
  const microseconds = Math.round((time - seconds * 1000) * 1000);
  if (microseconds === 0) return formatWholeSeconds(time);
  const whole = formatWholeSeconds(seconds * 1000).slice(0, -1);
  return `${whole}.${String(microseconds).padStart(6, "0").replace(/0+$/, "")}Z`;
}

/** Whether the date lies in the years 0001 to 9999. */
export function isWritableDate(time: number): boolean {
  return time >= earliestDate && time <= latestDate;
}
