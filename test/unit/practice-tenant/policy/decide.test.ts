import { describe, expect, test } from "vitest";
import { isFailure } from "../../../../main/practice-tenant/errors/failure.ts";
import { loadScenario, type Tenant } from "../../../../main/practice-tenant/index.ts";
import { decide } from "../../../../main/practice-tenant/policy/decide.ts";
import { NOTHING_DONE, type Progress } from "../../../../main/practice-tenant/policy/demands.ts";
import { grant, policy } from "../../../../main/practice-tenant/scenarios/policies.ts";
import { findClient } from "../../../../main/practice-tenant/sign-in/find-client.ts";
import { type Flow, targetOfScope } from "../../../../main/practice-tenant/sign-in/target.ts";

function base(): Tenant {
  const loaded = loadScenario("no-mfa");
  if (!loaded.ok) throw new Error(loaded.problem.title);
  return loaded.value.tenant;
}

type Policies = Tenant["conditionalAccessPolicies"];

function demands(
  changes: Partial<Tenant>,
  options: { readonly flow?: Flow; readonly progress?: Progress; readonly scope?: string } = {},
): readonly string[] {
  const tenant = { ...base(), ...changes };
  const flow = options.flow ?? "password-check";
  const client = findClient(tenant.practice.loginClient, tenant);
  const target = targetOfScope(options.scope ?? "openid", flow, tenant, "Client");
  const [user] = tenant.users;
  if (isFailure(client) || isFailure(target) || user === undefined) throw new Error("no sign-in");
  const signIn = { flow, user, client, target, confidential: false, userAgent: "" };
  return decide(signIn, tenant, options.progress ?? NOTHING_DONE).demands.map((each) => each.demand);
}

function withPolicies(...policies: readonly unknown[]): Partial<Tenant> {
  return { conditionalAccessPolicies: policies as Policies };
}

describe("what policies demand", () => {
  test("a block comes first, then MFA, device, app, password, terms", () => {
    const controls = [
      "compliantApplication",
      "passwordChange",
      "mfa",
      "domainJoinedDevice",
      "compliantDevice",
      "block",
    ];
    const all = policy({
      number: 1,
      displayName: "All",
      grant: { operator: "AND", builtInControls: controls, termsOfUse: ["t"] },
    });
    expect(demands(withPolicies(all))).toEqual([
      "block",
      "mfa",
      "compliantDevice",
      "domainJoinedDevice",
      "compliantApplication",
      "passwordChange",
      "termsOfUse",
    ]);
  });

  test("with OR it is what the person can do, and nothing once that is done", () => {
    const either = policy({
      number: 1,
      displayName: "Either",
      grant: { operator: "OR", builtInControls: ["compliantDevice", "mfa"] },
    });
    expect(demands(withPolicies(either))).toEqual(["mfa"]);
    expect(demands(withPolicies(either), { progress: { method: "oneTimeCode", passed: new Set() } })).toEqual(
      [],
    );
    const mac: Partial<Tenant> = {
      ...withPolicies(either),
      device: { isCompliant: true, trustType: "AzureAD" },
    };
    expect(demands(mac, { flow: "login-window" })).toEqual([]);
    // ROPG shows no device, whatever the Mac is.
    expect(demands(mac, { flow: "password-check" })).toEqual(["mfa"]);
  });

  test("a second factor meets every policy that asks for one, a strength only if it is strong enough", () => {
    const plain = policy({ number: 1, displayName: "MFA", grant: grant.mfa });
    const strong = policy({
      number: 2,
      displayName: "Strong",
      grant: { authenticationStrength: { id: "00000000-0000-0000-0000-000000000004" } },
    });
    const done = (method: Progress["method"]) =>
      demands(withPolicies(plain, strong), { progress: { method, passed: new Set() } });
    expect(done("oneTimeCode")).toEqual(["mfa"]);
    expect(done("fido2")).toEqual([]);
  });

  test("per-user MFA and security defaults ask without a policy", () => {
    expect(demands({ securityDefaults: true })).toEqual(["mfa"]);
    expect(
      demands({ users: base().users.map((user) => ({ ...user, perUserMfa: "enabled" as const })) }),
    ).toEqual(["mfa"]);
    expect(
      demands({ securityDefaults: true }, { progress: { method: "oneTimeCode", passed: new Set() } }),
    ).toEqual([]);
  });

  test("inside a trusted place the office policy lets in, inside one that is not trusted it does not", () => {
    const blocked = loadScenario("blocked-location");
    if (!blocked.ok) throw new Error(blocked.problem.title);
    const { tenant } = blocked.value;
    const at = (ipAddress: string, isTrusted: boolean) =>
      demands({
        ...tenant,
        network: { ...tenant.network, ipAddress },
        namedLocations: tenant.namedLocations.map((location) => ({ ...location, isTrusted })),
      });
    expect(at("203.0.113.10", true)).toEqual(["block"]);
    expect(at("198.51.100.20", true)).toEqual([]);
    expect(at("198.51.100.20", false)).toEqual(["block"]);
  });

  test("a country is looked up in its named location", () => {
    const id = "0f0f0f0f-1111-4222-8333-444455550009";
    const abroad = policy({
      number: 1,
      displayName: "Abroad",
      grant: grant.block,
      conditions: { locations: { includeLocations: ["All"], excludeLocations: [id] } },
    });
    const from = (country: string) =>
      demands({
        ...withPolicies(abroad),
        network: { ...base().network, country },
        namedLocations: [
          {
            "@odata.type": "#microsoft.graph.countryNamedLocation",
            id,
            displayName: "Home",
            countriesAndRegions: ["DE"],
          },
        ],
      });
    expect(from("DE")).toEqual([]);
    expect(from("US")).toEqual(["block"]);
  });

  test("the platform of the tenant counts, or that of the user agent", () => {
    const macOnly = policy({
      number: 1,
      displayName: "Mac",
      grant: grant.mfa,
      conditions: { platforms: { includePlatforms: ["macOS"], excludePlatforms: [] } },
    });
    expect(demands(withPolicies(macOnly))).toEqual(["mfa"]);
    expect(demands({ ...withPolicies(macOnly), platform: "windows" })).toEqual([]);
    expect(demands({ ...withPolicies(macOnly), platform: "fromUserAgent" })).toEqual([]);
  });
});
