import { describe, expect, test } from "vitest";
import { besideOutsideStep } from "../../../../main/core/pair/outside-step.ts";
import { pairRuns } from "../../../../main/core/pair/paired.ts";
import type { PairedQuestion } from "../../../../main/core/pair/paired-question.ts";
import { comparePrediction } from "../../../../main/core/pair/prediction.ts";
import type { Predicted } from "../../../../main/core/pair/with-prediction.ts";
import { answeredWith, passwordWrong, succeeded } from "../../../support/login-result.ts";

const openid = ["openid", "profile", "email"];
const api = ["api://1/jamfconnect", "openid"];
const other = ["api://2/check", "openid"];
const clean = succeeded("ropg", { factor: "single" });
const mfa = answeredWith(50076, "password-correct");
const login = (factor: "single" | "multi" | "unknown") => succeeded("oidc", { factor });

const predictedNothing: Predicted = {
  recipe: null,
  signIns: [],
  policyNames: new Map(),
  baselineScopes: "enforced",
  spared: { "login-window": [], "password-check": [] },
};

function pair(changes: Partial<PairedQuestion>) {
  return pairRuns({
    login: login("multi"),
    check: clean,
    loginScopes: openid,
    checkScopes: openid,
    predicted: null,
    ...changes,
  });
}

describe("two runs as a pair", () => {
  test("the wanted case takes one sentence", () => {
    expect(pair({ loginScopes: api, checkScopes: other })).toMatchObject({
      loginMfa: "yes",
      checkClean: true,
      recipe: "two-apis",
      sentence: "The login demands MFA and the password check does not.",
      findings: [{ rule: "single-factor-api-token" }],
    });
  });

  test.each([
    ["multi", "yes", /^The login demands MFA\./],
    ["single", "no", /^The login demands no MFA: whoever has the password can log in\./],
    ["unknown", "not-proven", /^The login works\. Whether it demands MFA is not proven\./],
  ] as const)("a login with factor %s is %s", (factor, loginMfa, sentence) => {
    const paired = pair({ login: login(factor), check: mfa });
    expect(paired.loginMfa).toBe(loginMfa);
    expect(paired.sentence).toMatch(sentence);
    expect(paired.sentence).toContain(
      "The password check ends with 50076, which counts as a correct password",
    );
  });

  test("a wrong password does not hide that no MFA guards the login", () => {
    const wrong = { ...answeredWith(50126, "password-wrong"), sentence: "The password is wrong. Try again." };
    expect(pair({ login: login("single"), check: wrong }).sentence).toBe(
      "The password is wrong, and the login demands no MFA. Whoever has the password can log in. Try again.",
    );
  });

  test("MFA demanded of the check proves nothing about the login", () => {
    expect(pair({ login: login("unknown"), check: mfa }).loginMfa).toBe("not-proven");
  });

  test("a check that was sent outside Entra leaves the factors of a login that names only the password open", () => {
    const outside = answeredWith(50158, "password-correct");
    const open = besideOutsideStep(login("single"), outside);
    expect(open.factor).toBe("unknown");
    expect(open.factorEvidence).toContain("proves nothing here (inferred)");
    const paired = pair({ login: open, check: outside });
    expect(paired.loginMfa).toBe("not-proven");
    expect(paired.sentence).toMatch(/^The login works\. Whether it demands MFA is not proven\./);
    expect(paired).toMatchObject({ recipe: null, baselineScopes: [] });

    expect(besideOutsideStep(login("multi"), outside).factor).toBe("multi");
    expect(besideOutsideStep(login("single"), mfa).factor).toBe("single");
    const stopped = { ...login("single"), outcome: "blocked" as const };
    expect(besideOutsideStep(stopped, outside)).toBe(stopped);
  });

  test("nobody follows the recipe without MFA whose login does not show it", () => {
    const none: Predicted = { ...predictedNothing, recipe: "none" };
    const without = { login: login("single"), predicted: none };
    expect(pair(without).recipe).toBe("none");
    for (const outcome of ["blocked", "cancelled", "unreachable", "misconfigured"] as const)
      expect(pair({ ...without, login: succeeded("oidc", { outcome }) }).recipe).toBeNull();
  });

  test("a login that fails is said to fail once", () => {
    const failed = succeeded("oidc", {
      outcome: "blocked",
      sentence: "The login failed. A policy wants a compliant device.",
    });
    expect(pair({ login: failed }).sentence).toBe(
      "The login does not work. A policy wants a compliant device. The password check is clean.",
    );
  });

  test.each([
    ["a wrong password", passwordWrong(), /^The password is wrong, and the login demands no MFA/],
    [
      "a registration that does not fit",
      answeredWith(7000218, "misconfigured", { jamfConnect: { accepts: false } }),
      /^The password check does not work\. Answered with 7000218\. The login demands no MFA/,
    ],
  ])("%s comes first, and is not called unclean", (_name, check, sentence) => {
    const paired = pair({ login: login("single"), check });
    expect(paired.sentence).toMatch(sentence);
    expect(paired.sentence).not.toMatch(/clean/);
  });

  test("a stopped login is not called one that does not work", () => {
    const stopped = (kind: "oidc" | "ropg") =>
      succeeded(kind, { outcome: "cancelled", sentence: "You stopped the run.", factor: "unknown" });
    expect(pair({ login: stopped("oidc"), check: stopped("ropg") }).sentence).toBe("You stopped the run.");
    expect(pair({ login: stopped("oidc") }).sentence).toBe(
      "You stopped the run. The password check is clean.",
    );
  });

  test("the rule about baseline scopes comes first where the 2023 guide meets enforcement", () => {
    const paired = pair({ loginScopes: api, check: mfa });
    expect(paired.sentence).toMatch(
      /^Since 15 June 2026 a check that asks only for openid, profile and email/,
    );
    expect(paired.findings.map((finding) => finding.rule)).toEqual(["baseline-scopes-enforced"]);
  });

  test.each([
    ["the check asks for an API", { checkScopes: other, loginScopes: api, check: mfa }],
    ["both ask for baseline scopes", { check: mfa }],
    ["no MFA was demanded of the check", { loginScopes: api, check: answeredWith(65001, "misconfigured") }],
  ])("and not where %s", (_name, changes) => {
    expect(pair(changes).sentence).not.toContain("15 June");
    expect(pair(changes).findings).toEqual([]);
  });

  test("a login that fails comes first", () => {
    const broken = succeeded("oidc", { outcome: "misconfigured", sentence: "No such application." });
    expect(pair({ login: broken })).toMatchObject({
      sentence: "The login does not work. No such application. The password check is clean.",
      recipe: null,
    });
  });

  test("different providers are a finding", () => {
    expect(pair({ check: succeeded("ropg", { provider: "Custom" }) }).findings[0]?.rule).toBe(
      "providers-differ",
    );
  });
});

