import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBase64, encodeBase64 } from "../../../../main/core/plist/base64.ts";
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
