import { describe, expect, it } from "vitest";
import {
  checklistOf,
  explainConditionalAccess,
  readNeighboursFromJson,
  readPoliciesFromJson,
  type SignIn,
  type SignInContext,
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

function check(
  apps: readonly object[],
  excluded: readonly string[] = [api],
  facts: SignInContext = {},
  roles: readonly string[] = [],
) {
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
  const tenant = readNeighboursFromJson(apps).objects;
  const points = checklistOf({ answer, tenant, facts, redirectUri, roles });
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
      "home-realm": "depends",
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

const clientPrincipal = "eeeeeeee-0000-4000-8000-00000000000e";
const apiPrincipal = "ffffffff-0000-4000-8000-00000000000f";
const principals = [
  { id: clientPrincipal, appId: client, servicePrincipalNames: [client], appRoleAssignmentRequired: false },
  { id: apiPrincipal, appId: api, servicePrincipalNames: [api] },
];
const grant = {
  clientId: clientPrincipal,
  resourceId: apiPrincipal,
  consentType: "AllPrincipals",
  principalId: null,
  scope: "jamfconnect User.Read",
};

describe("consent, assignment, roles and home realm in the checklist", () => {
  const all = [publicApp, apiApp, ...principals, grant];

  it("holds where an administrator consented for everybody, and not for one person only", () => {
    expect(check(all)).toMatchObject({ consent: "yes", assignment: "yes" });
    const forOne = { ...grant, consentType: "Principal", principalId: client };
    expect(check([publicApp, apiApp, ...principals, forOne])["consent"]).toBe("no");
    const another = { ...grant, scope: "User.Read" };
    expect(check([publicApp, apiApp, ...principals, another])["consent"]).toBe("no");
  });

  it("is open where the grants name service principals that nobody gave", () => {
    expect(check([publicApp, apiApp, grant])["consent"]).toBe("depends");
  });

  it("is open where the app wants its people assigned: nobody here knows who is", () => {
    const wanting = principals.map((each) => ({ ...each, appRoleAssignmentRequired: true }));
    expect(check([publicApp, apiApp, ...wanting, grant])["assignment"]).toBe("depends");
  });

  it("looks for the app role that makes administrators, where the profile has one", () => {
    expect(check(all)).not.toHaveProperty("roles");
    expect(check(all, [api], {}, ["Admin"])["roles"]).toBe("no");
    const withRole = { ...publicApp, appRoles: [{ id: "9", value: "Admin", displayName: "Admin" }] };
    expect(check([withRole, apiApp], [api], {}, ["Admin"])["roles"]).toBe("yes");
  });

  it.each([
    ["of the client", true, false, [{ id: clientPrincipal }], "yes"],
    ["of another app", true, false, [{ id: apiPrincipal }], "no"],
    ["of the whole tenant", true, true, [], "yes"],
    ["that allows nothing", false, true, [], "no"],
    ["of which nobody knows for whom it is", true, false, undefined, "depends"],
  ])(
    "knows whether a home realm policy allows the check: one %s",
    (_which, allows, isDefault, appliesTo, holds) => {
      const homeRealm = {
        id: "1",
        displayName: "Hash sync",
        definition: [`{"HomeRealmDiscoveryPolicy":{"AllowCloudPasswordValidation":${allows}}}`],
        isOrganizationDefault: isDefault,
        ...(appliesTo === undefined ? {} : { appliesTo }),
      };
      expect(check([...all, homeRealm], [api], { federated: true })["home-realm"]).toBe(holds);
    },
  );

  it("asks for no home realm policy for somebody who is not federated", () => {
    expect(check(all, [api], { federated: false })).not.toHaveProperty("home-realm");
  });
});
