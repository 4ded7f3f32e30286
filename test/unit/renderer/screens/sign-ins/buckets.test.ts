import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noCounts } from "../../../../../main/core/sign-ins/index.ts";
import type { HourCount } from "../../../../../preload/contract.ts";
import { bucketsOf, scaleOf } from "../../../../../renderer/screens/sign-ins/buckets.ts";
import { assertProperty } from "../../../../support/assert-property.ts";

const hour = 3_600_000;
const at = (index: number, rows = 1): HourCount => ({
  hour: new Date(Date.UTC(2026, 10, 9) + index * hour).toISOString(),
  rows,
  failures: 0,
  classes: { ...noCounts(), success: rows },
});

describe("bars over time", () => {
  it("hold every row once, in bars of one length without gaps, whatever the log", () => {
    assertProperty(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 24 * 4000 }), { minLength: 1, maxLength: 40 }),
        (hours) => {
          const log = hours.toSorted((a, b) => a - b).map((index) => at(index));
          const { bars, hours: length, isCut } = bucketsOf(log, "day");
          expect(isCut).toBe(false);
          expect(bars.length).toBeLessThanOrEqual(168);
          expect(bars.reduce((sum, bar) => sum + bar.success, 0)).toBe(hours.length);
          for (const [index, bar] of bars.entries()) {
            expect(bar.until - bar.from).toBe(length * hour);
            if (index > 0) expect(bar.from).toBe(bars[index - 1]?.until);
          }
        },
      ),
    );
  });

  it("leave no row out where the first and the last bar are there for an hour only", () => {
    const { bars, isCut } = bucketsOf([at(3601), at(88_272)], "day");
    expect([bars.reduce((sum, bar) => sum + bar.success, 0), isCut]).toEqual([2, false]);
  });

  it("show the last days by the hour, and say that the log begins before", () => {
    const { bars, isCut } = bucketsOf([at(0), at(24 * 30)], "hour");
    expect([bars.length, isCut]).toEqual([168, true]);
    expect(bars.at(-1)?.success).toBe(1);
  });

  it("are none without a time", () => {
    expect(bucketsOf([], "day").bars).toEqual([]);
  });
});

it("the scale has round numbers up to the highest bar", () => {
  expect(scaleOf(236)).toEqual([0, 100, 200]);
  expect(scaleOf(40)).toEqual([0, 20, 40]);
  expect(scaleOf(1)).toEqual([0, 1]);
  expect(scaleOf(0)).toEqual([0]);
});
