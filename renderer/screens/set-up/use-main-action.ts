import type { SetUpView } from "../../../preload/contract.ts";
import { useSetUp } from "../../stores/context.ts";
import { nextPress } from "./next-press.ts";
import { hasStepsToWalk, isSettled } from "./settled.ts";

/** What comes next here: one button of the screen is filled, and it is the one that does it. */
export type MainAction = "read" | "script" | "walk" | "press" | "fill" | "test";

export function useMainAction(view: SetUpView | null): MainAction {
  const printed = useSetUp((state) => state.printed);
  const filled = useSetUp((state) => state.filled);
  if (view === null || view.plan === null) return "script";
  const { settings, steps } = view.plan;
  // What the verdict names goes before what can be done after it.
  if (nextPress(view) !== null) return "press";
  // It prints the ids that everything after it needs.
  if (view.isPractice && hasStepsToWalk(view)) return "walk";
  const isForeign = view.isPractice && !view.isPracticeProfile;
  const isFilled = filled !== null || (settings.length > 0 && settings.every(({ holds }) => holds));
  if (isFilled) return steps.every(isSettled) || !view.isPractice ? "test" : "script";
  if (printed.trim() !== "" && !isForeign) return "fill";
  return view.policies === null ? "read" : "script";
}
