import { expect, it } from "vitest";
import { entriesOf, kindOf, textOfValue, valueUnder } from "../../../../renderer/text/typed-value.ts";

it("tells the kinds of typed JSON apart, and what can be typed in a field", () => {
  const values = [
    "a",
    true,
    3,
    0.5,
    { $real: 2 },
    { $integer: "9223372036854775807" },
    { $date: "2027-01-31T00:00:00Z" },
    { $data: "AAEC" },
    { $secret: true },
    ["a"],
    { $$data: "x" },
    {},
  ];
  expect(values.map((value) => [kindOf(value), textOfValue(value)])).toEqual([
    ["string", "a"],
    ["boolean", "yes"],
    ["integer", "3"],
    ["real", "0.5"],
    ["real", "2"],
    ["integer", "9223372036854775807"],
    ["date", "2027-01-31T00:00:00Z"],
    ["data", "AAEC"],
    ["secret", null],
    ["array", null],
    ["dict", null],
    ["dict", null],
  ]);
});

it("names the keys of a dictionary as they stand in the file", () => {
  expect(entriesOf({ $$odd: 1, b: 2 })).toEqual([
    ["$odd", 1],
    ["b", 2],
  ]);
  expect(entriesOf({ $real: 1 })).toEqual([]);
  expect(valueUnder({ $$odd: 1 }, "$odd")).toBe(1);
  expect(valueUnder({ a: 1 }, "toString")).toBeNull();
});
