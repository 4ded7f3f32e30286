import { describe, expect, it } from "vitest";
import {
  evaluateSignIn,
  type SignIn,
  type SignInContext,
  type Tri,
  unmetControls,
} from "../../../../main/core/conditional-access/index.ts";
import { check, evaluateOne, type Json, login, NOBODY_SPECIAL, policy } from "./support.ts";

type Outcome = {
  readonly mfa: Tri;
  readonly blocked: Tri;
  readonly deviceRequired: Tri;
  readonly lockout: Tri;
};

const { device: _device, ...NO_DEVICE_GIVEN } = NOBODY_SPECIAL;
const COMPLIANT: SignInContext = { ...NOBODY_SPECIAL, device: new Map([["iscompliant", true]]) };

function verdict(
  grantControls: Json | null,
  signIn: SignIn,
  facts = NO_DEVICE_GIVEN,
  rest: Json = {},
): Outcome {
  const one = policy({}, { grantControls, ...rest });
  const { mfa, blocked, deviceRequired, lockout } = evaluateSignIn([one], signIn, facts, {
    baselineScopes: "enforced",
  }).verdict;
  return { mfa, blocked, deviceRequired, lockout };
}

const builtIn = (operator: string | null, ...builtInControls: readonly string[]): Json => ({
  operator,
  builtInControls,
});
const strength = (more: Json = {}): Json => ({ id: "00000000-0000-0000-0000-000000000004", ...more });
const says = (mfa: Tri, blocked: Tri, deviceRequired: Tri, lockout: Tri): Outcome => ({
  mfa,
  blocked,
  deviceRequired,
  lockout,
});
const NOTHING = says("no", "no", "no", "no");
const MFA = says("yes", "no", "no", "no");

