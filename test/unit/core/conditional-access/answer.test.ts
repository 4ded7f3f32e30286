import { describe, expect, it } from "vitest";
import {
  type BaselineScopes,
  type ConditionalAccessAnswer,
  type ConditionalAccessPolicy,
  changePolicies,
  costOf,
  explainConditionalAccess,
  type SignInFacts,
} from "../../../../main/core/conditional-access/index.ts";
import {
  API_1,
  API_2,
  CUSTOM,
  check,
  type Json,
  login,
  NOBODY_SPECIAL,
  PLACEHOLDER,
  PLAIN,
  policy,
} from "./support.ts";

type Options = {
  readonly login?: readonly string[] | null;
  readonly check?: readonly string[] | null;
  readonly facts?: SignInFacts;
  readonly setting?: BaselineScopes;
};

function explain(
  policies: readonly ConditionalAccessPolicy[],
  options: Options = {},
): ConditionalAccessAnswer {
  return explainConditionalAccess({
    policies,
    login: options.login === null ? null : login(options.login ?? PLAIN),
    check: options.check === null ? null : check(options.check ?? PLAIN),
    facts: options.facts ?? NOBODY_SPECIAL,
    baselineScopes: options.setting ?? "enforced",
    macs: null,
    checkMinutes: 15,
    inputFindings: [],
  });
}

function rules(answer: ConditionalAccessAnswer): readonly string[] {
  return answer.findings.map((finding) => `${finding.severity} ${finding.rule}`);
}

const controls = (...builtInControls: readonly string[]): Json => ({
  grantControls: { operator: "AND", builtInControls },
});
const excluding = (...ids: readonly string[]) =>
  policy({ applications: { includeApplications: ["All"], excludeApplications: ids } });

describe("the shape of the answer", () => {
  it("has the fields of the design", () => {
    const answer = explain([policy()], { check: CUSTOM });
    expect(answer).toMatchObject({ recipe: "simple", baselineScopes: "enforced" });
    const [atLogin, atCheck] = answer.signIns;
    expect(atLogin).toMatchObject({
      id: "login-window",
      resource: "00000002-0000-0000-c000-000000000000",
      resourceName: "Windows Azure Active Directory",
      client: "33333333-3333-4333-8333-333333333333",
      verdict: { mfa: "yes", blocked: "no", deviceRequired: "no", lockout: "no" },
    });
    expect(atLogin?.policies[0]).toMatchObject({
      id: "policy-1",
      displayName: "CA001 Policy under test",
      state: "enabled",
      applies: "yes",
      effect: "MFA",
      certainty: "documented",
    });
    expect(atCheck).toMatchObject({ id: "password-check", resource: API_1 });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  it("an App ID URI whose app id is not known is shown as it is", () => {
    expect(explain([policy()], { login: ["api://contoso.example/x"] }).signIns[0]?.resource).toBe(
      "api://contoso.example",
    );
  });

  it("a placeholder is the resource of baseline sign-ins", () => {
    const answer = explain([policy()], { setting: { placeholder: PLACEHOLDER.toUpperCase() } });
    expect(answer.baselineScopes).toBe(PLACEHOLDER);
    expect(answer.signIns[0]?.resource).toBe(PLACEHOLDER);
  });

  it("shows both answers where the settings differ, per policy and together", () => {
    const answer = explain([excluding(API_2)]);
    expect(answer.signIns[1]?.policies[0]?.otherSettings).toEqual({ legacy: "no" });
    expect(answer.signIns[1]?.otherSettings).toMatchObject([
      { baselineScopes: "legacy", differs: true, verdict: { mfa: "no" } },
    ]);
    expect(rules(answer)).toContain("info baseline-scopes-decide");
    expect(rules(explain([policy()]))).not.toContain("info baseline-scopes-decide");
  });

  it("a profile with one of the two sign-ins gets one", () => {
    expect(explain([policy()], { login: null }).signIns.map((each) => each.id)).toEqual(["password-check"]);
    expect(explain([policy()], { check: null })).toMatchObject({ recipe: null, cost: null });
  });
});

describe("lock-outs", () => {
  it.each(["compliantDevice", "domainJoinedDevice", "approvedApplication", "compliantApplication"])(
    "[thread-lockout] %s on the login is an error",
    (control) => {
      const answer = explain([policy({}, controls(control))]);
      expect(rules(answer)[0]).toBe("error login-lockout");
      expect(answer.findings[0]?.where.policyId).toBe("policy-1");
      expect(answer.signIns[0]?.verdict.lockout).toBe("yes");
    },
  );

  it("is an error where only the person is open, because somebody is hit", () => {
    const one = policy({ users: { includeGroups: ["pilot"] } }, controls("compliantDevice"));
    expect(rules(explain([one], { facts: { platform: "macos" } }))[0]).toBe("error login-lockout");
  });

  it("is a warning where the place or the risk is open", () => {
    const one = policy(
      { locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] } },
      controls("compliantDevice"),
    );
    expect(rules(explain([one], { facts: { platform: "macos" } }))[0]).toBe("warning login-lockout");
  });

  it.each([
    [
      "MFA as an alternative",
      policy({}, { grantControls: { operator: "OR", builtInControls: ["mfa", "compliantDevice"] } }),
    ],
    [
      "report-only",
      policy({}, { ...controls("compliantDevice"), state: "enabledForReportingButNotEnforced" }),
    ],
    ["turned off", policy({}, { ...controls("compliantDevice"), state: "disabled" })],
    [
      "another platform",
      policy({ platforms: { includePlatforms: ["windows"] } }, controls("compliantDevice")),
    ],
    [
      "another resource",
      policy({ applications: { includeApplications: ["Office365"] } }, controls("compliantDevice")),
    ],
  ])("none with %s", (_name, one) => {
    expect(explain([one]).findings.filter((finding) => finding.severity === "error")).toEqual([]);
  });

  it("is a warning where the file does not say how the controls are joined", () => {
    const one = policy(
      {},
      { grantControls: { operator: null, builtInControls: ["mfa", "compliantDevice"] } },
    );
    expect(rules(explain([one]))[0]).toBe("warning login-lockout");
  });

  it("a block on the login is an error, one that depends is told", () => {
    expect(rules(explain([policy({}, controls("block"))]))[0]).toBe("error login-blocked");
    const abroad = policy(
      { locations: { includeLocations: ["All"], excludeLocations: ["home"] } },
      controls("block"),
    );
    expect(rules(explain([abroad], { facts: {} }))).toContain("info login-blocked");
  });

  it("a lock-out through the check only is no lock-out", () => {
    const desktop = policy({ applications: { includeApplications: [API_1] } }, controls("compliantDevice"));
    const answer = explain([desktop], { check: CUSTOM });
    expect(rules(answer).filter((rule) => rule.startsWith("error"))).toEqual([]);
    expect(rules(answer)).toContain("warning check-blocked");
  });
});

