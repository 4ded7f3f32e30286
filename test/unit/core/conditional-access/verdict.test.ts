import { describe, expect, it } from "vitest";
import {
  type ConditionalAccessPolicy,
  evaluateSignIn,
  type Tri,
} from "../../../../main/core/conditional-access/index.ts";
import { check, evaluateOne, type Json, login, NOBODY_SPECIAL, policy } from "./support.ts";

const BLOCK = { grantControls: { operator: "OR", builtInControls: ["block"] } };
const NOT_HIM: Json = { users: { includeUsers: ["None"] } };

function verdict(policies: readonly ConditionalAccessPolicy[], signIn = check(), facts = NOBODY_SPECIAL) {
  return evaluateSignIn(policies, signIn, facts, { baselineScopes: "enforced" }).verdict;
}

describe("states", () => {
  it.each<[string, Json, applies: Tri, mfa: Tri]>([
    ["c-state-enabled", { state: "enabled" }, "yes", "yes"],
    ["c-state-disabled", { state: "disabled" }, "no", "no"],
    [
      "c-state-report-only: would apply, counts for nothing",
      { state: "enabledForReportingButNotEnforced" },
      "yes",
      "no",
    ],
    ["c-state: case does not matter", { state: "Enabled" }, "yes", "yes"],
    ["i-2: no state depends", { state: null }, "depends", "depends"],
    ["i-2: an unknown state depends", { state: "on" }, "depends", "depends"],
  ])("[%s]", (_id, rest, applies, mfa) => {
    expect(evaluateOne(policy({}, rest)).applies).toBe(applies);
    expect(verdict([policy({}, rest)]).mfa).toBe(mfa);
  });

  it("[c-state-disabled] the reason is that it is turned off", () => {
    const evaluation = evaluateOne(policy(NOT_HIM, { state: "disabled" }));
    expect(evaluation.reason).toBe("policyNotEnabled");
    expect(evaluation.because()[0]).toBe("The policy is turned off.");
  });

  it("[i-2] a policy without a state whose conditions fail is a plain no", () => {
    expect(evaluateOne(policy(NOT_HIM, { state: null })).applies).toBe("no");
  });
});

describe("policies together", () => {
  it("[c-frame-all-policies] every policy that applies has to be satisfied", () => {
    const device = policy(
      {},
      { id: "2", grantControls: { operator: "OR", builtInControls: ["compliantDevice"] } },
    );
    expect(verdict([policy(), device])).toMatchObject({ mfa: "yes", blocked: "yes", deviceRequired: "yes" });
  });

  it("[i-11] mfa stays yes beside a block", () => {
    expect(verdict([policy(), policy({}, { id: "2", ...BLOCK })])).toMatchObject({
      mfa: "yes",
      blocked: "yes",
    });
  });

  it("[i-11] lockout speaks of the login window only", () => {
    const policies = [policy({}, BLOCK)];
    expect(verdict(policies, login()).lockout).toBe("yes");
    expect(verdict(policies, check()).lockout).toBe("no");
  });

  it("one certain policy outweighs one that depends", () => {
    const risky = policy({ signInRiskLevels: ["high"] }, { id: "2" });
    const { signInRisk: _risk, ...facts } = NOBODY_SPECIAL;
    expect(verdict([risky], check(), facts).mfa).toBe("depends");
    expect(verdict([risky, policy()], check(), facts).mfa).toBe("yes");
  });

  it("[c-outside] MFA from outside Conditional Access counts on both sign-ins", () => {
    const facts = { ...NOBODY_SPECIAL, mfaOutsidePolicies: true };
    expect(verdict([], login(), facts).mfa).toBe("yes");
    expect(verdict([], check(), facts).text()).toContain("a setting outside Conditional Access");
  });

  it("[c-outside] security defaults ask when Entra finds it necessary: it depends, and says on what", () => {
    const facts = { ...NOBODY_SPECIAL, mfaOutsidePolicies: "when-necessary" as const };
    for (const signIn of [login(), check()]) {
      expect(verdict([], signIn, facts)).toMatchObject({ mfa: "depends", blocked: "no" });
      expect(verdict([], signIn, facts).text()).toBe(
        "Whether MFA is demanded depends on what Entra finds necessary (security defaults).",
      );
      expect(verdict([policy()], signIn, facts).mfa).toBe("yes");
    }
  });

  it("no policy at all demands nothing", () => {
    expect(verdict([])).toMatchObject({ mfa: "no", blocked: "no", deviceRequired: "no", lockout: "no" });
  });
});

describe("the sentence of a verdict", () => {
  it("names the policy, the code, and what the log shows", () => {
    expect(verdict([policy()]).text()).toBe(
      "MFA is demanded by CA001 Policy under test. When the password is correct, Entra answers AADSTS50076 and the sign-in log shows a failure.",
    );
  });

  it("names what it depends on, of the conditions and of the controls", () => {
    const { signInRisk: _risk, device: _device, ...facts } = NOBODY_SPECIAL;
    const risky = policy({ signInRiskLevels: ["high"] });
    expect(verdict([risky], check(), facts).text()).toBe(
      "Whether MFA is demanded depends on sign-in risk (CA001 Policy under test).",
    );
    const device = policy(
      {},
      { grantControls: { operator: "OR", builtInControls: ["mfa", "compliantDevice"] } },
    );
    expect(verdict([device], login(), facts).text()).toBe(
      "Whether MFA is demanded depends on device (CA001 Policy under test).",
    );
    const bound = policy(
      {},
      { grantControls: null, sessionControls: { secureSignInSession: { isEnabled: true } } },
    );
    expect(verdict([bound], check(), facts).text()).toBe(
      "Whether the check is refused depends on token protection (CA001 Policy under test). No policy demands MFA.",
    );
  });

  it("names three policies and counts the rest", () => {
    const many = [1, 2, 3, 4, 5].map((n) => policy({}, { id: `${n}`, displayName: `CA00${n}` }));
    expect(verdict(many, login()).text()).toBe("MFA is demanded by CA001, CA002, CA003, 2 more.");
  });
});

describe("why", () => {
  it("a yes gives everything that holds, a no what fails, a depends what is missing", () => {
    expect(evaluateOne(policy()).because()).toEqual([
      "The policy is for all users.",
      "The sign-in asks only for basic scopes. Entra counts them as Windows Azure Active Directory, and this policy covers all resources.",
      "The policy is for all client apps.",
    ]);
    const windows = policy({ platforms: { includePlatforms: ["windows"] } });
    expect(evaluateOne(windows).because()).toEqual([
      "The policy is for platforms windows; the sign-in shows macos.",
    ]);
    const group = policy({ users: { includeUsers: ["All"], excludeGroups: ["g"] } });
    expect(evaluateOne(group, check(), {}).because()).toEqual([
      "The policy excludes 1 group. Whether the person is in it is not given.",
    ]);
  });
});
