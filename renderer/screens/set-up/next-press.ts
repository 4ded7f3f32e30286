import type { SetUpStepView, SetUpView } from "../../../preload/contract.ts";

/** The step that the verdict names, where a press in the practice tenant does it; null elsewhere. */
export function nextPress({ isPractice, nextStep, plan }: SetUpView): SetUpStepView | null {
  const next = plan?.steps.find(({ id }) => id === nextStep);
  return isPractice && next !== undefined && hasPress(next) ? next : null;
}

/** Whether a press does it in practice, and it is not done yet. */
export function hasPress({ press, state }: SetUpStepView): boolean {
  return press !== null && state === "to-do";
}
