import { expect, it } from "vitest";
import { nextIndex } from "../../../../renderer/stores/finding-walk.ts";

it.each([
  ["begins with the first", 3, -1, 1, 0],
  ["begins backwards with the last", 3, -1, -1, 2],
  ["goes on", 3, 0, 1, 1],
  ["goes round at the end", 3, 2, 1, 0],
  ["goes round at the beginning", 3, 0, -1, 2],
] as const)("the walk through findings %s", (_, count, current, step, next) => {
  expect(nextIndex(count, current, step)).toBe(next);
});
