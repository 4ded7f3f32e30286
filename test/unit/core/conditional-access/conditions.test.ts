import { describe, expect, it } from "vitest";
import type { SignInContext, Tri } from "../../../../main/core/conditional-access/index.ts";
import {
  API_2,
  AZURE_AD,
  applies,
  check,
  evaluateOne,
  type Json,
  login,
  NOBODY_SPECIAL,
  policy,
} from "./support.ts";

const OTHER = API_2;

/** Everything known but the platform. */
const { platform: _p, ...SOMEWHERE } = NOBODY_SPECIAL;

function condition(
  name: string,
  value: unknown,
  facts: SignInContext = NOBODY_SPECIAL,
  signIn = check(),
): Tri {
  return applies(policy({ [name]: value }), signIn, facts);
}

describe("client app types", () => {
  it.each<[string, readonly string[], Tri, Tri]>([
    ["c-client-all", ["all"], "yes", "yes"],
    ["c-client-not-configured", [], "yes", "yes"],
    ["c-client-desktop: ROPG counts as a desktop client", ["mobileAppsAndDesktopClients"], "depends", "yes"],
    ["c-client-browser: the web view may count as either", ["browser"], "depends", "no"],
    ["c-client-modern", ["browser", "mobileAppsAndDesktopClients"], "yes", "yes"],
    ["c-client-other: not ROPG", ["other"], "no", "no"],
    [
      "c-client-legacy: block legacy authentication does not match ROPG",
      ["exchangeActiveSync", "other"],
      "no",
      "no",
    ],
    ["c-client-eas", ["easSupported"], "no", "no"],
    ["c-client-case", ["All"], "yes", "yes"],
    ["i-12: an unknown type depends", ["somethingNew"], "depends", "depends"],
  ])("[%s]", (_id, types, atLogin, atCheck) => {
    expect(condition("clientAppTypes", types, NOBODY_SPECIAL, login())).toBe(atLogin);
    expect(condition("clientAppTypes", types, NOBODY_SPECIAL, check())).toBe(atCheck);
  });

  it("that ROPG is a desktop client is inferred", () => {
    const one = policy({ clientAppTypes: ["mobileAppsAndDesktopClients"] });
    expect(evaluateOne(one, check()).certainty).toBe("inferred");
    expect(evaluateOne(policy(), check()).certainty).toBe("documented");
  });
});

describe("platforms", () => {
  const platforms = (include: readonly string[], exclude: readonly string[] = []): Json => ({
    includePlatforms: include,
    excludePlatforms: exclude,
  });

  it.each<[string, Json | null, Tri, Tri]>([
    ["c-platform-not-configured", null, "yes", "yes"],
    ["c-platform-all", platforms(["all"]), "yes", "yes"],
    ["i-3: macOS; the check may show none", platforms(["macOS"]), "yes", "depends"],
    ["c-platform-windows", platforms(["windows"]), "no", "no"],
    ["c-platform-exclude: the check may show none", platforms(["all"], ["macOS"]), "no", "depends"],
    ["c-platform-exclude: others", platforms(["all"], ["windows", "android"]), "yes", "yes"],
  ])("[%s]", (_id, value, atLogin, atCheck) => {
    expect(condition("platforms", value, SOMEWHERE, login())).toBe(atLogin);
    expect(condition("platforms", value, SOMEWHERE, check())).toBe(atCheck);
  });

  it("a list that only excludes is no plain no: nobody knows whether all are meant or none", () => {
    for (const value of [platforms([], ["windows"]), { excludePlatforms: ["windows"] }]) {
      const evaluation = evaluateOne(policy({ platforms: value }), login());
      expect(evaluation.applies).toBe("depends");
      expect(evaluation.dependsOn).toEqual(["platforms that the policy includes"]);
      expect(evaluation.certainty).toBe("inferred");
    }
    // What is excluded is excluded under either reading.
    expect(condition("platforms", platforms([], ["macOS"]), SOMEWHERE, login())).toBe("no");
    expect(condition("platforms", platforms([], []), SOMEWHERE, login())).toBe("yes");
  });

  it("[i-3] a given platform holds for both", () => {
    for (const signIn of [login(), check()]) {
      expect(condition("platforms", platforms(["macOS"]), { ...SOMEWHERE, platform: "macos" }, signIn)).toBe(
        "yes",
      );
      expect(
        condition("platforms", platforms(["macOS"]), { ...SOMEWHERE, platform: "windows" }, signIn),
      ).toBe("no");
      expect(condition("platforms", platforms(["macOS"]), { ...SOMEWHERE, platform: null }, signIn)).toBe(
        "no",
      );
      expect(condition("platforms", platforms(["all"]), { ...SOMEWHERE, platform: null }, signIn)).toBe(
        "yes",
      );
    }
  });
});

