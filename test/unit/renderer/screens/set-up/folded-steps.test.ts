import { describe, expect, it } from "vitest";
import type { SetUpStepView } from "../../../../../preload/contract.ts";
import { foldedSteps } from "../../../../../renderer/screens/set-up/folded-steps.ts";

type State = SetUpStepView["state"];
const steps = (...states: readonly State[]) => states.map((state) => ({ state }));
const done = (amount: number): readonly State[] => Array.from({ length: amount }, () => "done");

describe("foldedSteps", () => {
  it("folds four steps in a row that are done, and more, wherever they stand", () => {
    expect(foldedSteps(steps(...done(13), "not-needed", "to-do"), 1)).toEqual([{ first: 1, last: 13 }]);
    expect(foldedSteps(steps("to-do", ...done(4), "to-do", ...done(5)), 13)).toEqual([
      { first: 14, last: 17 },
      { first: 19, last: 23 },
    ]);
  });

  it("leaves three alone", () => {
    expect(foldedSteps(steps(...done(3), "to-do", ...done(3)), 1)).toEqual([]);
  });
});
