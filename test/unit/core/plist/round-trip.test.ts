import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  equalValues,
  fromTypedJson,
  type PlistValue,
  readPlist,
  toTypedJson,
  writeBinaryPlist,
  writeXmlPlist,
} from "../../../../main/core/plist/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { keyOrder, plistValues } from "./arbitraries.ts";

function expectSame(actual: PlistValue, expected: PlistValue): void {
  expect(keyOrder(actual)).toEqual(keyOrder(expected));
  expect(equalValues(actual, expected), "the value is the same").toBe(true);
}

describe("what is written reads as the same value", () => {
  test("XML", () => {
    assertProperty(
      fc.property(plistValues({ wholeSeconds: true }), (value) => {
        const reading = readPlist(writeXmlPlist(value));
        if (!reading.ok) throw new Error(reading.problem.detail);
        expect(reading.value.encoding).toBe("xml");
        expectSame(reading.value.value, value);
      }),
    );
  });

  test("binary, with any text and dates to the microsecond", () => {
    const text = fc.string({ unit: "grapheme" });
    assertProperty(
      fc.property(plistValues({ wholeSeconds: false, text }), (value) => {
        const reading = readPlist(writeBinaryPlist(value));
        if (!reading.ok) throw new Error(reading.problem.detail);
        expect(reading.value.encoding).toBe("binary");
        expectSame(reading.value.value, value);
      }),
    );
  });

  test("typed JSON, through text", () => {
    assertProperty(
      fc.property(plistValues({ wholeSeconds: false }), (value) => {
        const reading = fromTypedJson(JSON.parse(JSON.stringify(toTypedJson(value))));
        if (!reading.ok) throw new Error(reading.problem.detail);
        expect(equalValues(reading.value, value), "the value is the same").toBe(true);
      }),
    );
  });
});

describe("dates between milliseconds", () => {
  test("microseconds survive the binary form and typed JSON", () => {
    const date: PlistValue = { kind: "date", time: 1_700_000_000_123.456 };
    const binary = readPlist(writeBinaryPlist(date));
    expect(binary.ok && equalValues(binary.value.value, date)).toBe(true);
    expect(toTypedJson(date)).toEqual({ $date: "2023-11-14T22:13:20.123456Z" });
  });

  test("XML keeps whole seconds, rounded down", () => {
    const reading = readPlist(writeXmlPlist({ kind: "date", time: -1 }));
    expect(reading.ok && reading.value.value).toEqual({ kind: "date", time: -1000 });
  });
});
