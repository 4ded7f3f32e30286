import { describe, expect, test } from "vitest";
import { bothSignIns } from "../../../../main/app/policies/forecast.ts";
import { compareRecipes } from "../../../../main/app/setup/compare-recipes.ts";
import { readProfile } from "../../../../main/core/profile/index.ts";
import { setupNote } from "../../../../main/core/setup/index.ts";
import { loadScenario, type Tenant } from "../../../../main/practice-tenant/index.ts";
import { evaluationInput } from "../../../../main/practice-tenant/policy/evaluation-input.ts";
import { fittingProfile } from "../../../../main/practice-tenant/profile/fitting-profile.ts";
import { openOf } from "../../../support/open-document.ts";

function linesIn(scenario: string, policies: Tenant["conditionalAccessPolicies"] | null = null) {
  const loaded = loadScenario(scenario);
  if (!loaded.ok) throw new Error(loaded.problem.title);
  const tenant: Tenant = {
    ...loaded.value.tenant,
    ...(policies === null ? {} : { conditionalAccessPolicies: policies }),
  };
  const { bytes, fileName } = fittingProfile(tenant, "http://127.0.0.1:9");
  const document = readProfile(bytes, { fileName });
  if (!document.ok) throw new Error(document.problem.title);
  const tested = bothSignIns(openOf(document.value, "a"));
  const lines = compareRecipes(tested, evaluationInput(tenant, null), { recipe: null, meets: null });
  return Object.fromEntries(lines.map(({ name, after }) => [name, `${after.login} ${after.check}`]));
}

describe("what recipes would lead to in a tenant", () => {
  test("without a policy they make one, and lead where they lead by themselves", () => {
    expect(linesIn("nothing-set-up")).toEqual({
      simple: "mfa mfa",
      "custom-scope-2023": "mfa mfa",
      "api-excluded": "mfa no-mfa",
      "two-apis": "mfa no-mfa",
      placeholder: "mfa no-mfa",
    });
  });

  test("before enforcement C lets people log in without MFA, and D does not", () => {
    expect(linesIn("custom-scope-2023-legacy")).toMatchObject({
      "custom-scope-2023": "mfa no-mfa",
      "api-excluded": "no-mfa no-mfa",
      "two-apis": "mfa no-mfa",
    });
  });

  test("a policy that no recipe is about stays in the way of all of them", () => {
    expect(new Set(Object.values(linesIn("blocked-location")))).toEqual(new Set(["blocked blocked"]));
  });

  test("the policy of a set-up before is not in the way: another recipe brings its own", () => {
    const own = {
      id: "11111111-0000-4000-8000-0000000000a1",
      displayName: "Jamf Connect MFA",
      description: setupNote,
      state: "enabled" as const,
      conditions: {
        users: { includeUsers: ["All"] },
        applications: { includeApplications: ["All"], excludeApplications: [] },
      },
      grantControls: { operator: "OR", builtInControls: ["mfa"] },
    };
    expect(linesIn("nothing-set-up", [own])).toEqual(linesIn("nothing-set-up"));
    const { description: _, ...ofOthers } = own;
    expect(linesIn("nothing-set-up", [ofOthers])["two-apis"]).toBe("mfa no-mfa");
  });
});
