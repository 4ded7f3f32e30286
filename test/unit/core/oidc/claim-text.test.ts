import fc from "fast-check";
import { expect, test } from "vitest";
import { shownValue, utcText } from "../../../../main/core/oidc/claim-text.ts";
import { assertProperty } from "../../../support/assert-property.ts";

test("a moment is told in UTC to the second", () => {
  expect(utcText(1_795_704_084)).toBe("2026-11-26 14:41:24 UTC");
  expect(utcText(1_795_704_084.7)).toBe("2026-11-26 14:41:24 UTC");
});

test("a number that no date can hold is told as it is, and nothing throws", () => {
  expect(utcText(1e300)).toBe("1e+300 seconds after 1970");
  assertProperty(fc.property(fc.double(), (seconds) => utcText(seconds).length > 0));
});

test("a value of a claim is quoted and cut", () => {
  expect(shownValue(undefined)).toBe("missing");
  expect(shownValue(["a"])).toBe('["a"]');
  expect(shownValue("x".repeat(500))).toHaveLength(200);
});
