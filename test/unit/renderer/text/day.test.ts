import { describe, expect, it } from "vitest";
import { dayTitle, momentInWords, shortMoment } from "../../../../renderer/text/day.ts";

const now = new Date("2026-11-23T20:00:00");

describe("a moment in words", () => {
  it.each([
    ["2026-11-23T10:14:00", "today 10:14", "today 10:14"],
    ["2026-11-22T23:59:00", "yesterday 23:59", "yesterday 23:59"],
    ["2026-11-17T16:20:00", "Tuesday, 17 November, 16:20", "17 Nov 16:20"],
    ["2025-11-23T09:05:00", "Sunday, 23 November 2025, 09:05", "23 Nov 2025 09:05"],
  ])("of %s is %s, in short %s", (iso, words, short) => {
    expect(momentInWords(iso, now)).toBe(words);
    expect(shortMoment(iso, now)).toBe(short);
  });

  it("knows yesterday on the first of a month", () => {
    expect(momentInWords("2026-02-28T08:00:00", new Date("2026-03-01T00:30:00"))).toBe("yesterday 08:00");
  });
});

it("a day's title has its year when that is not this one", () => {
  expect(dayTitle(new Date("2026-11-23T00:00:00"), now)).toBe("Today");
  expect(dayTitle(new Date("2026-11-17T00:00:00"), now)).toBe("Tuesday 17 November");
  expect(dayTitle(new Date("2025-11-17T00:00:00"), now)).toBe("Monday 17 November 2025");
});
