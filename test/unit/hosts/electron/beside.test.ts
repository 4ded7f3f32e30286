import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeBeside } from "../../../../main/hosts/electron/beside.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const screen = { x: 0, y: 25, width: 2000, height: 1175 };
const size = { width: 520, height: 720 };
const app = { x: 100, y: 100, width: 1280, height: 820 };

describe("placeBeside", () => {
  it("stands on the right where there is room", () => {
    expect(placeBeside(app, screen, size)).toEqual({ x: 1388, y: 100 });
  });

  it("stands on the left where the right is taken", () => {
    expect(placeBeside({ ...app, x: 700 }, screen, size)).toEqual({ x: 172, y: 100 });
  });

  it("covers the right edge of a window that leaves no room, and not the steps on its left", () => {
    const wide = { x: 0, y: 25, width: 1440, height: 875 };
    expect(placeBeside(wide, { ...wide }, size)).toEqual({ x: 920, y: 25 });
  });

  it("follows the app to another screen", () => {
    const second = { x: -1920, y: -200, width: 1920, height: 1080 };
    expect(placeBeside({ ...app, x: -1900, y: -150 }, second, size)).toEqual({ x: -612, y: -150 });
  });

  it("never leaves a screen that is large enough", () => {
    const whole = (low: number, high: number) => fc.integer({ min: low, max: high });
    const area = fc.record({
      x: whole(-4000, 4000),
      y: whole(-4000, 4000),
      width: whole(520, 4000),
      height: whole(720, 3000),
    });
    const other = fc.record({
      x: whole(-5000, 5000),
      y: whole(-5000, 5000),
      width: whole(200, 3000),
      height: whole(200, 3000),
    });
    assertProperty(
      fc.property(area, other, (screenArea, window) => {
        const { x, y } = placeBeside(window, screenArea, size);
        expect(x).toBeGreaterThanOrEqual(screenArea.x);
        expect(x + size.width).toBeLessThanOrEqual(screenArea.x + screenArea.width);
        expect(y).toBeGreaterThanOrEqual(screenArea.y);
        expect(y + size.height).toBeLessThanOrEqual(screenArea.y + screenArea.height);
      }),
    );
  });
});