describe("device filter", () => {
  const filter = (mode: string, rule: string): Json => ({ deviceFilter: { mode, rule } });
  const compliant = "device.isCompliant -eq True";
  const device = new Map([["iscompliant", true]]);
  const onDevice = (value: SignInContext["device"]): SignInContext => ({
    ...NOBODY_SPECIAL,
    device: value ?? null,
  });
  const { device: _device, ...UNKNOWN_DEVICE } = NOBODY_SPECIAL;

  it("[c-device-mode] include and exclude", () => {
    expect(condition("devices", filter("include", compliant), onDevice(device), login())).toBe("yes");
    expect(condition("devices", filter("exclude", compliant), onDevice(device), login())).toBe("no");
    expect(condition("devices", filter("include", compliant), onDevice(null), login())).toBe("no");
    expect(condition("devices", filter("exclude", compliant), onDevice(null), login())).toBe("yes");
  });

  it("[c-device-ropg] [i-4] the check is an unregistered device, whatever the device is", () => {
    expect(condition("devices", filter("include", compliant), onDevice(device), check())).toBe("no");
    expect(condition("devices", filter("exclude", compliant), onDevice(device), check())).toBe("yes");
    expect(
      condition("devices", filter("include", "device.isCompliant -ne True"), onDevice(device), check()),
    ).toBe("yes");
  });

  it("what is not given of the device depends at the login", () => {
    expect(condition("devices", filter("include", compliant), UNKNOWN_DEVICE, login())).toBe("depends");
    expect(
      condition("devices", filter("include", 'device.model -eq "Mac15,6"'), onDevice(device), login()),
    ).toBe("depends");
  });

  it("[i-10] a rule that cannot be read depends and is named", () => {
    const one = policy({ devices: filter("exclude", "device.isCompliant equals-to True") });
    expect(evaluateOne(one, login()).applies).toBe("depends");
    expect(evaluateOne(one, login()).because().join()).toContain("equals-to");
    expect(one.problems).toHaveLength(1);
  });

  it("a filter without a mode depends", () => {
    expect(condition("devices", { deviceFilter: { rule: compliant } }, onDevice(device), login())).toBe(
      "depends",
    );
  });
});

describe("risk", () => {
  const { signInRisk: _s, userRisk: _u, insiderRisk: _i, ...NO_RISK_GIVEN } = NOBODY_SPECIAL;

  it.each<[string, string, unknown, SignInContext, Tri]>([
    [
      "c-risk-sign-in: in the list",
      "signInRiskLevels",
      ["high", "medium"],
      { ...NOBODY_SPECIAL, signInRisk: "medium" },
      "yes",
    ],
    ["c-risk-sign-in: not in the list", "signInRiskLevels", ["high"], NOBODY_SPECIAL, "no"],
    ["c-risk-sign-in: not given", "signInRiskLevels", ["high"], NO_RISK_GIVEN, "depends"],
    ["c-risk-user: in the list", "userRiskLevels", ["high"], { ...NOBODY_SPECIAL, userRisk: "high" }, "yes"],
    ["c-risk-user: not in the list", "userRiskLevels", ["high"], NOBODY_SPECIAL, "no"],
    ["c-risk-user: not given", "userRiskLevels", ["high"], NO_RISK_GIVEN, "depends"],
    [
      "c-risk-insider: flags",
      "insiderRiskLevels",
      "moderate,elevated",
      { ...NOBODY_SPECIAL, insiderRisk: "elevated" },
      "yes",
    ],
    ["c-risk-insider: not in the list", "insiderRiskLevels", "elevated", NOBODY_SPECIAL, "no"],
    ["c-risk-insider: not given", "insiderRiskLevels", "elevated", NO_RISK_GIVEN, "depends"],
    ["c-risk-not-configured", "signInRiskLevels", [], NO_RISK_GIVEN, "yes"],
  ])("[%s]", (_id, name, value, facts, expected) => {
    expect(condition(name, value, facts)).toBe(expected);
  });

  it("[i-12] risk of service principals is not about people", () => {
    expect(condition("servicePrincipalRiskLevels", ["high"])).toBe("no");
    expect(condition("servicePrincipalRiskLevels", [])).toBe("yes");
  });
});

