import { expect, test } from "vitest";
import { findInvisible } from "../../../../main/core/text/invisible.ts";
import { hiddenParts } from "../../../../main/core/text/visible.ts";

test.each([
  ["plain", null],
  ["two words", null],
  ["\u00e9", null],
  ["\u{1f469}\u{1f3fd}\u200d\u{1f4bb}", null],
  [" a ", { what: "blanks or line breaks at its ends", clean: "a" }],
  ["a\u00a0b", { what: "the character U+00A0", clean: "a b" }],
  ["a\u200bb", { what: "the character U+200B", clean: "ab" }],
  ["a\ufeffb\u2028c", { what: "the character U+FEFF", clean: "abc" }],
  ["a\u2800", { what: "the character U+2800", clean: "a" }],
])("%j", (text, found) => {
  expect(findInvisible(text)).toEqual(found);
});

test("both looks at a text know the same characters", () => {
  for (let code = 0; code <= 0xffff; code += 1) {
    const mark = String.fromCharCode(code);
    // Line breaks and tabs are the layout of a text, and no part of an id.
    if (/[\n\r\t]/u.test(mark)) continue;
    const text = `a${mark}b`;
    expect(findInvisible(text) !== null, code.toString(16)).toBe(hiddenParts(text).length > 0);
  }
});