describe("grant controls, device not given", () => {
  it.each<[string, Json | null, atLogin: Outcome, atCheck: Outcome]>([
    ["c-grant-none", null, NOTHING, NOTHING],
    ["c-grant-block", builtIn("OR", "block"), says("no", "yes", "no", "yes"), says("no", "yes", "no", "no")],
    ["c-grant-mfa", builtIn("OR", "mfa"), MFA, MFA],
    [
      "c-grant-strength",
      { operator: "OR", builtInControls: [], authenticationStrength: strength() },
      MFA,
      MFA,
    ],
    [
      "c-grant-strength: one that a password meets",
      {
        operator: "OR",
        builtInControls: [],
        authenticationStrength: strength({ allowedCombinations: ["password", "fido2"] }),
      },
      NOTHING,
      NOTHING,
    ],
    [
      "c-grant-compliant-device",
      builtIn("OR", "compliantDevice"),
      says("no", "depends", "yes", "yes"),
      says("no", "yes", "yes", "no"),
    ],
    [
      "c-grant-hybrid-join: Windows only",
      builtIn("OR", "domainJoinedDevice"),
      says("no", "yes", "yes", "yes"),
      says("no", "yes", "yes", "no"),
    ],
    ["c-grant-approved-app: not enforced any more", builtIn("OR", "approvedApplication"), NOTHING, NOTHING],
    ["c-grant-approved-app: MFA is what is left", builtIn("OR", "approvedApplication", "mfa"), MFA, MFA],
    ["c-grant-approved-app: with AND too", builtIn("AND", "approvedApplication", "mfa"), MFA, MFA],
    [
      "c-grant-approved-app: app protection is what is left",
      builtIn("OR", "approvedApplication", "compliantApplication"),
      says("no", "yes", "no", "yes"),
      says("no", "yes", "no", "no"),
    ],
    [
      "c-grant-block beside MFA: blocks, and MFA stays demanded",
      builtIn("OR", "block", "mfa"),
      says("yes", "yes", "no", "yes"),
      says("yes", "yes", "no", "no"),
    ],
    [
      "c-grant-block beside a compliant device",
      builtIn("AND", "block", "compliantDevice"),
      says("no", "yes", "yes", "yes"),
      says("no", "yes", "yes", "no"),
    ],
    [
      "c-grant-or: MFA or terms of use, nobody says which is asked for",
      { operator: "OR", builtInControls: ["mfa"], termsOfUse: ["t"] },
      says("depends", "no", "no", "no"),
      says("depends", "depends", "no", "no"),
    ],
    [
      "c-grant-or: MFA or a custom control",
      { operator: "OR", builtInControls: ["mfa"], customAuthenticationFactors: ["f"] },
      says("depends", "no", "no", "no"),
      says("depends", "depends", "no", "no"),
    ],
    [
      "c-grant-and: MFA and terms of use",
      { operator: "AND", builtInControls: ["mfa"], termsOfUse: ["t"] },
      MFA,
      says("yes", "yes", "no", "no"),
    ],
    [
      "c-grant-strength: federated single factor",
      {
        operator: "OR",
        builtInControls: [],
        authenticationStrength: strength({ allowedCombinations: ["federatedSingleFactor", "fido2"] }),
      },
      says("depends", "no", "no", "no"),
      MFA,
    ],
    [
      "c-grant-strength: a password beside the federated single factor",
      {
        operator: "OR",
        builtInControls: [],
        authenticationStrength: strength({ allowedCombinations: ["federatedSingleFactor", "password"] }),
      },
      NOTHING,
      NOTHING,
    ],
    [
      "c-grant-lost: an operator that joins nothing",
      { operator: "OR", builtInControls: null },
      says("depends", "depends", "depends", "depends"),
      says("depends", "depends", "depends", "no"),
    ],
    [
      "c-grant-app-protection: phones only",
      builtIn("OR", "compliantApplication"),
      says("no", "yes", "no", "yes"),
      says("no", "yes", "no", "no"),
    ],
    ["c-grant-password-change", builtIn("AND", "mfa", "passwordChange"), MFA, says("yes", "yes", "no", "no")],
    ["c-grant-risk-remediation", builtIn("OR", "riskRemediation"), NOTHING, says("no", "yes", "no", "no")],
    [
      "c-grant-terms-of-use",
      { operator: "OR", builtInControls: [], termsOfUse: ["t"] },
      NOTHING,
      says("no", "yes", "no", "no"),
    ],
    [
      "c-grant-custom-control",
      { operator: "OR", builtInControls: [], customAuthenticationFactors: ["f"] },
      NOTHING,
      says("no", "yes", "no", "no"),
    ],
    [
      "c-grant-and: MFA and a compliant device",
      builtIn("AND", "mfa", "compliantDevice"),
      says("yes", "depends", "yes", "yes"),
      says("yes", "yes", "yes", "no"),
    ],
    [
      "c-grant-or: MFA or a compliant device",
      builtIn("OR", "mfa", "compliantDevice"),
      says("depends", "no", "no", "no"),
      MFA,
    ],
    [
      "c-grant-or: MFA or hybrid join or an app",
      builtIn("OR", "mfa", "domainJoinedDevice", "compliantApplication"),
      MFA,
      MFA,
    ],
    [
      "c-grant-or: compliant device or app protection",
      builtIn("OR", "compliantDevice", "compliantApplication"),
      says("no", "depends", "yes", "yes"),
      says("no", "yes", "yes", "no"),
    ],
    [
      "i-11: a strength is one item of the list",
      { operator: "OR", builtInControls: ["compliantDevice"], authenticationStrength: strength() },
      says("depends", "no", "no", "no"),
      MFA,
    ],
    [
      "i-12: an unknown control depends",
      builtIn("OR", "somethingNew"),
      says("depends", "depends", "depends", "depends"),
      says("depends", "depends", "depends", "no"),
    ],
    [
      "i-12: an unknown member depends",
      { operator: "OR", builtInControls: [], somethingNew: { id: 1 } },
      says("depends", "depends", "depends", "depends"),
      says("depends", "depends", "depends", "no"),
    ],
    [
      "i-12: MFA or something unknown",
      builtIn("OR", "mfa", "somethingNew"),
      says("depends", "no", "no", "no"),
      says("depends", "no", "no", "no"),
    ],
    [
      "i-12: MFA and something unknown",
      builtIn("AND", "mfa", "somethingNew"),
      says("yes", "depends", "depends", "depends"),
      says("yes", "depends", "depends", "no"),
    ],
    ["no operator, one control", builtIn(null, "mfa"), MFA, MFA],
    [
      "no operator, two controls: both readings",
      builtIn(null, "mfa", "compliantDevice"),
      says("depends", "depends", "depends", "depends"),
      says("yes", "depends", "depends", "no"),
    ],
  ])("[%s]", (_id, controls, atLogin, atCheck) => {
    expect(verdict(controls, login())).toEqual(atLogin);
    expect(verdict(controls, check())).toEqual(atCheck);
  });

  it("[i-4] a device that is given counts at the login only", () => {
    expect(verdict(builtIn("OR", "mfa", "compliantDevice"), login(), COMPLIANT)).toEqual(NOTHING);
    expect(verdict(builtIn("OR", "mfa", "compliantDevice"), check(), COMPLIANT)).toEqual(MFA);
    expect(verdict(builtIn("OR", "mfa", "compliantDevice"), login(), NOBODY_SPECIAL)).toEqual(MFA);
    expect(verdict(builtIn("OR", "compliantDevice"), login(), COMPLIANT).blocked).toBe("no");
    expect(verdict(builtIn("OR", "compliantDevice"), login(), NOBODY_SPECIAL).blocked).toBe("yes");
  });

  it("a compliant device that is given locks nobody out of this Mac, one that is not can lock people out", () => {
    const demanded = builtIn("OR", "compliantDevice");
    expect(verdict(demanded, login(), COMPLIANT)).toEqual(says("no", "no", "yes", "no"));
    expect(verdict(demanded, login(), NOBODY_SPECIAL)).toEqual(says("no", "yes", "yes", "yes"));
    expect(verdict(demanded, login())).toEqual(says("no", "depends", "yes", "yes"));
  });

  it("a list that only devices can meet demands one, also while the Mac given meets it", () => {
    const either = builtIn("OR", "compliantDevice", "domainJoinedDevice");
    for (const facts of [COMPLIANT, NOBODY_SPECIAL, NO_DEVICE_GIVEN])
      expect(verdict(either, login(), facts).deviceRequired).toBe("yes");
  });

  it("a federated person meets the federated single factor at the login, and nobody does at the check", () => {
    const federated = {
      operator: "OR",
      builtInControls: [],
      authenticationStrength: strength({ allowedCombinations: ["federatedSingleFactor"] }),
    };
    const facts = (is: boolean) => ({ ...NOBODY_SPECIAL, federated: is });
    expect(verdict(federated, login(), facts(true))).toEqual(NOTHING);
    expect(verdict(federated, login(), facts(false))).toEqual(MFA);
    expect(verdict(federated, check(), facts(true))).toEqual(MFA);
    const open = evaluateSignIn([policy({}, { grantControls: federated })], login(), NOBODY_SPECIAL, {
      baselineScopes: "enforced",
    });
    expect(open.verdict.text()).toContain(
      "Whether MFA is demanded depends on sign-in at another identity provider",
    );
  });

  it("the effect is named", () => {
    expect(
      evaluateOne(policy({}, { grantControls: builtIn("AND", "mfa", "compliantDevice") })).effect.text(),
    ).toBe("MFA and compliant device");
    expect(
      evaluateOne(policy({}, { grantControls: builtIn("OR", "approvedApplication", "mfa") })).effect.text(),
    ).toBe("MFA; approved client app, which Entra no longer enforces");
    const named = { operator: "OR", builtInControls: [], authenticationStrength: strength() };
    expect(evaluateOne(policy({}, { grantControls: named })).effect.text()).toBe(
      "authentication strength Phishing-resistant MFA",
    );
  });
});

