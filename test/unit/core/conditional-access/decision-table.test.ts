import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type BaselineScopes,
  type ConditionalAccessAnswer,
  explainConditionalAccess,
  loginWindowSignIn,
  passwordCheckSignIn,
  type RecipeName,
  readContext,
  readPolicies,
} from "../../../../main/core/conditional-access/index.ts";
import type { Result } from "../../../../main/core/problem.ts";
import { readProfile, testSettings } from "../../../../main/core/profile/index.ts";
import { PLACEHOLDER } from "./support.ts";

const FIXTURES = join(import.meta.dirname, "../../../fixtures/policies");
const SETTINGS = {
  legacy: "legacy",
  enforced: "enforced",
  placeholder: { placeholder: PLACEHOLDER },
} as const;
type Setting = keyof typeof SETTINGS;
type Cell = readonly [loginMfa: string, checkMfa: string];

/** Design section 6: recipe × setting. `null`: the recipe is not defined there. */
const TABLE: Readonly<Record<RecipeName, Readonly<Record<Setting, Cell | null>>>> = {
  "per-user-mfa": { legacy: ["yes", "yes"], enforced: ["yes", "yes"], placeholder: ["yes", "yes"] },
  simple: { legacy: ["yes", "yes"], enforced: ["yes", "yes"], placeholder: ["yes", "yes"] },
  "custom-scope-2023": { legacy: ["yes", "no"], enforced: ["yes", "yes"], placeholder: null },
  "api-excluded": { legacy: ["no", "no"], enforced: ["yes", "no"], placeholder: ["yes", "no"] },
  "two-apis": { legacy: ["yes", "no"], enforced: ["yes", "no"], placeholder: ["yes", "no"] },
  placeholder: { legacy: null, enforced: null, placeholder: ["yes", "no"] },
  none: { legacy: ["no", "no"], enforced: ["no", "no"], placeholder: ["no", "no"] },
};

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.title} ${result.problem.detail}`);
  return result.value;
}

function answerOf(recipe: string, setting: BaselineScopes): ConditionalAccessAnswer {
  const file = (name: string): Uint8Array => readFileSync(join(FIXTURES, name));
  const document = must(readProfile(file(`recipes/${recipe}/profile.mobileconfig`), { fileName: null }));
  const context = must(
    readContext(file(recipe === "per-user-mfa" ? "context-per-user-mfa.json" : "context.json"), "context"),
  );
  return explainConditionalAccess({
    policies: must(readPolicies(file(`recipes/${recipe}/policies.json`), { fileName: null })).policies,
    login: loginWindowSignIn(must(testSettings(document, "login"))),
    check: passwordCheckSignIn(must(testSettings(document, "menu-bar"))),
    facts: context.facts,
    baselineScopes: setting,
    macs: context.macs,
    checkMinutes: 15,
    inputFindings: [],
  });
}

describe("the decision table, recipe × baseline-scope setting", () => {
  const recipes = Object.entries(TABLE);
  for (const [recipe, row] of recipes) {
    for (const setting of ["legacy", "enforced", "placeholder"] as const) {
      const expected = row[setting];
      if (expected === null) continue;
      it(`${recipe}, ${setting}: login MFA ${expected[0]}, check MFA ${expected[1]}`, () => {
        const answer = answerOf(recipe, SETTINGS[setting]);
        expect(answer.signIns.map((signIn) => signIn.verdict.mfa)).toEqual(expected);
        expect(answer.signIns.map((signIn) => signIn.verdict.blocked)).toEqual(["no", "no"]);
        expect(answer.recipe).toBe(recipe);
      });
    }
  }

  beforeAll(() => {
    const lines = recipes.map(([recipe]) => {
      const cells = (["legacy", "enforced", "placeholder"] as const).map((setting) => {
        const [login, check] = answerOf(recipe, SETTINGS[setting]).signIns;
        return `login ${login?.verdict.mfa ?? "-"}, check ${check?.verdict.mfa ?? "-"}`.padEnd(26);
      });
      return `${recipe.padEnd(19)}${cells.join("")}`;
    });
    console.log(
      [
        `${"MFA demanded".padEnd(19)}${"legacy".padEnd(26)}${"enforced".padEnd(26)}placeholder`,
        ...lines,
      ].join("\n"),
    );
  });
});
