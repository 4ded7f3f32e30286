import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBase64, decodeLoosePadding, encodeBase64 } from "../../../../main/core/plist/base64.ts";
import { assertProperty } from "../../../support/assert-property.ts";

describe("Base64", () => {
  test("writes what Node writes", () => {
    assertProperty(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      }),
      "cheap",
    );
  });

  test("reads what Node writes, with line breaks and blanks in it", () => {
    assertProperty(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = Buffer.from(bytes).toString("base64").replace(/.{7}/g, "$& \r\n\t");
        expect(decodeBase64(text)).toEqual(bytes);
      }),
      "cheap",
    );
  });

  test("handles data of a megabyte", () => {
    const bytes = new Uint8Array(1 << 20).map((_, i) => i * 7);
    expect(Buffer.compare(decodeBase64(encodeBase64(bytes)) ?? new Uint8Array(), bytes)).toBe(0);
  });

  test.each(["A", "AB", "ABC", "AB=C", "====", "A===", "AB==CD==", "AB*D", "ABÃ=", "AB-_"])(
    "refuses %s",
    (text) => {
      expect(decodeBase64(text)).toBeNull();
    },
  );
});

describe("padding that is not right", () => {
  test.each<[string, readonly number[] | null]>([
    ["AAAA=", [0, 0, 0]],
    ["AAAA==", [0, 0, 0]],
    ["AQID\n=", [1, 2, 3]],
    ["AQ==AQ==", [1, 1]],
    ["AQI=AQI=", [1, 2, 1, 2]],
    ["A===", [0]],
    ["AAE", null],
    ["AAAAAAE", null],
    ["AAAA=AAA", null],
    ["AA*=", null],
    ["=AAA", null],
  ])("%s", (text, bytes) => {
    expect(decodeLoosePadding(text)).toEqual(bytes === null ? null : Uint8Array.from(bytes));
  });

  test("gives what macOS gives, or nothing where macOS drops or mixes digits", () => {
    const texts = fc.stringMatching(/^[AQx9+/= \n]{0,24}$/);
    assertProperty(
      fc.property(texts, (text) => {
        const ours = decodeLoosePadding(text);
        const { bytes, dropped } = asMacOs(text);
        expect(ours).toEqual(dropped ? null : bytes);
      }),
      "cheap",
    );
  });

  test("agrees with the strict reader on everything that is right", () => {
    assertProperty(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(decodeLoosePadding(encodeBase64(bytes))).toEqual(bytes);
      }),
      "cheap",
    );
  });
});

/** The rules of Apple's reader, digit by digit: `=` is a digit of value 0, and each at the end of four takes one byte away. */
function asMacOs(text: string): { readonly bytes: Uint8Array; readonly dropped: boolean } {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const digits = [...text].filter((character) => character.trim() !== "");
  const bytes: number[] = [];
  for (let at = 0; at + 4 <= digits.length; at += 4) {
    const group = digits.slice(at, at + 4).map((digit) => Math.max(0, alphabet.indexOf(digit)));
    const value = group.reduce((sum, digit) => sum * 64 + digit, 0);
    const paddings = /=*$/.exec(digits.slice(0, at + 4).join(""))?.[0].length ?? 0;
    const all = [value >> 16, (value >> 8) & 0xff, value & 0xff];
    bytes.push(...all.slice(0, Math.max(1, 3 - paddings)));
  }
  const groups = digits.join("").match(/.{1,4}/g) ?? [];
  const dropped = groups.some((group) => /=[^=]/.test(group) || (group.length < 4 && /[^=]/.test(group)));
  return { bytes: Uint8Array.from(bytes), dropped };
}
