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
  // 30 February is a date to nobody, and to Date.parse one in March.
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return null;
  const value = time === undefined ? midnight : Date.parse(`${day}T${time}${zone?.toUpperCase() ?? "Z"}`);
  return Number.isNaN(value) ? null : value;
}
