import { describe, expect, it } from "vitest";
import { resourcesNamedBy } from "../../../../main/core/conditional-access/index.ts";
import { explain, rules } from "./explain.ts";
import { API_1, API_2, CUSTOM, PLAIN, policy } from "./support.ts";

const API = `api://${API_1}/jamfconnect`;

describe("the resources that scopes name", () => {
  it.each<[readonly string[], number]>([
    [PLAIN, 0],
    [["openid", "User.Read"], 1],
    [["User.Read", "https://graph.microsoft.com/Mail.Read"], 1],
    [[API, ...PLAIN, "offline_access"], 1],
    [[API, `${API_1}/other`], 1],
    [[API, `API://${API_1.toUpperCase()}/jamfconnect`], 1],
    [[API, "User.Read"], 2],
    [[API, "https://graph.microsoft.com/User.Read", "openid"], 2],
    [[API, `api://${API_2}/x`], 2],
    [["api://contoso.example/x", "api://fabrikam.example/x"], 2],
    [["https://graph.windows.net/User.Read", "User.Read"], 2],
  ])("%j: %i", (scopes, count) => {
    expect(resourcesNamedBy(scopes, {})).toHaveLength(count);
  });

  it("an App ID URI of the tenant is the app that carries it", () => {
    const applications = [{ appId: API_1, identifierUris: ["api://contoso.example"] }];
    expect(resourcesNamedBy(["api://contoso.example/x", API], { applications })).toEqual([API_1]);
  });
});

describe("scopes of several resources are refused with 28000", () => {
  it.each([
    ["User.Read beside an API scope", [API, "openid", "User.Read"], /Microsoft Graph/u],
    ["two API apps", [API, `api://${API_2}/b`], /22222222-2222/u],
  ])("[v2-one-resource] %s, at the check", (_name, scopes, named) => {
    const answer = explain([policy()], { login: CUSTOM, check: scopes });
    expect(rules(answer)).toContain("error check-will-be-28000");
    const finding = answer.findings.find((each) => each.rule === "check-will-be-28000");
    expect(finding).toMatchObject({ where: { step: "password-check" }, certainty: "documented" });
    expect(finding?.detail).toContain("AADSTS28000");
    expect(finding?.detail).toMatch(named);
    const check = answer.signIns[1];
    expect(check).toMatchObject({
      code: 28000,
      verdict: { mfa: "no", blocked: "yes", deviceRequired: "no", lockout: "no" },
    });
    expect(check?.verdict.text).toContain("Every check is refused with AADSTS28000");
  });

  it("at the login nobody gets in", () => {
    const answer = explain([policy()], { login: [API, "User.Read"] });
    expect(answer.signIns[0]).toMatchObject({ code: 28000, verdict: { blocked: "yes", lockout: "yes" } });
    expect(answer.findings[0]).toMatchObject({
      rule: "check-will-be-28000",
      severity: "error",
      where: { step: "login-window" },
    });
  });

  it("nothing is said that only a request would show that Entra answers", () => {
    const both = [API, "User.Read"];
    const answer = explain([], { login: both, check: both });
    expect(answer).toMatchObject({ recipe: null, cost: null });
    expect(rules(answer)).toEqual(["error check-will-be-28000", "error check-will-be-28000"]);
  });

  it("one resource is no finding", () => {
    for (const scopes of [PLAIN, CUSTOM, ["openid", "User.Read", "Mail.Read"]])
      expect(rules(explain([], { login: scopes, check: scopes })).join()).not.toContain("28000");
  });
});

describe("the code that the check is answered", () => {
  const codeFor = (...grants: readonly object[]) =>
    explain(grants.map((grantControls, index) => policy({}, { id: `${index}`, grantControls }))).signIns[1]
      ?.code;
  const all = (...builtInControls: readonly string[]) => ({ operator: "AND", builtInControls });
  const any = (...builtInControls: readonly string[]) => ({ operator: "OR", builtInControls });

  it.each([
    ["no policy", [], null],
    ["MFA", [any("mfa")], 50076],
    ["a block before everything", [any("mfa"), any("block")], 53003],
    ["MFA before a device", [all("compliantDevice", "mfa")], 50076],
    ["a compliant device", [any("compliantDevice")], 53000],
    ["hybrid join", [any("domainJoinedDevice")], 53001],
    ["app protection", [any("compliantApplication")], 53009],
    ["a password change", [any("passwordChange")], 50142],
    ["terms of use", [{ operator: "OR", termsOfUse: ["t"] }], 50158],
    ["a custom control", [{ operator: "OR", customAuthenticationFactors: ["Fabrikam"] }], 50158],
    ["one of two devices: nobody says which", [any("compliantDevice", "domainJoinedDevice")], null],
    ["a control that nobody knows", [any("somethingNew")], null],
  ])("%s: %s", (_name, grants, code) => {
    expect(codeFor(...grants)).toBe(code);
  });

  it("[c16] a custom control is answered 50158, which is none of the 530xx family", () => {
    const grantControls = { operator: "OR", builtInControls: [], customAuthenticationFactors: ["Fabrikam"] };
    const answer = explain([policy({}, { grantControls })]);
    expect(answer.signIns[1]?.verdict.text).toContain("Entra answers AADSTS50158");
    const finding = answer.findings.find((each) => each.rule === "check-blocked");
    expect(finding?.detail).toContain(
      "AADSTS50158, which asks for a step elsewhere and is none of the 530xx family",
    );
    expect(JSON.stringify(answer.findings)).not.toContain("error of the 530xx family");
    expect(answer.signIns[0]?.verdict.text).toContain("sends people to another provider.");
  });
});
