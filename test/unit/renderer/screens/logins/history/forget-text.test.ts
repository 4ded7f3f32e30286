import { expect, it } from "vitest";
import {
  whatGoes,
  whatGoesElsewhere,
} from "../../../../../../renderer/screens/logins/history/forget-text.ts";

const live = { kept: false, masked: false };
const both = { kept: true, masked: false };
const copy = { kept: true, masked: true };

it.each([
  [[live, live, both], "3 runs in memory and 1 kept copy go."],
  [[live], "1 run in memory goes."],
  [[copy, copy], "2 kept copies go."],
  [[], "This document has no runs."],
])("of %j goes: %s", (runs, words) => {
  expect(whatGoes(runs)).toBe(words);
});

it.each([
  [0, 0, ""],
  [1, 0, "1 run of another document"],
  [4, 2, "4 runs of other documents and 2 files that cannot be read"],
  [0, 1, "1 file that cannot be read"],
])("with %i elsewhere and %i unreadable also goes: %s", (elsewhere, unreadable, words) => {
  expect(whatGoesElsewhere(elsewhere, unreadable)).toBe(words);
});