describe("the recipe", () => {
  test.each([
    [openid, openid, mfa, "multi", "simple"],
    [openid, openid, clean, "single", "none"],
    [openid, openid, clean, "unknown", null],
    [api, openid, mfa, "multi", "custom-scope-2023"],
    [openid, api, clean, "multi", "api-excluded"],
    [api, other, clean, "multi", "two-apis"],
    [api, api, clean, "multi", null],
  ] as const)("login %j, check %j", (loginScopes, checkScopes, check, factor, recipe) => {
    expect(pair({ loginScopes, checkScopes, check, login: login(factor) }).recipe).toBe(recipe);
  });

  test("is the policies' where they are loaded", () => {
    const predicted: Predicted = { ...predictedNothing, recipe: "per-user-mfa" };
    expect(pair({ check: mfa, predicted }).recipe).toBe("per-user-mfa");
  });
});

describe("prediction against a live run", () => {
  const says = (values: Partial<{ mfa: "yes" | "no" | "depends"; blocked: "yes" | "no" | "depends" }>) => ({
    mfa: "no" as const,
    blocked: "no" as const,
    text: "",
    ...values,
  });

  test.each([
    [says({}), clean, 0],
    [says({ mfa: "yes" }), clean, 1],
    [says({ mfa: "depends" }), clean, 0],
    [says({}), mfa, 1],
    [says({ mfa: "yes" }), mfa, 0],
    [says({ blocked: "yes" }), clean, 1],
    [says({}), answeredWith(53003, "blocked"), 1],
    [says({ blocked: "yes" }), answeredWith(53003, "blocked"), 0],
    [says({ mfa: "yes" }), succeeded("oidc", { factor: "unknown" }), 0],
    [says({ mfa: "yes" }), answeredWith(50126, "password-wrong"), 0],
  ])("%j", (prediction, result, differences) => {
    const findings = comparePrediction(prediction, result);
    expect(findings).toHaveLength(differences);
    for (const finding of findings) expect(finding.rule).toBe("prediction-mismatch");
  });
});
