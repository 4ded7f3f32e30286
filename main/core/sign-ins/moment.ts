const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `21 Nov 2026 07:00 UTC` of an ISO 8601 time in UTC, as the rows and the chart of the app write it. */
export function moment(iso: string): string {
  const [year = "", month = "", day = ""] = iso.slice(0, 10).split("-");
  const parts = [Number(day), months[Number(month) - 1] ?? month, year, iso.slice(11, 16)];
  return `${parts.join(" ")} UTC`;
}
