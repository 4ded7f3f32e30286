import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nameUuid } from "../../../../main/core/profile/name-uuid.ts";
import { sha1 } from "../../../../main/core/profile/sha-1.ts";
import { assertProperty } from "../../../support/assert-property.ts";

test("SHA-1 agrees with OpenSSL for every length around a block", () => {
  for (let length = 0; length <= 200; length++) {
    const message = new Uint8Array(length).map((_, i) => (i * 31 + length) & 0xff);
    expect(Buffer.from(sha1(message)).toString("hex")).toBe(createHash("sha1").update(message).digest("hex"));
  }
});

test("UUIDs are version 5, in capitals, and follow from the content", () => {
  assertProperty(
    fc.property(fc.uint8Array(), (content) => {
      const uuid = nameUuid(content);
      expect(uuid).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/);
      expect(nameUuid(content)).toBe(uuid);
      expect(nameUuid(new Uint8Array([...content, 0]))).not.toBe(uuid);
    }),
  );
});
