import { describe, expect, it } from "vitest";
import {
  type ConditionalAccessPolicy,
  changePolicies,
  costOf,
} from "../../../../main/core/conditional-access/index.ts";
import { controls, excluding, explain, type Options, rules } from "./explain.ts";
import { API_1, API_2, CUSTOM, NOBODY_SPECIAL, PLACEHOLDER, policy } from "./support.ts";

describe("recipes", () => {
  it.each<[string, readonly ConditionalAccessPolicy[], Options, string | null]>([
    ["nothing demands MFA", [policy({}, controls("block"))], {}, "none"],
    [
      "another provider is asked, which no answer counts as MFA",
      [policy({}, { grantControls: { operator: "OR", customAuthenticationFactors: ["Fabrikam"] } })],
      {},
      null,
    ],
    ["only turned off", [policy({}, { state: "disabled" })], {}, "none"],
    ["only other people", [policy({ users: { includeUsers: ["None"] } })], {}, "none"],
    ["MFA from outside", [], { facts: { ...NOBODY_SPECIAL, mfaOutsidePolicies: true } }, "per-user-mfa"],
    ["All, nothing excluded", [policy()], {}, "simple"],
    ["All, nothing excluded, beside own scopes", [policy()], { login: CUSTOM }, "simple"],
    [
      "a policy for the API alone",
      [policy({ applications: { includeApplications: [API_1] } })],
      { login: CUSTOM },
      "custom-scope-2023",
    ],
    ["any exclusion and own scopes at the login", [excluding(API_2)], { login: CUSTOM }, "custom-scope-2023"],
    [
      "the API excluded, both ask for it",
      [excluding(API_1)],
      { login: CUSTOM, check: CUSTOM },
      "api-excluded",
    ],
    ["the API excluded, only the check asks", [excluding(API_1)], { check: CUSTOM }, "api-excluded"],
    [
      "another API at the login",
      [excluding(API_1)],
      { login: [`api://${API_2}/x`], check: CUSTOM },
      "two-apis",
    ],
    [
      "both APIs excluded is still two-apis by its form",
      [excluding(API_1, API_2)],
      { login: [`api://${API_2}/x`], check: CUSTOM },
      "two-apis",
    ],
    [
      "one of two policies does not exclude",
      [excluding(API_1), policy({}, { id: "2" })],
      { check: CUSTOM },
      "simple",
    ],
    [
      "placeholder",
      [excluding(PLACEHOLDER)],
      { login: CUSTOM, setting: { placeholder: PLACEHOLDER } },
      "placeholder",
    ],
    [
      "placeholder not excluded",
      [excluding(API_2)],
      { login: CUSTOM, setting: { placeholder: PLACEHOLDER } },
      "custom-scope-2023",
    ],
    ["MFA for risk only does not make a recipe", [policy({ signInRiskLevels: ["high"] })], {}, "none"],
  ])("%s", (_name, policies, options, expected) => {
    expect(explain(policies, options).recipe).toBe(expected);
  });

  it("[caution] an excluded API hands out tokens for a password", () => {
    expect(rules(explain([excluding(API_1)], { check: CUSTOM }))).toContain(
      "warning single-factor-api-token",
    );
    const placeholder = explain([excluding(PLACEHOLDER)], {
      login: CUSTOM,
      setting: { placeholder: PLACEHOLDER },
    });
    expect(rules(placeholder)).toContain("warning placeholder-exempts-all");
  });

  it("[recipe-c-literal] login and check on the same excluded API: nobody is asked for MFA", () => {
    const answer = explain([excluding(API_1)], { login: CUSTOM, check: CUSTOM });
    const finding = answer.findings.find((each) => each.rule === "login-without-mfa");
    expect(finding?.severity).toBe("warning");
    expect(finding?.detail).toContain("same excluded API app");
  });
});

describe("cost", () => {
  it("counts a row for each failing check", () => {
    expect(costOf("yes", 15, 1186)).toMatchObject({
      rowsPerMacAndDay: 96,
      rowsPerDay: 113_856,
      certain: true,
    });
    expect(costOf("yes", 15, 1186).sentence).toContain("113,856 for 1,186 Macs");
    expect(costOf("no", 60, 10)).toMatchObject({
      checksPerMacAndDay: 24,
      rowsPerMacAndDay: 0,
      rowsPerDay: 0,
    });
    expect(costOf("depends", null, null)).toMatchObject({
      rowsPerMacAndDay: 24,
      rowsPerDay: null,
      certain: false,
    });
    expect(costOf("depends", null, null).sentence).toMatch(/^Up to 24/u);
  });

  it("counts none where timed checks are switched off, and says that others remain", () => {
    expect(costOf("yes", 0, 1186)).toMatchObject({
      checksPerMacAndDay: 0,
      rowsPerMacAndDay: 0,
      rowsPerDay: 0,
    });
    expect(costOf("yes", 0, 1186).sentence).toContain("switches timed checks off");
  });
});

describe("changes to try", () => {
  it("excluding the API from the policy moves the check out, and the file stays as it was", () => {
    const policies = [excluding(API_2)];
    const changed = changePolicies(policies, [
      { kind: "exclude-application", policyId: "policy-1", appId: API_1.toUpperCase() },
    ]);
    expect(explain(policies, { check: CUSTOM }).signIns[1]?.verdict.mfa).toBe("yes");
    expect(explain(changed, { check: CUSTOM }).signIns[1]?.verdict.mfa).toBe("no");
    expect(changed[0]?.raw).toBe(policies[0]?.raw);
    expect(policies[0]?.conditions.applications?.exclude.ids.keys.size).toBe(1);
  });

  it("turning a policy off or to report-only takes it out of the verdict", () => {
    for (const state of ["disabled", "enabledForReportingButNotEnforced"] as const) {
      const changed = changePolicies([policy()], [{ kind: "set-state", policyId: "policy-1", state }]);
      expect(explain(changed).signIns[1]?.verdict.mfa).toBe("no");
    }
  });

  it("a change for another policy changes nothing", () => {
    const policies = [policy()];
    expect(changePolicies(policies, [{ kind: "set-state", policyId: "x", state: "disabled" }])[0]).toBe(
      policies[0],
    );
  });
});
