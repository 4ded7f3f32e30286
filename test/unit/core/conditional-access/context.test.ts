import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Context,
  readContext,
  readContextFromJson,
} from "../../../../main/core/conditional-access/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { applies, check, login, NOBODY_SPECIAL, policy } from "./support.ts";

const FIXTURES = join(import.meta.dirname, "../../../fixtures/policies");
const APP = "11111111-1111-4111-8111-111111111111";

function read(json: unknown): Context {
  const result = readContextFromJson(json);
  if (!result.ok) throw new Error(`${result.problem.title} ${result.problem.detail}`);
  return result.value;
}

describe("a context", () => {
  it("reads everything that is given", () => {
    const result = readContext(readFileSync(join(FIXTURES, "context.json")), "context.json");
    if (!result.ok) throw new Error(result.problem.detail);
    const { facts, macs, findings } = result.value;
    expect([...(facts.user ?? [])]).toEqual(["77777777-7777-4777-8777-777777777777", "staff@contoso.com"]);
    expect(facts).toMatchObject({
      userKinds: ["member"],
      platform: "macos",
      ipAddress: "203.0.113.10",
      country: "nl",
      trustedLocation: false,
      signInRisk: "none",
      userRisk: "none",
      insiderRisk: "none",
    });
    expect(facts.groups).toEqual(new Set());
    expect(facts.device?.get("iscompliant")).toBe(true);
    expect(facts.applications?.[0]).toMatchObject({ appId: APP, displayName: "Jamf Connect Private" });
    expect(macs).toBe(1186);
    expect(findings).toEqual([]);
  });

  it("what is not in it is not given", () => {
    expect(read({}).facts).toEqual({ applications: [] });
    expect(read({ user: "abc" }).facts).toEqual({ applications: [], user: new Set(["abc"]) });
  });

  it.each<[string, unknown, object]>([
    [
      "groups beside the user",
      { user: { id: "U", groups: ["G"] }, groups: ["H"] },
      { groups: new Set(["h"]) },
    ],
    ["groups of the user", { user: { id: "U", groups: ["G"] } }, { groups: new Set(["g"]) }],
    [
      "groups as Graph objects",
      { groups: [{ id: "G", displayName: "Staff" }] },
      { groups: new Set(["g", "staff"]) },
    ],
    ["roles by template", { roles: [{ roleTemplateId: "R" }] }, { roles: new Set(["r"]) }],
    ["a guest of a kind", { userType: "b2bCollaborationGuest" }, { userKinds: ["b2bcollaborationguest"] }],
    ["no platform", { platform: null }, { platform: null }],
    ["a platform in other spelling", { platform: "mac OS" }, { platform: "macos" }],
    ["an address as location", { location: "203.0.113.7" }, { ipAddress: "203.0.113.7" }],
    ["a country as location", { location: "NL" }, { country: "nl" }],
    ["a named location as location", { location: APP }, { locations: new Set([APP]) }],
    ["a trusted location", { location: { trusted: true } }, { trustedLocation: true }],
    ["named locations by id", { namedLocations: [APP.toUpperCase()] }, { locations: new Set([APP]) }],
    [
      "an empty list beside a filled one",
      { location: { namedLocations: [APP] }, namedLocations: [] },
      { locations: new Set([APP]) },
    ],
    ["no named location", { location: { namedLocations: [] } }, { locations: new Set() }],
    ["an unregistered device", { device: null }, { device: null }],
    ["an unregistered device by word", { device: "unregistered" }, { device: null }],
    ["risk in one word", { risk: "high" }, { signInRisk: "high" }],
    [
      "risk by Graph's names",
      { signInRiskLevel: "low", userRiskLevel: "medium" },
      { signInRisk: "low", userRisk: "medium" },
    ],
    ["MFA from outside", { perUserMfa: true }, { mfaOutsidePolicies: true }],
    [
      "security defaults ask when necessary",
      { securityDefaults: true },
      { mfaOutsidePolicies: "when-necessary" },
    ],
    [
      "per-user MFA beside them always asks",
      { securityDefaults: true, perUserMfa: true },
      { mfaOutsidePolicies: true },
    ],
    ["a federated person", { user: { id: "U", federated: true } }, { federated: true }],
    ["security defaults that are off", { securityDefaults: false }, { mfaOutsidePolicies: false }],
  ])("%s", (_name, json, expected) => {
    expect(read(json).facts).toMatchObject(expected);
  });

  it.each([
    { [APP]: { Jamf: { isExemptMFA: "Exempt" } } },
    { [APP.toUpperCase()]: { Jamf_isExemptMFA: "Exempt" } },
    { [`api://${APP}`]: { "CustomSecurityAttribute.Jamf_isExemptMFA": "Exempt" } },
  ])("custom security attributes by app: %j", (customSecurityAttributes) => {
    const [app] = read({ customSecurityAttributes }).facts.applications ?? [];
    expect(app?.appId).toBe(APP);
    expect(app?.attributes).toEqual(new Map([["jamf_isexemptmfa", "Exempt"]]));
  });

  it.each([
    ["none, by an empty object", {}, "yes"],
    ["null, as Graph shows it to who may see none", null, "depends"],
    ["one that the rule names", { Jamf: { isExemptMFA: "Exempt" } }, "no"],
  ])(
    "an app whose attributes are %s, and a policy that leaves apps out by attribute",
    (_name, value, outcome) => {
      const rule = 'CustomSecurityAttribute.Jamf_isExemptMFA -eq "Exempt"';
      const leavesOut = policy({
        applications: { includeApplications: ["All"], applicationFilter: { mode: "exclude", rule } },
      });
      for (const context of [
        { applications: [{ appId: APP, customSecurityAttributes: value }] },
        { customSecurityAttributes: { [APP]: value } },
      ]) {
        const facts = { ...NOBODY_SPECIAL, ...read(context).facts };
        expect(applies(leavesOut, check([`api://${APP}/jamfconnect`]), facts)).toBe(outcome);
      }
    },
  );

  it("reads Graph's named locations", () => {
    const file = JSON.parse(readFileSync(join(FIXTURES, "not-policies/named-location.json"), "utf8"));
    const country = {
      id: "C",
      displayName: "Home",
      countriesAndRegions: ["NL"],
      countryLookupMethod: "authenticatorAppGps",
    };
    expect(read({ namedLocations: { value: [file, country] } }).facts.locationDefinitions).toMatchObject([
      { kind: "ip", trusted: true, ranges: ["203.0.113.0/24"] },
      { kind: "country", trusted: false, countries: ["nl"], byGps: true },
    ]);
  });

  describe("the body of Graph's What-If request", () => {
    const body = {
      signInIdentity: {
        "@odata.type": "#microsoft.graph.userSignIn",
        userId: "U1",
        externalUserType: "b2bCollaborationGuest",
        externalTenantId: "T1",
      },
      signInContext: { "@odata.type": "#microsoft.graph.applicationContext", includeApplications: [APP] },
      signInConditions: {
        devicePlatform: "macOS",
        clientAppType: "mobileAppsAndDesktopClients",
        country: "US",
        ipAddress: "203.0.113.10",
        signInRiskLevel: "none",
        userRiskLevel: "low",
        insiderRiskLevel: "none",
        servicePrincipalRiskLevel: "none",
        authenticationFlow: { transferMethod: "none" },
        deviceInfo: { isCompliant: false, trustType: "AzureAD" },
      },
      appliedPoliciesOnly: false,
    };

    it("is used whole, and what says nothing about the two sign-ins is named", () => {
      const { facts, findings } = read(body);
      expect(facts).toMatchObject({
        user: new Set(["u1"]),
        userKinds: ["b2bcollaborationguest"],
        homeTenant: "t1",
        platform: "macos",
        clientAppType: "mobileappsanddesktopclients",
        ipAddress: "203.0.113.10",
        country: "us",
        signInRisk: "none",
        userRisk: "low",
        insiderRisk: "none",
      });
      expect(facts.device?.get("iscompliant")).toBe(false);
      expect(facts.device?.get("trusttype")).toBe("AzureAD");
      expect(findings.map((finding) => finding.rule)).toEqual(["context-not-used"]);
      for (const name of ["signInContext", "appliedPoliciesOnly", "servicePrincipalRiskLevel"])
        expect(findings[0]?.detail).toContain(name);
    });

    it.each([
      ["clientAppType", { clientAppType: "exchangeActiveSync" }],
      ["authenticationFlow.transferMethod", { authenticationFlow: { transferMethod: "deviceCodeFlow" } }],
    ])("%s of another kind of sign-in is named", (name, signInConditions) => {
      const { facts, findings } = read({ signInConditions });
      expect(facts).not.toHaveProperty("clientAppType");
      expect(findings.map((finding) => finding.detail).join()).toContain(name);
    });

    it("every member is used or named, whichever stand in it", () => {
      const used = {
        country: ["country", "US", "NL"],
        devicePlatform: ["platform", "windows", "macOS"],
        clientAppType: ["clientAppType", "browser", "mobileAppsAndDesktopClients"],
        signInRiskLevel: ["signInRisk", "none", "high"],
        userRiskLevel: ["userRisk", "none", "high"],
        insiderRiskLevel: ["insiderRisk", "none", "elevated"],
        ipAddress: ["ipAddress", "203.0.113.1", "203.0.113.2"],
      };
      for (const [member, [fact, one, other]] of Object.entries(used)) {
        const [a, b] = [one, other].map((value) => read({ signInConditions: { [member]: value } }).facts);
        expect(a, member).not.toEqual(b);
        expect(a, member).toHaveProperty(fact ?? "");
      }
      assertProperty(
        fc.property(
          fc.string({ minLength: 3 }).map((name) => `zz${name.replace(/[@#]/gu, "")}`),
          (name) => {
            const { findings } = read({ signInConditions: { [name]: "x" } });
            expect(findings.map((finding) => finding.rule)).toEqual(["context-not-understood"]);
          },
        ),
      );
    });

    it("what the client app is given decides the login, and the check stays a desktop client", () => {
      const forBrowsers = policy({ clientAppTypes: ["browser"] });
      const with_ = (clientAppType: string) => ({ ...NOBODY_SPECIAL, ...read({ clientAppType }).facts });
      expect(applies(forBrowsers, login(), with_("browser"))).toBe("yes");
      expect(applies(forBrowsers, login(), with_("mobileAppsAndDesktopClients"))).toBe("no");
      expect(applies(forBrowsers, check(), with_("browser"))).toBe("no");
      expect(applies(forBrowsers, login(), NOBODY_SPECIAL)).toBe("depends");
    });
  });

  it.each([
    ["user.nickname", { user: { id: "u", nickname: "x" } }],
    ["location.city", { location: { city: "x" } }],
    ["risk.weather", { risk: { weather: "x" } }],
    ["deviceInfo.owner", { deviceInfo: { owner: { name: "x" } } }],
    ["signInConditions", { signInConditions: "x" }],
    ["signInConditions.country", { country: "NL", signInConditions: { country: "US" } }],
    ["signInIdentity", { user: "u", signInIdentity: { userId: "v" } }],
  ])("%s is named", (name, json) => {
    expect(
      read(json)
        .findings.map((finding) => finding.detail)
        .join(),
    ).toContain(name);
  });

  it("a member that nobody understands is a finding", () => {
    const { findings } = read({ platfrom: "macOS", groups: [] });
    expect(findings.map((finding) => finding.rule)).toEqual(["context-not-understood"]);
    expect(findings[0]?.detail).toContain("platfrom");
  });

  it.each<[unknown, RegExp]>([
    [[], /the context/u],
    [{ platform: "amiga" }, /platform is a text that does not fit/u],
    [{ user: 7 }, /user is a number that does not fit/u],
    [{ user: { type: "alien" } }, /user\.type/u],
    [{ groups: [7] }, /groups is a number that does not fit/u],
    [{ location: { ipAddress: "300.1.1.1" } }, /location\.ipAddress/u],
    [{ location: "somewhere" }, /location is a text/u],
    [{ location: { trusted: "perhaps" } }, /location\.trusted/u],
    [{ device: "broken" }, /device is a text/u],
    [{ risk: { user: "huge" } }, /risk\.user/u],
    [{ applications: [{ displayName: "no id" }] }, /applications/u],
    [{ customSecurityAttributes: { "api://contoso/x": { A_B: 1 } } }, /customSecurityAttributes/u],
  ])("%j is refused with the member at fault", (json, detail) => {
    const result = readContextFromJson(json);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.problem.code).toBe("wrong-context");
    expect(result.problem.detail).toMatch(detail);
  });

  it("any JSON gives facts or a problem, never an exception", () => {
    const value = fc.jsonValue();
    const shape = fc.record(
      {
        user: value,
        groups: value,
        location: value,
        device: value,
        risk: value,
        applications: value,
        namedLocations: value,
      },
      { requiredKeys: [] },
    );
    assertProperty(
      fc.property(fc.oneof(value, shape), (json) => typeof readContextFromJson(json).ok === "boolean"),
    );
  });
});

it("takes What If's external user type none for a member", () => {
  const read = readContextFromJson({ signInIdentity: { userId: "u", externalUserType: "none" } });
  expect(read.ok && read.value.facts.userKinds).toEqual(["member"]);
});
