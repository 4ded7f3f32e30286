import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unseen } from "../../../../main/core/text/unseen.ts";
import { hiddenParts, visibleQuote } from "../../../../main/core/text/visible.ts";
import { anyText } from "../../../support/any-text.ts";
import { assertProperty } from "../../../support/assert-property.ts";

describe("a text that is shown", () => {
  test("is the same text, and nothing in it is hidden", () => {
    assertProperty(
      fc.property(anyText({ maxLength: 60 }), (text) => {
        const shown = visibleQuote(text);
        expect(JSON.parse(shown)).toBe(text);
        expect(shown.match(unseen)).toBeNull();
        expect(shown).not.toMatch(/[^\S ]/u);
      }),
      "cheap",
    );
  });

  test.each<[string, readonly string[]]>([
    ["plain", []],
    ["two words", []],
    ["a\nb\tc", []],
    ["", []],
    [" a", ["a blank at the start"]],
    ["a  ", ["2 blanks at the end"]],
    ["\ta\n", ["a tab at the start", "a line break at the end"]],
    ["a\u00a0b", ["a no-break space (U+00A0)"]],
    ["a\u200b\u200bb", ["a zero-width space (U+200B)"]],
    ["a\u00a0 ", ["a blank at the end", "a no-break space (U+00A0)"]],
    ["\u2063\u3000", ["an invisible character (U+2063)", "an ideographic space (U+3000)"]],
    ["👩🏽‍💻", []],
    ["a\u200d", ["a zero-width joiner (U+200D)"]],
    ["   ", ["3 blanks at the start"]],
  ])("%j", (text, parts) => {
    expect([...hiddenParts(text)].toSorted()).toEqual([...parts].toSorted());
  });
});
