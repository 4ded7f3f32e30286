import { describe, expect, test } from "vitest";
import { equalValues, type PlistValue } from "../../../../main/core/plist/index.ts";

const real = (value: number): PlistValue => ({ kind: "real", value });
const integer = (value: bigint): PlistValue => ({ kind: "integer", value });
const data = (...bytes: number[]): PlistValue => ({ kind: "data", bytes: new Uint8Array(bytes) });
const dict = (...entries: [string, PlistValue][]): PlistValue => ({
  kind: "dict",
  entries: new Map(entries),
});
const array = (...items: PlistValue[]): PlistValue => ({ kind: "array", items });

describe("equalValues", () => {
  test.each<[string, PlistValue, PlistValue]>([
    ["not a number", real(Number.NaN), real(Number.NaN)],
    ["dates within a microsecond", { kind: "date", time: 1.0001 }, { kind: "date", time: 1.0002 }],
    ["bytes", data(1, 2), data(1, 2)],
    [
      "dictionaries in another order",
      dict(["a", real(1)], ["b", data()]),
      dict(["b", data()], ["a", real(1)]),
    ],
    ["empty containers", array(dict()), array(dict())],
  ])("%s are equal", (_, a, b) => {
    expect(equalValues(a, b)).toBe(true);
  });

  test.each<[string, PlistValue, PlistValue]>([
    ["zero and negative zero", real(0), real(-0)],
    ["an integer and a real", integer(1n), real(1)],
    ["an integer and a reference", integer(1n), { kind: "uid", value: 1n }],
    ["a text and a boolean", { kind: "string", value: "true" }, { kind: "boolean", value: true }],
    ["dates a millisecond apart", { kind: "date", time: 1 }, { kind: "date", time: 2 }],
    ["bytes of another length", data(1), data(1, 0)],
    ["arrays in another order", array(real(1), real(2)), array(real(2), real(1))],
    ["an array that goes on", array(real(1)), array(real(1), real(1))],
    ["another key", dict(["a", real(1)]), dict(["b", real(1)])],
    ["a further key", dict(["a", real(1)]), dict(["a", real(1)], ["b", real(1)])],
  ])("%s are not", (_, a, b) => {
    expect(equalValues(a, b)).toBe(false);
    expect(equalValues(b, a)).toBe(false);
  });
});
