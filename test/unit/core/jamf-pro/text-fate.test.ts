import { describe, expect, it } from "vitest";
import { textFate } from "../../../../main/core/jamf-pro/text-fate.ts";

describe("what becomes of a text outside managed preferences", () => {
  it.each([
    ["a\nb", ["C3"]],
    ["a\tb", ["C3"]],
    // The carriage return survives, and with it the line break.
    ["a\r\nb", []],
    ["a\rb", []],
    ["a\r\n\nb", ["C3"]],
    ["a\n\rb", ["C3"]],
    ["a\r\nb ", ["C5"]],
  ] as const)("of %j is %j", (text, fate) => {
    expect(textFate(text, false)).toEqual(fate);
  });

  it("inside them line breaks and tabs stay", () => {
    expect(textFate("a\n\tb", true)).toEqual([]);
  });
});
