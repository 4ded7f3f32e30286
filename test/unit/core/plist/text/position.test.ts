import { expect, test } from "vitest";
import { positionAt } from "../../../../../main/core/text/position.ts";

test.each<[string, number, number, number]>([
  ["", 0, 1, 1],
  ["abc", 2, 1, 3],
  ["a\nb", 2, 2, 1],
  ["a\r\nb", 3, 2, 1],
  ["a\rb", 2, 2, 1],
  ["\n\n\n", 3, 4, 1],
  ["😀x", 2, 1, 2],
  ["abc", 99, 1, 4],
])("%j at %i is line %i, column %i", (text, offset, line, column) => {
  expect(positionAt(text, offset)).toEqual({ line, column });
});
