import { describe, expect, it } from "vitest";
import {
  checklistOf,
  explainConditionalAccess,
  readNeighboursFromJson,
  readPoliciesFromJson,
  type SignIn,
} from "../../../../main/core/conditional-access/index.ts";

const client = "aaaaaaaa-0000-4000-8000-00000000000a";
const api = "bbbbbbbb-0000-4000-8000-00000000000b";
const scopeId = "cccccccc-0000-4000-8000-00000000000c";
const redirectUri = "https://127.0.0.1/jamfconnect";

const signIn: SignIn = {
  id: "password-check",
  clientId: client,
  confidential: false,
  grant: "password",
  scopes: ["openid", `api://${api}/jamfconnect`],
  resource: null,
  clientAppTypes: ["mobileappsanddesktopclients"],
  platforms: ["macos", null],
  showsDevice: false,
};

const publicApp = {
  id: "1",
  appId: client,
  displayName: "Login",
  isFallbackPublicClient: true,
  publicClient: { redirectUris: [redirectUri] },
  requiredResourceAccess: [{ resourceAppId: api, resourceAccess: [{ id: scopeId, type: "Scope" }] }],
};
const apiApp = {
  id: "2",
  appId: api,
  displayName: "Check API",
  isFallbackPublicClient: null,
  publicClient: { redirectUris: [] },
  requiredResourceAccess: [],
  api: { oauth2PermissionScopes: [{ id: scopeId, value: "jamfconnect", isEnabled: true }] },
};
const policy = (excludeApplications: readonly string[]) => ({
  id: "dddddddd-0000-4000-8000-00000000000d",
  displayName: "CA001",
  state: "enabled",
  conditions: {
    users: { includeUsers: ["All"] },
    applications: { includeApplications: ["All"], excludeApplications },
  },
  grantControls: { operator: "OR", builtInControls: ["mfa"] },
});

function check(apps: readonly object[], excluded: readonly string[] = [api]) {
  const policies = readPoliciesFromJson([policy(excluded)], { fileName: null });
  if (!policies.ok) throw new Error("not read");
  const answer = explainConditionalAccess({
    policies: policies.value.policies,
    facts: {},
    login: null,
    check: signIn,
    baselineScopes: "enforced",
    macs: null,
    checkMinutes: null,
    inputFindings: [],
  });
  const { registrations } = readNeighboursFromJson(apps).objects;
  const points = checklistOf({ answer, registrations, facts: {}, redirectUri });
  return Object.fromEntries(points.map(({ id, holds }) => [id.split(" ")[0], holds]));
}

describe("the checklist of app registrations", () => {
  it("holds for apps that are set up as they should be; consent stays open", () => {
    expect(check([publicApp, apiApp])).toEqual({
      "public-flow": "yes",
      redirect: "yes",
      permission: "yes",
      exposes: "yes",
      "api-no-flow": "yes",
      "api-no-redirect": "yes",
      excludes: "yes",
      consent: "depends",
    });
  });

  it("is open where no registration was given, and assumes nothing", () => {
    const { excludes, ...points } = check([]);
    expect(excludes).toBe("yes");
    expect(new Set(Object.values(points))).toEqual(new Set(["depends"]));
  });

  it.each([
    ["public-flow", [{ ...publicApp, isFallbackPublicClient: false }, apiApp]],
    ["redirect", [{ ...publicApp, publicClient: { redirectUris: ["http://localhost"] } }, apiApp]],
    ["permission", [{ ...publicApp, requiredResourceAccess: [] }, apiApp]],
    ["exposes", [publicApp, { ...apiApp, api: { oauth2PermissionScopes: [] } }]],
    ["api-no-flow", [publicApp, { ...apiApp, isFallbackPublicClient: true }]],
    ["api-no-redirect", [publicApp, { ...apiApp, web: { redirectUris: ["https://x.example"] } }]],
  ])("finds what is not so: %s", (id, apps) => {
    expect(check(apps)[id]).toBe("no");
  });

  it("finds a policy for all resources that does not leave the check's app out", () => {
    expect(check([publicApp, apiApp], [])["excludes"]).toBe("no");
  });
});
