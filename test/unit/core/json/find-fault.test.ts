import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonFault, noLimits } from "../../../../main/core/json/find-fault.ts";
import { assertProperty } from "../../../support/assert-property.ts";

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("looking JSON through", () => {
  it("agrees with the platform's reader about what is JSON", () => {
    const piece = fc.constantFrom(
      ...'{}[]:,"\\u0-.eE1+ \n\ttrufalsn/b',
      '"a"',
      '":',
      "null",
      "true",
      "-1.5e3",
      "\\u00e9",
      "\u0001",
      "\ud800",
      "\u2028",
    );
    const texts = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
      fc.json(),
      // A damaged character in what was JSON.
      fc.tuple(fc.json(), fc.nat(), piece).map(([json, at, damage]) => {
        const place = at % (json.length + 1);
        return json.slice(0, place) + damage + json.slice(place + 1);
      }),
    );
    assertProperty(
      fc.property(texts, (text) => {
        expect(findJsonFault(text) === null).toBe(parses(text));
      }),
      "cheap",
    );
  });

  it("names an early end for every start of a JSON text that is none itself", () => {
    assertProperty(
      fc.property(fc.jsonValue(), fc.nat(), (value, length) => {
        const text = JSON.stringify([value]);
        const start = text.slice(0, length % text.length);
        expect(findJsonFault(start)).toEqual({ kind: "early-end", offset: start.length });
      }),
    );
  });

  it.each([
    ["", "early-end", 0],
    ["  ", "early-end", 2],
    ["hello", "syntax", 0],
    ["tru!", "syntax", 3],
    ['{"a" 1}', "syntax", 5],
    ["[1,]", "syntax", 3],
    ["[1 2]", "syntax", 3],
    ["{,}", "syntax", 1],
    ["[1}", "syntax", 2],
    ["1 x", "syntax", 2],
    ["01", "syntax", 1],
    ["1.x", "syntax", 2],
    ["1e+", "early-end", 3],
    ['"\\x"', "syntax", 2],
    ['"\\u00g0"', "syntax", 5],
    ['"a\nb"', "syntax", 2],
  ])("%j is broken: %s at %i", (text, kind, offset) => {
    expect(findJsonFault(text)).toEqual({ kind, offset });
  });

  it("attack: half a million levels end at the limit of levels", () => {
    const levels = 500_000;
    for (const [open, shut] of [
      ["[", "]"],
      ['{"a":', "}"],
    ] as const) {
      const text = `${open.repeat(levels)}1${shut.repeat(levels)}`;
      expect(findJsonFault(text, { ...noLimits, depth: 64 })).toEqual({
        kind: "too-deep",
        offset: open.length * 64,
      });
      expect(findJsonFault(text)).toBeNull();
    }
    expect(findJsonFault(`${"[".repeat(64)}${"]".repeat(64)}`, { ...noLimits, depth: 64 })).toBeNull();
  });

  it("attack: more values than the limit are not counted to their end", () => {
    const text = `[${"0,".repeat(499_999)}0]`;
    expect(findJsonFault(text, { ...noLimits, values: 10_000 })).toEqual({
      kind: "too-many",
      offset: 19_999,
    });
    expect(findJsonFault("[1,2]", { ...noLimits, values: 3 })).toBeNull();
    expect(findJsonFault('{"a":[1,2]}', { ...noLimits, values: 3 })).toMatchObject({ kind: "too-many" });
  });
});
