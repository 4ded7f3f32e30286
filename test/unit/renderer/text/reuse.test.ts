import fc from "fast-check";
import { expect, it } from "vitest";
import { reuse } from "../../../../renderer/text/reuse.ts";
import { assertProperty } from "../../../support/assert-property.ts";

it("keeps what has not changed as the same object, and nothing else", () => {
  const before = { a: [{ x: 1 }, { x: 2 }], b: { c: "d" }, e: null };
  const after = reuse(before, { a: [{ x: 1 }, { x: 3 }], b: { c: "d" }, e: null });
  expect(after).toEqual({ a: [{ x: 1 }, { x: 3 }], b: { c: "d" }, e: null });
  expect(after.a[0]).toBe(before.a[0]);
  expect(after.b).toBe(before.b);
  expect(reuse(before, structuredClone(before))).toBe(before);
  expect(reuse({ a: undefined }, { b: undefined })).toEqual({ b: undefined });
  expect(reuse([1, 2], [1])).toEqual([1]);
});

it("the answer always equals the new value", () => {
  assertProperty(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(reuse(before, structuredClone(after))).toEqual(after);
      expect(reuse(before, structuredClone(before))).toBe(before);
    }),
  );
});
