import type { SetUpChoice, SetUpPlanView, SetUpView } from "../../../preload/contract.ts";
import { explain } from "../../core/pair/predict.ts";
import { findRecipe } from "../../core/recipes/index.ts";
import {
  breakGlassCaution,
  type PlanState,
  planState,
  printedText,
  type SetupPlan,
} from "../../core/setup/index.ts";
import type { EvaluationInput } from "../../practice-tenant/index.ts";
import { compareRecipes, meetsOf } from "./compare-recipes.ts";
import { lookUpFor, peopleOf, planFor, type SetUpSubject } from "./gather.ts";
import { setUpSentence } from "./set-up-sentence.ts";
import { settingViews, stepViews } from "./steps-view.ts";

/** Everything that Set up shows: what holds, what each recipe would change, and the chosen one step by step. */
export async function setUpView(subject: SetUpSubject, choice: SetUpChoice): Promise<SetUpView> {
  const { known, practice, tested, open } = subject;
  const input = known === null ? null : forOrdinaryPeople(known.input);
  const answer = input === null ? null : explain(tested, input);
  const meets = answer === null ? null : meetsOf(answer);
  const lines = compareRecipes(tested, input, { recipe: answer?.recipe ?? null, meets });
  const planned = planFor(subject, choice);
  const plan = planned.ok ? planned.value : null;
  const state = plan === null ? null : await planState(plan, lookUpFor(subject, plan));
  const view = plan === null || state === null ? null : planView(subject, plan, state);
  const chosen = plan?.recipe ?? findRecipe(choice.recipe) ?? findRecipe("two-apis");
  const after = lines.find(({ name }) => name === chosen?.name)?.after ?? { login: "mfa", check: "mfa" };
  const check = answer?.signIns.find(({ id }) => id === "password-check");
  const met = check?.policies.find(
    ({ state: inForce, applies, demands }) =>
      inForce === "enabled" && applies === "yes" && (demands.mfa === "yes" || demands.blocked === "yes"),
  );
  const said =
    chosen === null
      ? { sentence: "", nextStep: null, because: { strong: "", rest: "", isWarning: false } }
      : setUpSentence({
          chosen,
          after,
          holds: findRecipe(answer?.recipe ?? null),
          today: meets,
          meets: met?.displayName ?? null,
          steps: view?.steps ?? [],
          isPractice: practice !== null,
        });
  return {
    tenant: practice === null ? subject.tenant : practice.tenant().domain,
    isPractice: practice !== null,
    isPracticeProfile: open.practice,
    ...said,
    holds: answer?.recipe ?? null,
    policies: known?.input.policies.length ?? null,
    lines,
    plan: view,
    problem: planned.ok ? null : planned.problem,
    people: peopleOf(subject),
  };
}

function planView(subject: SetUpSubject, plan: SetupPlan, state: PlanState): SetUpPlanView {
  const { steps, cautions, left, permissions } = plan;
  const isWhole = steps.every(({ saves }) =>
    Object.keys(saves).every((name) => Object.hasOwn(state.saved, name)),
  );
  const canPrint = subject.practice !== null && steps.length > 0 && isWhole;
  return {
    recipe: plan.recipe.name,
    steps: stepViews(plan, state),
    settings: settingViews(plan, state, subject.open.document),
    printed: canPrint ? printedText(plan, state.saved) : null,
    cautions: cautions.map((text) => ({ text, isBreakGlass: text === breakGlassCaution })),
    left,
    permissions,
  };
}

/** Set up is about ordinary people: an account that a policy leaves out by its id is a break-glass account, or somebody's exception. */
function forOrdinaryPeople(input: EvaluationInput): EvaluationInput {
  if (input.facts.user !== undefined) return input;
  const excluded = input.policies.flatMap(({ conditions }) => [
    ...(conditions.users?.exclude.users.keys ?? []),
  ]);
  if (excluded.length === 0) return input;
  const { ruledOut } = input.facts;
  const users = new Set([...(ruledOut?.users ?? []), ...excluded]);
  return { ...input, facts: { ...input.facts, ruledOut: { ...ruledOut, users } } };
}
