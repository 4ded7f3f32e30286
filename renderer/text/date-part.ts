/** One part of a date in the language of the app, in the reader's time zone unless `options` name another. */
export function datePart(date: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-US", options).format(date);
}
