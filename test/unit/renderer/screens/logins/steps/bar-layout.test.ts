import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutBars } from "../../../../../../renderer/screens/logins/steps/bar-layout.ts";
import { assertProperty } from "../../../../../support/assert-property.ts";

describe("layOutBars", () => {
  it("puts steps on one scale, each as long as its number says, and leaves free what passed between them", () => {
    expect(
      layOutBars([
        { ms: 100, gapMs: 0 },
        { ms: 300, gapMs: 0 },
      ]),
    ).toEqual([
      { left: 0, width: 25 },
      { left: 25, width: 75 },
    ]);
    expect(
      layOutBars([
        { ms: 100, gapMs: 0 },
        { ms: 200, gapMs: 100 },
      ]),
    ).toEqual([
      { left: 0, width: 25 },
      { left: 50, width: 50 },
    ]);
  });

  it("draws nothing for a run without length or without steps", () => {
    expect(layOutBars([{ ms: 0, gapMs: 0 }])).toEqual([{ left: 0, width: 0 }]);
    expect(layOutBars([])).toEqual([]);
  });

  it("never leaves the track", () => {
    const time = fc.integer({ min: -5, max: 1e6 });
    const step = fc.record({ ms: time, gapMs: time });
    assertProperty(
      fc.property(fc.array(step, { minLength: 1 }), (steps) => {
        for (const bar of layOutBars(steps)) {
          expect(bar.left).toBeGreaterThanOrEqual(0);
          expect(bar.width).toBeGreaterThanOrEqual(0);
          expect(bar.left + bar.width).toBeLessThanOrEqual(100.000001);
        }
      }),
    );
  });
});
