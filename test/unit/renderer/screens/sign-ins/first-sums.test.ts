import { expect, it } from "vitest";
import { firstAnswerOf } from "../../../../../renderer/screens/sign-ins/first-sums.ts";

const numbers = [
  { appId: "a", rows: 10, realFailures: 4, correct: 3 },
  { appId: "b", rows: 5, realFailures: 1, correct: 0 },
  { appId: null, rows: 2, realFailures: 2, correct: 0 },
];

it("sums the applications that are looked at, and all where none is among them", () => {
  expect(firstAnswerOf(numbers, ["a", "b"])).toEqual({ rows: 15, realFailures: 5, correct: 3 });
  expect(firstAnswerOf(numbers, [])).toEqual({ rows: 17, realFailures: 7, correct: 3 });
  expect(firstAnswerOf(numbers, ["c"])).toEqual({ rows: 17, realFailures: 7, correct: 3 });
});
