type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Between the two windows, in pixels of the screen. */
const gap = 8;

/**
 * Where a window goes beside another one: on its right, else on its left, else over its right edge, so that the steps on
 * the left stay in sight. Never outside of the screen.
 *
 * @param area the part of the screen that windows may use
 * @param size of the window that is placed
 */
export function placeBeside(
  other: Rectangle,
  area: Rectangle,
  size: Pick<Rectangle, "width" | "height">,
): { readonly x: number; readonly y: number } {
  const right = other.x + other.width + gap;
  const left = other.x - gap - size.width;
  const farthest = area.x + area.width - size.width;
  const x = right <= farthest ? right : left >= area.x ? left : other.x + other.width - size.width;
  return {
    x: clamp(x, area.x, farthest),
    y: clamp(other.y, area.y, area.y + area.height - size.height),
  };
}

/** The lower bound wins: a window that is larger than the screen shows its title bar. */
function clamp(value: number, low: number, high: number): number {
  return Math.round(Math.max(low, Math.min(value, high)));
}
