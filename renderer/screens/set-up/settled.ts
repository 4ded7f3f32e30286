import type { SetUpStepView, SetUpView } from "../../../preload/contract.ts";

/** Whether nobody has anything left to do about a step. */
export function isSettled({ state }: Pick<SetUpStepView, "state">): boolean {
  return state === "done" || state === "not-needed";
}

/** Whether a walk has something to do. What a person does by hand is no step of it. */
export function hasStepsToWalk({ plan }: SetUpView): boolean {
  return plan?.steps.some((step) => !isSettled(step) && step.byHand === null) === true;
}
