import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutBars } from "../../../../../../renderer/screens/logins/steps/bar-layout.ts";
import { assertProperty } from "../../../../../support/assert-property.ts";

describe("layOutBars", () => {
  it("puts steps end to end on one scale, each as long as its number says", () => {
    expect(layOutBars([{ ms: 100 }, { ms: 300 }])).toEqual([
      { left: 0, width: 25 },
      { left: 25, width: 75 },
    ]);
  });

  it("draws nothing for a run without length or without steps", () => {
    expect(layOutBars([{ ms: 0 }])).toEqual([{ left: 0, width: 0 }]);
    expect(layOutBars([])).toEqual([]);
  });

  it("never leaves the track", () => {
    const step = fc.record({ ms: fc.integer({ min: -5, max: 1e6 }) });
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
