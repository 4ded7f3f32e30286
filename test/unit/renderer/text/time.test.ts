import { describe, expect, it } from "vitest";
import { formatDay, formatDuration, formatMoment } from "../../../../renderer/text/time.ts";

describe("formatDuration", () => {
  it.each([
    [0, "0 ms"],
    [0.4, "0 ms"],
    [316, "316 ms"],
    [999.4, "999 ms"],
    [999.6, "1.0 s"],
    [1_234, "1.2 s"],
    [12_440, "12.4 s"],
    [59_949, "59.9 s"],
    [59_951, "1:00 min"],
    [287_000, "4:47 min"],
    [-5, "0 ms"],
  ])("writes %d ms as %s", (ms, words) => {
    expect(formatDuration(ms)).toBe(words);
  });
});

describe("formatDay", () => {
  it("names the day in UTC, so that a certificate ends on the same day everywhere", () => {
    expect(formatDay("2028-03-14T23:59:59Z")).toBe("14 Mar 2028");
  });

  it("shows what is no date as it is", () => {
    expect(formatDay("never")).toBe("never");
  });
});

it("shows a moment of a token in UTC, and nothing for a number that no date can hold", () => {
  expect(formatMoment(1_795_704_084)).toBe("2026-11-26 14:41:24 UTC");
  expect(formatMoment(0.5)).toBe("1970-01-01 00:00:00 UTC");
  expect(formatMoment(1e300)).toBeNull();
  expect(formatMoment(Number.NaN)).toBeNull();
});
