const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `17 November 2026, 09:05 UTC` for an ISO 8601 time in UTC; a text that is none stays as it is. */
export function dateText(iso: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(iso) ?? [];
  const name = months[Number(month) - 1];
  if (year === undefined || name === undefined || !iso.endsWith("Z")) return iso;
  return `${Number(day)} ${name} ${year}, ${time} UTC`;
}