describe("session controls", () => {
  it.each([
    "applicationEnforcedRestrictions",
    "cloudAppSecurity",
    "signInFrequency",
    "persistentBrowser",
    "continuousAccessEvaluation",
  ])("[c-session] %s leaves both sign-ins alone", (name) => {
    const sessionControls = { [name]: { isEnabled: true, frequencyInterval: "everyTime" } };
    expect(verdict(null, login(), NOBODY_SPECIAL, { sessionControls })).toEqual(NOTHING);
    expect(verdict(null, check(), NOBODY_SPECIAL, { sessionControls })).toEqual(NOTHING);
  });

  it("[i-13] token protection: the check may be blocked, the login window is untouched", () => {
    const sessionControls = { secureSignInSession: { isEnabled: true } };
    expect(verdict(null, login(), NOBODY_SPECIAL, { sessionControls })).toEqual(NOTHING);
    expect(verdict(null, check(), NOBODY_SPECIAL, { sessionControls })).toEqual(
      says("no", "depends", "no", "no"),
    );
    expect(evaluateOne(policy({}, { grantControls: null, sessionControls }), check()).certainty).toBe(
      "inferred",
    );
  });

  it("a session control that is turned off does nothing", () => {
    const sessionControls = { secureSignInSession: { isEnabled: false }, somethingNew: null };
    expect(verdict(null, check(), NOBODY_SPECIAL, { sessionControls })).toEqual(NOTHING);
  });

  it("[i-12] an unknown session control depends", () => {
    const sessionControls = { somethingNew: { isEnabled: true } };
    expect(verdict(null, login(), NOBODY_SPECIAL, { sessionControls }).blocked).toBe("depends");
  });

  it("[c-session-text] frequency is readable", () => {
    const sessionControls = { signInFrequency: { isEnabled: true, value: 12, type: "hours" } };
    expect(evaluateOne(policy({}, { grantControls: null, sessionControls })).effect.text()).toBe(
      "session: signInFrequency 12 hours",
    );
  });
});

