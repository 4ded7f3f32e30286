/** The furthest moment from 1970 that a date can hold, in seconds (ECMA-262, time values). */
const furthest = 8.64e12;

/**
 * A moment in words that stay true, `2026-11-26 14:41:24 UTC`. Servers write any number into a token: what no date can hold
 * is told as it is.
 *
 * @param seconds since 1970
 */
export function utcText(seconds: number): string {
  if (!(Math.abs(seconds) <= furthest)) return `${seconds} seconds after 1970`;
  const [day = "", time = ""] = new Date(seconds * 1000).toISOString().split("T");
  return `${day} ${time.replace(/\.\d+Z$/, "")} UTC`;
}

/** A value inside a sentence: in quotation marks, so that no dot or comma is taken for a part of it, and cut where it is long. */
export function shownValue(value: unknown): string {
  return value === undefined ? "missing" : JSON.stringify(value).slice(0, 200);
}
