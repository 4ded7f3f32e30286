import { expect, test } from "vitest";
import { inGroups } from "../../../../renderer/text/in-groups.ts";

test("items stand under their headings, in the order in which the headings come first", () => {
  const items = ["b1", "a1", "b2", "c1", "a2"];
  expect(inGroups(items, ([letter = ""]) => letter)).toEqual([
    { title: "b", items: ["b1", "b2"] },
    { title: "a", items: ["a1", "a2"] },
    { title: "c", items: ["c1"] },
  ]);
  expect(inGroups([], String)).toEqual([]);
});
