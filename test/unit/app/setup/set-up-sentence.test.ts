import { expect, it } from "vitest";
import { setUpSentence } from "../../../../main/app/setup/set-up-sentence.ts";
import { findRecipe } from "../../../../main/core/recipes/index.ts";
import type { BothMeet, RecipeName, SetUpStepView } from "../../../../preload/contract.ts";

const wanted: BothMeet = { login: "mfa", check: "no-mfa" };

/** Whether the reason of the sentence is a warning, where this recipe holds and both sign-ins meet this. */
function isWarning(holds: RecipeName | null, today: BothMeet | null): boolean {
  const chosen = findRecipe("two-apis");
  if (chosen === null) throw new Error("There is no such recipe.");
  const what = { chosen, after: wanted, holds: findRecipe(holds), today, meets: "CA001" };
  return setUpSentence({ ...what, steps: [], isPractice: false }).because.isWarning;
}

it.each<[string, RecipeName | null, BothMeet | null, boolean]>([
  ["what is wanted", "two-apis", wanted, false],
  ["nothing is set up yet", "none", { login: "no-mfa", check: "no-mfa" }, false],
  ["nothing is known", null, null, false],
  ["the check meets MFA", "custom-scope-2023", { login: "mfa", check: "mfa" }, true],
  ["a login without MFA under a recipe", "simple", { login: "no-mfa", check: "no-mfa" }, true],
])("%s", (_, holds, today, warns) => {
  expect(isWarning(holds, today)).toBe(warns);
});

/** What is said of a tenant that asks nobody for MFA, with so many steps of the chosen recipe in these states. */
function saidOf(
  states: readonly SetUpStepView["state"][],
  today: BothMeet | null = { login: "no-mfa", check: "no-mfa" },
  isPractice = false,
) {
  const chosen = findRecipe("two-apis");
  if (chosen === null) throw new Error("There is no such recipe.");
  const steps = states.map((state, index) => ({
    id: `step-${index}`,
    title: `Switch number ${index} on`,
    role: "",
    state,
    reason: "",
    lookUp: { method: "GET" as const, url: "" },
    create: null,
    update: null,
    byHand: null,
    press: null,
    bracesFrom: [],
  }));
  return setUpSentence({
    chosen,
    after: wanted,
    holds: findRecipe(today === null ? null : "none"),
    today,
    meets: null,
    steps,
    isPractice,
  });
}

it("after a walk it leads with what is done and what is left", () => {
  const { sentence, nextStep, because } = saidOf(["done", "not-needed", "to-do"]);
  expect([sentence, nextStep]).toEqual(["One step is left: switch number 2 on.", "step-2"]);
  expect(because).toMatchObject({
    strong: "Nobody is asked for MFA yet.",
    rest: "One step is done, and 1 is not needed.",
  });
  const half = saidOf(["done", "done", "done", "to-do", "to-do"], undefined, true);
  expect(half.sentence).toBe("2 steps are left. Next: switch number 3 on.");
  expect(half.because.rest).toBe("3 steps are done in the practice tenant.");
});

it("without policies it says what each way of loading them shows", () => {
  expect(saidOf(["cannot-tell", "cannot-tell"], null).because.rest).toBe(
    "Microsoft Graph shows policies and apps; files show only policies.",
  );
});

it.each<[string, readonly SetUpStepView["state"][]]>([
  ["nothing is done", ["to-do", "to-do", "to-do"]],
  ["a step is not known", ["done", "done", "cannot-tell"]],
  ["every step is done", ["done", "done", "done"]],
])("where %s, it leads with what holds today", (_, states) => {
  expect(saidOf(states).sentence).toBe("Nobody is asked for MFA today. Recipe D brings it to the login.");
});
