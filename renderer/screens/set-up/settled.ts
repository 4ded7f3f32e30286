import type { SetUpStepView } from "../../../preload/contract.ts";

/** Whether nobody has anything left to do about a step. */
export function isSettled({ state }: SetUpStepView): boolean {
  return state === "done" || state === "not-needed";
}
