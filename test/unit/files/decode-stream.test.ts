import fc from "fast-check";
import { expect, test } from "vitest";
import { createStreamDecoder } from "../../../main/files/decode-stream.ts";
import { anyText } from "../../support/any-text.ts";
import { assertProperty } from "../../support/assert-property.ts";

function decode(bytes: Uint8Array, cuts: readonly number[]): string {
  const decoder = createStreamDecoder();
  const places = [0, ...cuts.map((cut) => 64 + (cut % (bytes.length + 1))), bytes.length]
    .map((at) => Math.min(at, bytes.length))
    .toSorted((a, b) => a - b);
  const pieces = places.slice(1).map((end, index) => decoder.push(bytes.subarray(places[index], end)));
  return pieces.join("") + decoder.end();
}

test("a text comes out as it went in, however its bytes were cut, in UTF-8 and UTF-16", () => {
  const text = anyText({ maxLength: 300 }).map((given) =>
    given.replaceAll("\0", "").replaceAll("\ufeff", ""),
  );
  assertProperty(
    fc.property(text, fc.array(fc.nat(900), { maxLength: 5 }), (given, cuts) => {
      expect(decode(Buffer.from(given), cuts)).toBe(given);
      expect(decode(Buffer.from(`\ufeff${given}`), cuts)).toBe(given);
      expect(decode(Buffer.from(`\ufeff${given}`, "utf16le"), cuts)).toBe(given);
      expect(decode(Buffer.from(`\ufeff${given}`, "utf16le").swap16(), cuts)).toBe(given);
    }),
  );
});

test("UTF-16 without a byte order mark is recognised by its zeros, and what is no text is none", () => {
  const plain = "2026-11-18 09:12:02 message";
  expect(decode(Buffer.from(plain, "utf16le"), [])).toBe(plain);
  expect(decode(Buffer.from(plain, "utf16le").swap16(), [])).toBe(plain);
  expect(createStreamDecoder().push(Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0]))).toBeNull();
});
