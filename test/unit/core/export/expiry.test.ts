import { expect, it } from "vitest";
import { daysLeft, endingText, readDays } from "../../../../main/core/export/expiry.ts";

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
  // Without a zone: the time of the machine, whose days are counted.
  ["2026-12-24T12:00:00", 24, "ends in 24 days"],
  ["2026-12-30T11:00:00", 29, "ends in 30 days"],
  ["2026-12-01T13:00:00", 1, "ends in one day"],
  ["2026-12-01T01:00:00", 0, "ends in one day"],
  ["2026-11-30T13:00:00", 0, "ends today"],
  ["2026-11-30T11:00:00", -1, "expired today"],
  ["2026-11-29T23:00:00", -1, "expired yesterday"],
  ["2026-11-26T12:00:00", -4, "expired 4 days ago"],
])("of an end on %s there are %i whole days left; it %s", (notAfter, days, text) => {
  const now = Date.parse("2026-11-30T12:00:00");
  expect(daysLeft(notAfter, now)).toBe(days);
  expect(endingText(notAfter, now)).toBe(text);
});

it("of an end that cannot be read nothing is known", () => {
  expect(daysLeft("", 0)).toBeNull();
  expect(endingText("", 0)).toBeNull();
});
