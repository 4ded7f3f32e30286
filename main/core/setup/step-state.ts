import { differences, type GraphObject } from "./differs.ts";
import type { LookUp } from "./look-up.ts";
import { otherPoliciesState } from "./other-policies.ts";
import { missingName, type SavedValues, savedFrom, withSaved } from "./saved-values.ts";
import type { SetupPlan, SetupStep } from "./setup-plan.ts";

/** Whether a step is done, as far as anybody can tell. What cannot be told is never shown as done. */
export type StepState = {
  readonly id: string;
  /** `not-needed` is nothing that anybody did: what the step is about is not there. */
  readonly state: "done" | "not-needed" | "to-do" | "cannot-tell";
  /** What was seen, in a few words; empty where the state says it all. */
  readonly reason: string;
};

/** The state of every step, and the ids that are known already. */
export type PlanState = { readonly steps: readonly StepState[]; readonly saved: SavedValues };

/** Whether nobody has anything left to do about a step. */
export function isSettled({ state }: Pick<StepState, "state">): boolean {
  return state === "done" || state === "not-needed";
}

type Judged = Omit<StepState, "id"> & { readonly saved: SavedValues };

/** Says of each step whether it is done: looks it up with what the steps before it found. */
export async function planState(plan: SetupPlan, lookUp: LookUp): Promise<PlanState> {
  const steps: StepState[] = [];
  let saved: SavedValues = {};
  for (const step of plan.steps) {
    const { saved: found, ...state } = await stepState(step, steps, saved, lookUp);
    steps.push({ id: step.id, ...state });
    saved = { ...saved, ...found };
  }
  return { steps, saved };
}

async function stepState(
  step: SetupStep,
  before: readonly StepState[],
  saved: SavedValues,
  lookUp: LookUp,
): Promise<Judged> {
  if (missingName(step.lookUp, saved) !== null) {
    const isUnknown = before.some(({ state }) => state === "cannot-tell");
    return isUnknown
      ? judged("cannot-tell", "Depends on an earlier step whose state is not known.")
      : judged("to-do", "");
  }
  const looked = await lookUp(withSaved(step.lookUp, saved));
  if (looked.kind === "cannot-tell") return judged("cannot-tell", looked.why);
  const { objects } = looked;
  if (step.byHand !== null && step.press === null) return otherPoliciesState(objects, saved);
  const [found, ...others] = objects;
  if (found === undefined) return judged("to-do", "");
  if (others.length > 0)
    return judged("cannot-tell", `${objects.length} objects of this name carry the mark.`);
  const own = savedFrom(step.saves, found);
  if (own === null) return judged("cannot-tell", "Not returned: its ids.");
  return { ...comparison(step, found, { ...saved, ...own }), saved: own };
}

/** A step by hand is compared with what its press would send, any other with its update. */
function comparison(step: SetupStep, found: GraphObject, saved: SavedValues): Omit<StepState, "id"> {
  const wanted = step.press ?? step.update;
  if (wanted?.body === undefined) return { state: "done", reason: "" };
  // An id that is not known yet cannot be in what was found.
  if (missingName(wanted, saved) !== null) return { state: "to-do", reason: "" };
  const { differing, notShown } = differences(found, withSaved(wanted, saved).body ?? {});
  if (differing.length > 0) {
    const reason =
      step.press === null ? `There, and differs in ${differing.join(", ")}.` : "Waits for a person.";
    return { state: "to-do", reason };
  }
  if (notShown.length > 0) return { state: "cannot-tell", reason: `Not returned: ${notShown.join(", ")}.` };
  return { state: "done", reason: "" };
}

function judged(state: StepState["state"], reason: string): Judged {
  return { state, reason, saved: {} };
}
