const reading = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** `17 November 2026, 09:05 UTC` for an ISO 8601 time in UTC; a text that is none stays as it is. */
export function dateText(iso: string): string {
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*Z$/.test(iso) && !Number.isNaN(Date.parse(iso));
  if (!isTime) return iso;
  const part = partsOf(reading, new Date(iso));
  return `${part("day")} ${part("month")} ${part("year")}, ${part("hour")}:${part("minute")} UTC`;
}

function partsOf(format: Intl.DateTimeFormat, date: Date): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = format.formatToParts(date);
  return (type) => parts.find((part) => part.type === type)?.value ?? "";
}
