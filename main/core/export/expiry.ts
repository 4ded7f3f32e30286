const day = 86_400_000;

/** How long before its end a signing certificate is spoken of. */
export const soon = 30;

/** Days as `--expires-within` takes them, `30d` or `30`; null for anything else and for more than a hundred years. */
export function readDays(text: string): number | null {
  const [, digits] = /^(\d{1,5})d?$/u.exec(text.trim()) ?? [];
  const days = Number(digits);
  return digits === undefined || days > 36_525 ? null : days;
}

/**
 * Whole days until a certificate ends; negative once it has, null where the time cannot be read.
 *
 * @param notAfter ISO 8601
 * @param now milliseconds since 1970
 */
export function daysLeft(notAfter: string, now: number): number | null {
  const end = Date.parse(notAfter);
  return Number.isNaN(end) ? null : Math.floor((end - now) / day);
}

/**
 * When a certificate ends as people count it, by the days of this machine's calendar: `expired 4 days ago`, `ends today`,
 * `ends in 24 days`; null where the time cannot be read.
 *
 * @param notAfter ISO 8601
 * @param now milliseconds since 1970
 */
export function endingText(notAfter: string, now: number): string | null {
  const end = Date.parse(notAfter);
  if (Number.isNaN(end)) return null;
  // A day on which the clocks change is not 24 hours long.
  const days = Math.round((midnightBefore(end) - midnightBefore(now)) / day);
  if (end < now) return `expired ${pastDay(-days)}`;
  if (days === 0) return "ends today";
  return `ends in ${days === 1 ? "one day" : `${days} days`}`;
}

function pastDay(days: number): string {
  if (days === 0) return "today";
  return days === 1 ? "yesterday" : `${days} days ago`;
}

function midnightBefore(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}