describe("other conditions", () => {
  it.each<[string, unknown, Tri]>([
    ["device code", { transferMethods: "deviceCodeFlow" }, "no"],
    ["both", { transferMethods: "deviceCodeFlow,authenticationTransfer" }, "no"],
    ["as a list", { transferMethods: ["authenticationTransfer"] }, "no"],
    ["none", { transferMethods: "none" }, "yes"],
    ["an unknown flow depends", { transferMethods: "somethingNew" }, "depends"],
  ])("[c-flows] authentication flows cannot reach either sign-in: %s", (_name, value, expected) => {
    expect(condition("authenticationFlows", value, NOBODY_SPECIAL, login())).toBe(expected);
    expect(condition("authenticationFlows", value, NOBODY_SPECIAL, check())).toBe(expected);
  });

  it("[c-workload] [i-12] clientApplications is for workload identities only", () => {
    expect(
      condition("clientApplications", { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] }),
    ).toBe("no");
    expect(
      condition("clientApplications", { includeServicePrincipals: [], excludeServicePrincipals: [] }),
    ).toBe("yes");
    expect(evaluateOne(policy({ clientApplications: { includeServicePrincipals: ["x"] } })).reason).toBe(
      "workloadIdentities",
    );
  });

  it.each([
    ["conditions.times", { times: { includedRanges: ["x"] } }],
    ["conditions.somethingNew", { somethingNew: "on" }],
    [
      "conditions.applications.networkAccess",
      { applications: { includeApplications: ["All"], networkAccess: { includeTrafficProfiles: "m365" } } },
    ],
    [
      "conditions.applications.globalSecureAccess",
      { applications: { globalSecureAccess: { includeTrafficProfiles: "m365" } } },
    ],
    ["conditions.users.includeSomething", { users: { includeUsers: ["All"], includeSomething: ["x"] } }],
    ["conditions.devices.includeDevices", { devices: { includeDevices: ["All"], excludeDevices: [] } }],
  ])("[d-unknown] [i-12] %s with a value depends and is named", (path, conditions) => {
    const evaluation = evaluateOne(policy(conditions));
    expect(evaluation.applies).toBe("depends");
    expect(evaluation.dependsOn).toEqual([path]);
    expect(evaluation.certainty).toBe("inferred");
  });

  it.each([
    { times: null },
    { deviceStates: {} },
    { somethingNew: [] },
    { agents: { includeAgentUsers: [], agentFilter: null } },
  ])("[d-unknown] unknown members without a value are ignored: %j", (conditions) => {
    expect(applies(policy(conditions))).toBe("yes");
  });

  it("an unknown condition does not turn a no into depends", () => {
    expect(applies(policy({ somethingNew: "on", users: { includeUsers: ["None"] } }))).toBe("no");
  });

  it.each<[string, Json, Tri]>([
    [
      "users: whoever is excluded stays excluded",
      { users: { includeUsers: ["All"], excludeUsers: ["user-1"], includeNew: ["x"] } },
      "no",
    ],
    [
      "users: nobody is included, and a further exclusion adds nobody",
      { users: { includeUsers: ["None"], excludeNew: ["x"] } },
      "no",
    ],
    [
      "users: nobody is included, and a further list may include",
      { users: { includeUsers: ["None"], includeNew: ["x"] } },
      "depends",
    ],
    [
      "users: a member that may do anything",
      { users: { includeUsers: ["None"], userFilter: "x" } },
      "depends",
    ],
    [
      "resources: what is excluded stays excluded",
      { applications: { includeApplications: [OTHER], excludeApplications: [AZURE_AD], includeNew: ["x"] } },
      "no",
    ],
    [
      "resources: another app, and a further exclusion adds none",
      { applications: { includeApplications: [OTHER], excludeNew: ["x"] } },
      "no",
    ],
    [
      "resources: another app, and a further list may include",
      { applications: { includeApplications: [OTHER], includeNew: ["x"] } },
      "depends",
    ],
  ])(
    "[i-12] an unknown member depends only where nothing else says no: %s",
    (_name, conditions, expected) => {
      expect(applies(policy(conditions))).toBe(expected);
    },
  );

  it("[c-frame-and] all conditions are ANDed: one that fails is enough", () => {
    const one = policy({ platforms: { includePlatforms: ["windows"] }, signInRiskLevels: ["high"] });
    const evaluation = evaluateOne(one, login(), { platform: "macos" });
    expect(evaluation.applies).toBe("no");
    expect(evaluation.reason).toBe("devicePlatform");
  });
});
