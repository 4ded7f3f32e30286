/** `2026-11-18T09:12:02.407+01:00` as the clock of the Mac showed it: `09:12:02`. */
export function clockOfLog(at: string): string {
  return at.slice(11, 19);
}

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

/** The days of a log: `18 November`, or the first and the last; empty where there is none. */
export function daysOfLog(times: readonly string[]): string {
  const days = [...new Set(times.map((at) => at.slice(0, 10)))].toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) {
    return "";
  }
  return first === last ? day(first) : `${day(first)} to ${day(last)}`;
}

function day(date: string): string {
  const [, month, number] = date.split("-").map(Number);
  return `${number} ${months[(month ?? 1) - 1] ?? ""}`;
}
