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
const policy = (excludeApplications: readonly string[], control = "mfa") => ({
  id: "dddddddd-0000-4000-8000-00000000000d",
  displayName: "CA001",
  state: "enabled",
  conditions: {
    users: { includeUsers: ["All"] },
    applications: { includeApplications: ["All"], excludeApplications },
  },
  grantControls: { operator: "OR", builtInControls: [control] },
});

function check(...given: Parameters<typeof pointsFor>) {
  return Object.fromEntries(pointsFor(...given).map(({ id, holds }) => [id.split(" ")[0], holds]));
}

function pointsFor(
  apps: readonly object[],
  excluded: readonly string[] = [api],
  facts: SignInContext = {},
  roles: readonly string[] = [],
  control = "mfa",
  scopes = signIn.scopes,
) {
  const policies = readPoliciesFromJson([policy(excluded, control)], { fileName: null });
  if (!policies.ok) throw new Error("not read");
  const answer = explainConditionalAccess({
    policies: policies.value.policies,
    facts: {},
    login: null,
    check: { ...signIn, scopes },
    baselineScopes: "enforced",
    macs: null,
    checkMinutes: null,
    inputFindings: [],
  });
  const tenant = readNeighboursFromJson(apps).objects;
  return checklistOf({
    answer,
    policies: policies.value.policies,
    tenant,
    facts,
    redirectUri,
    roles,
  });
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

  it("shortens the id of an app without a name, and keeps it whole for copying", () => {
    const byKind = Object.fromEntries(pointsFor([]).map((each) => [each.id.split(" ")[0], each]));
    expect(byKind["public-flow"]).toMatchObject({
      title: "Public client flows on app aaaaaaaa…000a",
      namelessApp: client,
    });
    expect(byKind["permission"]?.title).toBe(
      "Permission of app aaaaaaaa…000a for the scope of app bbbbbbbb…000b",
    );
    expect(byKind["exposes"]).toMatchObject({ namelessApp: api });
    expect(pointsFor([publicApp, apiApp]).map(({ namelessApp }) => namelessApp)).not.toContain(client);
  });

  it("tells nobody to exclude the directory, whose basic scopes every app asks for", () => {
    const fixOf = (scopes: readonly string[]) =>
      pointsFor([], [], {}, [], "mfa", scopes).find(({ id }) => id.startsWith("excludes "))?.fix;
    expect(fixOf(["openid", `api://${api}/jamfconnect`])).toMatch(/^Exclude /);
    expect(fixOf(["openid", "profile"])).toMatch(/^Let the check ask for an API app of its own/);
    expect(fixOf(["User.Read"])).toMatch(/^Let the check ask for an API app of its own/);
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
    // A password check shows no Mac, so a policy for compliant Macs spoils it too.
    const ofMacs = (excluded: readonly string[]) => check([], excluded, {}, [], "compliantDevice");
    expect(ofMacs([])["excludes"]).toBe("no");
    expect(ofMacs([api])["excludes"]).toBe("yes");
    expect(check([], [], {}, [], "block")).not.toHaveProperty("excludes");
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

const exempt = { Jamf: { isExemptMFA: "Exempt" } };
const byAttribute = {
  ...policy([]),
  conditions: {
    users: { includeUsers: ["All"] },
    applications: {
      includeApplications: ["All"],
      applicationFilter: { mode: "exclude", rule: 'CustomSecurityAttribute.Jamf_isExemptMFA -eq "Exempt"' },
    },
  },
};
const withAttributes = (onApi: unknown, onClient: unknown) => [
  { ...principals[0], customSecurityAttributes: onClient },
  { ...principals[1], customSecurityAttributes: onApi },
];

/** The point about a policy that leaves apps out by attribute. */
function attributePoint(objects: readonly object[], raw: object = byAttribute, scopes = signIn.scopes) {
  const policies = readPoliciesFromJson([raw], { fileName: null });
  if (!policies.ok) throw new Error("not read");
  const tenant = readNeighboursFromJson([publicApp, apiApp, ...objects]).objects;
  const facts = { applications: tenant.applications };
  const answer = explainConditionalAccess({
    policies: policies.value.policies,
    facts,
    login: null,
    check: { ...signIn, scopes },
    baselineScopes: "enforced",
    macs: null,
    checkMinutes: null,
    inputFindings: [],
  });
  const points = checklistOf({
    answer,
    policies: policies.value.policies,
    tenant,
    facts,
    redirectUri,
    roles: [],
  });
  const point = points.find(({ id }) => id.startsWith("attribute "));
  const applies = answer.signIns[0]?.policies[0]?.applies;
  return point && { ...point, applies };
}

describe("the attribute by which a policy leaves apps out", () => {
  it.each([
    ["on the API app alone", exempt, null, "yes", "no", null],
    ["on both", exempt, exempt, "no", "no", "Remove it from Login"],
    [
      "on the public client alone",
      null,
      exempt,
      "no",
      "yes",
      "Assign the attribute of the rule to Check API",
    ],
    ["of another value on the API app", { Jamf: { isExemptMFA: "No" } }, null, "no", "yes", "Assign"],
    // Graph shows the same nothing to who may not see any.
    ["on neither, as far as anybody saw", null, null, "depends", "depends", "Attribute Assignment Reader"],
    ["not read at all", undefined, undefined, "depends", "depends", "Attribute Assignment Reader"],
    ["read on the API app only", exempt, undefined, "depends", "no", "Attribute Assignment Reader"],
    ["of another set only", { Other: { x: "y" } }, null, "no", "yes", "Assign"],
  ])("%s", (_where, onApi, onClient, holds, applies, fix) => {
    const point = attributePoint(withAttributes(onApi, onClient));
    expect(point).toMatchObject({ holds, applies });
    if (fix === null) expect(point?.fix).toBeNull();
    else expect(point?.fix).toContain(fix);
  });

  it("leads to the enterprise application that has to change, or to the list of them", () => {
    const onClient = attributePoint(withAttributes(exempt, exempt));
    expect(onClient?.link).toContain(`/objectId/${clientPrincipal}/appId/${client}`);
    expect(attributePoint(withAttributes(null, exempt))?.link).toContain(`/objectId/${apiPrincipal}/`);
    expect(attributePoint([])?.link).toContain("StartboardApplicationsMenuBlade");
  });

  it("does nothing on the public client where the check asks for no API app", () => {
    const plain = ["openid", "profile"];
    const point = attributePoint(withAttributes(null, exempt), byAttribute, plain);
    expect(point).toMatchObject({ holds: "no", applies: "yes", fix: expect.stringContaining("recipe D") });
    expect(attributePoint(withAttributes(exempt, null), byAttribute, plain)).toBeUndefined();
  });

  it("is no point for a policy that leaves out by id, is off, or demands no MFA", () => {
    expect(attributePoint(withAttributes(exempt, null), policy([api]))).toBeUndefined();
    expect(attributePoint([], { ...byAttribute, state: "disabled" })).toBeUndefined();
    const block = { operator: "OR", builtInControls: ["block"] };
    expect(attributePoint([], { ...byAttribute, grantControls: block })).toBeUndefined();
  });
});
