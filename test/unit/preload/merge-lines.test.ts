import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bringInto, lineChanges } from "../../../preload/contract/merge-lines.ts";
import { assertProperty } from "../../support/assert-property.ts";

const texts = fc
  .array(fc.constantFrom("a\n", "b\n", "c\n", "d\n", "\n"), { maxLength: 30 })
  .chain((lines) => fc.constantFrom("", "end").map((end) => lines.join("") + end));

describe("what changes between two texts", () => {
  it("makes the one of the other, whatever they hold", () => {
    assertProperty(
      fc.property(texts, texts, (before, after) => {
        const made = lineChanges(before, after).reduceRight(
          (text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to),
          before,
        );
        expect(made).toBe(after);
      }),
    );
  });

  it("is only what differs, so that a cursor between two changes stays", () => {
    const before = "1\nold\n2\n3\nold\n4\n";
    expect(lineChanges(before, before.replaceAll("old", "new"))).toEqual([
      { from: 2, to: 6, insert: "new\n" },
      { from: 10, to: 14, insert: "new\n" },
    ]);
  });
});

describe("a change from elsewhere in a text that is being typed", () => {
  it("is brought to its lines, and what was typed stays", () => {
    const base = "1\n2\n3\n4\n5\n6\n7\n";
    const typed = base.replace("6\n", "6 <\nnew\n");
    expect(bringInto(base, typed, base.replace("2\n", "two\nlines\n"))).toBe(
      "1\ntwo\nlines\n3\n4\n5\n6 <\nnew\n7\n",
    );
  });

  it("gives way where both changed the same line", () => {
    expect(bringInto("1\n2\n3\n", "1\ntyped\n3\n", "1\nelsewhere\n3\n")).toBe("1\ntyped\n3\n");
  });

  it("is all there is where nothing was typed, and nothing where nothing changed", () => {
    assertProperty(
      fc.property(texts, texts, (base, other) => {
        expect(bringInto(base, base, other)).toBe(other);
        expect(bringInto(base, other, base)).toBe(other);
      }),
    );
  });
});
