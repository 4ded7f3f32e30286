import fc from "fast-check";
import { expect, it } from "vitest";
import { splitUnseen } from "../../../../renderer/text/unseen.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const marks = (text: string) =>
  splitUnseen(text).flatMap(({ name, sign }) => (name === null ? [] : [[name, sign]]));

it("marks blanks at the ends, and what cannot be seen wherever it stands", () => {
  expect(marks(" a b  ")).toEqual([
    ["A blank", "·"],
    ["A blank", "··"],
  ]);
  expect(marks("a\u00a0b\u200b")).toEqual([
    ["A no-break space", "·"],
    ["A zero-width space", "U+200B"],
  ]);
  expect(marks("\u202eabc")).toEqual([["The character U+202E", "U+202E"]]);
  expect(marks("plain text, ümläut")).toEqual([]);
});

it("loses nothing of the text", () => {
  assertProperty(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(
        splitUnseen(text)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
