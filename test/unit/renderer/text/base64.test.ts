import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "../../../../renderer/text/base64.ts";
import { assertProperty } from "../../../support/assert-property.ts";

describe("base64", () => {
  it("brings any bytes back and agrees with Node's encoder", () => {
    assertProperty(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
  });

  it("takes a file that is larger than the stack allows arguments", () => {
    const bytes = new Uint8Array(1_000_001).fill(0xe9);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
  });
});
