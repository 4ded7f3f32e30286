import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTypedText, type TypedAs } from "../../../../main/core/entry/index.ts";
import { fromTypedJson } from "../../../../main/core/plist/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const read = (text: string, type: TypedAs, least?: number) => {
  const result = readTypedText(text, least === undefined ? { type } : { type, least });
  return result.ok ? result.value : result.problem.code;
};

describe("a whole number", () => {
  it("keeps all 64 bits", () => {
    expect(read("15", "integer")).toBe(15);
    expect(read(" +15 ", "integer")).toBe(15);
    expect(read("-9223372036854775808", "integer")).toEqual({ $integer: "-9223372036854775808" });
    expect(read("9223372036854775807", "integer")).toEqual({ $integer: "9223372036854775807" });
  });

  it("refuses what is none, and a minus where it has no meaning", () => {
    for (const text of ["abc", "1.5", "1e3", "0x1F", "1 000", "１５", "--5", "6O"]) {
      expect(read(text, "integer"), text).toBe("value-not-whole");
    }
    for (const text of ["", " ", "\t"]) expect(read(text, "integer")).toBe("value-empty");
    for (const text of ["9223372036854775808", "12345678901234567890", "9".repeat(100_000)]) {
      expect(read(text, "integer")).toBe("value-too-large");
    }
    expect(read("-5", "integer")).toBe(-5);
    expect(read("-5", "integer", 0)).toBe("value-negative");
    expect(read("0", "integer", 0)).toBe(0);
  });

  it("any number of 64 bits comes out as it was typed", () => {
    assertProperty(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (number) => {
        const value = fromTypedJson(read(String(number), "integer"));
        expect(value).toEqual({ ok: true, value: { kind: "integer", value: number } });
      }),
      "cheap",
    );
  });
});

describe("other values", () => {
  it("a text stays as it was typed, whatever is in it", () => {
    for (const text of ["", " a ", "a\u200b", "a\u00a0b", "\u202eabc", "<b>&amp;", "x".repeat(10_000)]) {
      expect(read(text, "string")).toBe(text);
    }
    expect(read("\ud83d", "string")).toBe("value-not-unicode");
  });

  it("a number keeps being one of the property list's reals", () => {
    expect(read("0.5", "real")).toBe(0.5);
    expect(read("2", "real")).toEqual({ $real: 2 });
    expect(read("-0", "real")).toEqual({ $real: "-0.0" });
    for (const text of ["abc", "1,5", "nan", "Infinity"])
      expect(read(text, "real")).toBe("value-not-a-number");
    expect(read("1e999", "real")).toBe("value-too-large");
  });

  it("a day alone is its first moment; a day that does not exist is refused", () => {
    expect(read("2027-01-31", "date")).toEqual({ $date: "2027-01-31T00:00:00Z" });
    expect(read("2027-01-31T09:30:00Z", "date")).toEqual({ $date: "2027-01-31T09:30:00Z" });
    for (const text of ["2027-02-30", "31.01.2027", "soon"])
      expect(read(text, "date")).toBe("value-not-a-date");
  });

  it("data is Base64, broken into lines or not; yes and no in the words for them", () => {
    expect(read("AAEC\n Aw==", "data")).toEqual({ $data: "AAECAw==" });
    expect(read("A", "data")).toBe("value-not-base64");
    expect([read("Yes", "boolean"), read("0", "boolean"), read("maybe", "boolean")]).toEqual([
      true,
      false,
      "value-not-yes-or-no",
    ]);
  });

  it("whatever is typed, there is a value that a profile can hold or a problem that can be read", () => {
    const types: readonly TypedAs[] = ["string", "boolean", "integer", "real", "date", "data"];
    const texts = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.stringMatching(/^[-+0-9.eE ]*$/));
    assertProperty(
      fc.property(texts, fc.constantFrom(...types), (text, type) => {
        const result = readTypedText(text, { type, least: 0 });
        if (result.ok) {
          expect(fromTypedJson(result.value).ok).toBe(true);
        } else {
          expect(result.problem.title).toMatch(/\.$/);
          expect(result.problem.detail).not.toMatch(/\p{Cf}/u);
        }
      }),
    );
  });
});
