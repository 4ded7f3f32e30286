import { expect, it } from "vitest";
import { setUpSentence } from "../../../../main/app/setup/set-up-sentence.ts";
import { findRecipe } from "../../../../main/core/recipes/index.ts";
import type { BothMeet, RecipeName } from "../../../../preload/contract.ts";

const wanted: BothMeet = { login: "mfa", check: "no-mfa" };

/** Whether the reason of the sentence is a warning, where this recipe holds and both sign-ins meet this. */
function isWarning(holds: RecipeName | null, today: BothMeet | null): boolean {
  const chosen = findRecipe("two-apis");
  if (chosen === null) throw new Error("There is no such recipe.");
  const input = { chosen, after: wanted, holds: findRecipe(holds), today, meets: "CA001", steps: [] };
  return setUpSentence(input).because.isWarning;
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
