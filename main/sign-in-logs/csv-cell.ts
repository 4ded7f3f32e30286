/**
 * A value as a cell of a CSV file, which no spreadsheet takes for a formula: what begins with one of its signs gets an
 * apostrophe before it, and every cell that needs it is quoted.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvCell(value: unknown): string {
  const text = value === null || value === undefined ? "" : String(value).replace(/\r\n?/g, "\n");
  const safe =
    /^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(text) && !/^-?\d+(\.\d+)?$/.test(text)
      ? `'${text}`
      : text;
  return /[",\r\n;\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