describe("recipes", () => {
  it.each<[string, readonly ConditionalAccessPolicy[], Options, string | null]>([
    ["nothing demands MFA", [policy({}, controls("block"))], {}, "none"],
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
    expect(rules(explain([excluding(API_1)], { check: CUSTOM }))).toContain("warning single-factor-api");
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
      rowsPerMacAndDay: 96,
      rowsPerDay: null,
      certain: false,
    });
    expect(costOf("depends", null, null).sentence).toMatch(/^Up to 96/u);
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

describe("findings about the input", () => {
  it("names rules that cannot be read, unknown members, and names where ids belong", () => {
    const odd = policy(
      {
        users: { includeUsers: ["All"], excludeGroups: ["<BreakGlass>"] },
        applications: { includeApplications: ["All"], applicationFilter: { mode: "exclude", rule: "(" } },
        times: "x",
      },
      { sessionControls: { somethingNew: { isEnabled: true } } },
    );
    expect(rules(explain([odd]))).toEqual(
      expect.arrayContaining([
        "warning unreadable-rule",
        "info unknown-policy-member",
        "info unresolved-names",
      ]),
    );
  });

  it("[v2-one-resource] scopes of two APIs", () => {
    const scopes = [`api://${API_1}/a`, `api://${API_2}/b`];
    expect(rules(explain([policy()], { login: scopes }))).toContain("warning scopes-of-several-apis");
  });

  it("[c-report-only-prompt] report-only with a compliant device can prompt on Macs", () => {
    const one = policy({}, { ...controls("compliantDevice"), state: "enabledForReportingButNotEnforced" });
    expect(rules(explain([one]))).toContain("info report-only-certificate-prompt");
  });

  it("[alarm] a clean check may be an alarm", () => {
    expect(rules(explain([]))).toContain("info clean-check-alarm");
    expect(rules(explain([policy()]))).not.toContain("info clean-check-alarm");
  });

  it("the worst comes first", () => {
    const severities = explain([
      policy(),
      policy({}, { id: "2", ...controls("compliantDevice") }),
    ]).findings.map((each) => each.severity);
    const order = ["error", "warning", "info"];
    expect(severities).toEqual(severities.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  });
});
