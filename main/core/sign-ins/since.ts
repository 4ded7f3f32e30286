/**
 * The moment that a person means: a date is its beginning in UTC, a time is taken as it stands, and as UTC without a zone.
 *
 * @returns milliseconds since 1970; null for what is neither
 */
export function readSince(text: string): number | null {
  const found = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:?\d\d)?)?$/i.exec(
    text.trim(),
  );
  if (found === null) return null;
  const [, day = "", time, zone] = found;
  const value = Date.parse(
    time === undefined ? `${day}T00:00:00Z` : `${day}T${time}${zone?.toUpperCase() ?? "Z"}`,
  );
  if (Number.isNaN(value)) return null;
  // 30 February is a date to nobody, and to Date.parse one in March.
  return time !== undefined || new Date(value).toISOString().startsWith(day) ? value : null;
}
