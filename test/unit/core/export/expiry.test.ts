import { expect, it } from "vitest";
import { daysLeft, expiryText, readDays } from "../../../../main/core/export/expiry.ts";

it.each([
  ["30d", 30],
  ["0", 0],
  [" 365d ", 365],
  ["30 days", null],
  ["-1", null],
  ["1e3", null],
  ["", null],
  ["99999", null],
])("%j is %j days", (text, days) => {
  expect(readDays(text)).toBe(days);
});

it.each([
  ["2026-12-24T12:00:00Z", 24, "ends in 24 days"],
  ["2026-12-01T13:00:00Z", 1, "ends in one day"],
  ["2026-11-30T13:00:00Z", 0, "ends today"],
  ["2026-11-30T11:00:00Z", -1, "expired yesterday"],
  ["2026-11-26T12:00:00Z", -4, "expired 4 days ago"],
])("of an end on %s there are %i days left: %s", (notAfter, days, text) => {
  const left = daysLeft(notAfter, Date.parse("2026-11-30T12:00:00Z"));
  expect(left).toBe(days);
  expect(expiryText(left ?? 0)).toBe(text);
});

it("of an end that cannot be read nothing is known", () => {
  expect(daysLeft("", 0)).toBeNull();
});
