import { expect, test } from "vitest";
import { lowerFirst } from "../../../../renderer/text/lower-first.ts";

test.each([
  ["Two API apps", "two API apps"],
  ["API app excluded", "API app excluded"],
  ["A policy", "a policy"],
  ["Äpfel", "äpfel"],
  ["", ""],
])("%s inside a sentence is %s", (text, inside) => {
  expect(lowerFirst(text)).toBe(inside);
});
