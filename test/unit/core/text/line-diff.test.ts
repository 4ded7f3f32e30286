import fc from "fast-check";
import { expect, it } from "vitest";
import { aroundChanges, diffLines } from "../../../../main/core/text/line-diff.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const lines = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 });

/** Length of the longest common subsequence, by the table that every textbook has. */
function common(a: readonly string[], b: readonly string[]): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const cell = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const row = table[i];
      if (row !== undefined)
        row[j] = a[i - 1] === b[j - 1] ? cell(i - 1, j - 1) + 1 : Math.max(cell(i - 1, j), cell(i, j - 1));
    }
  return cell(a.length, b.length);
}

it("both texts can be read out of it, and nothing shorter says as much", () => {
  assertProperty(
    fc.property(lines, lines, (before, after) => {
      const diff = diffLines(before, after) ?? [];
      const without = (kind: string) => diff.filter((line) => line.kind !== kind).map(({ text }) => text);
      expect(without("added")).toEqual(before);
      expect(without("removed")).toEqual(after);
      expect(diff.filter(({ kind }) => kind === "same")).toHaveLength(common(before, after));
    }),
  );
});

it("gives up where everything differs", () => {
  const many = (word: string) => Array.from({ length: 1_500 }, (_, index) => `${word} ${index}`);
  expect(diffLines(many("a"), many("b"))).toBeNull();
});

it("what is far from any change is left out once between two of them", () => {
  const before = Array.from({ length: 30 }, (_, index) => String(index));
  const after = before.map((line) => (line === "5" || line === "20" ? `${line}!` : line));
  const shown = aroundChanges(diffLines(before, after) ?? [], 1);
  expect(shown.map((line) => (line === null ? "…" : line.text))).toEqual([
    ...["4", "5", "5!", "6", "…", "19", "20", "20!", "21"],
  ]);
  expect(aroundChanges(diffLines(before, before) ?? [], 1)).toEqual([]);
});