describe("what remains to be done", () => {
  const evaluated = (...grants: readonly Json[]) =>
    evaluateSignIn(
      grants.map((grantControls, index) => policy({}, { id: `p${index}`, grantControls })),
      login(),
      NOBODY_SPECIAL,
      { baselineScopes: "enforced" },
    );

  it("a block names its policy, whatever the user did", () => {
    const found = unmetControls(evaluated(builtIn("OR", "block"), builtIn("OR", "mfa")), { mfa: true });
    expect(found.blockedBy).toEqual(["p0"]);
    expect(found.unmet).toEqual([]);
  });

  it("MFA remains after the password and is met by the second factor", () => {
    const evaluation = evaluated(builtIn("OR", "mfa"));
    expect(unmetControls(evaluation, { mfa: false }).unmet.map((each) => each.policyId)).toEqual(["p0"]);
    expect(unmetControls(evaluation, { mfa: true }).unmet).toEqual([]);
  });

  it("AND keeps what is left, OR is done with one", () => {
    const and = evaluated(builtIn("AND", "mfa", "compliantDevice"));
    expect(unmetControls(and, { mfa: true }).unmet[0]?.controls.map((each) => each.name)).toEqual([
      "compliant device",
    ]);
    expect(unmetControls(evaluated(builtIn("OR", "mfa", "compliantDevice")), { mfa: true }).unmet).toEqual(
      [],
    );
  });

  it("other steps are met when they are done", () => {
    const evaluation = evaluated({ operator: "OR", builtInControls: [], termsOfUse: ["t"] });
    expect(unmetControls(evaluation, { mfa: true }).unmet).toHaveLength(1);
    expect(unmetControls(evaluation, { mfa: true, controls: new Set(["termsOfUse"]) }).unmet).toEqual([]);
  });

  it("report-only, disabled and undecided policies demand nothing", () => {
    const rest = [{ state: "enabledForReportingButNotEnforced" }, { state: "disabled" }, { state: null }];
    const all = rest.map((each) => policy({}, each));
    const evaluation = evaluateSignIn(all, login(), NOBODY_SPECIAL, { baselineScopes: "enforced" });
    expect(unmetControls(evaluation, { mfa: false })).toEqual({ blockedBy: [], unmet: [] });
  });
});
