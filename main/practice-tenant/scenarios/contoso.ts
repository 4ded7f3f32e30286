import type { TenantFile } from "../tenant/schema.ts";

type User = TenantFile["users"][number];
type Application = TenantFile["applications"][number];

/** Ids of the practice tenant. They all start alike, so that they are told from real ones at a glance. */
export const ids = {
  tenant: "1a7c4e00-0000-4000-8000-000000000001",
  loginClient: "1a7c4e00-0000-4000-8000-0000000000c1",
  api: "1a7c4e00-0000-4000-8000-0000000000a1",
  secondApi: "1a7c4e00-0000-4000-8000-0000000000a2",
  staff: "1a7c4e00-0000-4000-8000-000000000e01",
  admin: "1a7c4e00-0000-4000-8000-000000000e02",
  group: "1a7c4e00-0000-4000-8000-000000000901",
  placeholder: "1a7c4e00-0000-4000-8000-0000000000b1",
  /** An app that has nothing to do with Jamf Connect and that somebody once excluded. */
  travelApp: "1a7c4e00-0000-4000-8000-0000000000d1",
  hrdPolicy: "1a7c4e00-0000-4000-8000-0000000000f1",
  office: "1a7c4e00-0000-4000-8000-0000000000e9",
  homeCountries: "1a7c4e00-0000-4000-8000-0000000000ea",
} as const;

const API_SCOPE = "1a7c4e00-0000-4000-8000-00000000a1b1";
const GRAPH = "00000003-0000-0000-c000-000000000000";
export const DOMAIN = "contoso.example";

export const staff = {
  id: ids.staff,
  userPrincipalName: `robin@${DOMAIN}`,
  displayName: "Robin Lake",
  givenName: "Robin",
  surname: "Lake",
  mail: `robin@${DOMAIN}`,
  password: "Practice-Robin-1",
  mfaMethods: [{ method: "oneTimeCode", code: "123456" }],
  groups: [ids.group],
  appRoles: [{ appId: ids.loginClient, value: "Standard" }],
  note: "An ordinary member of staff.",
} as const satisfies User;

export const admin = {
  id: ids.admin,
  userPrincipalName: `sam@${DOMAIN}`,
  displayName: "Sam Field",
  givenName: "Sam",
  surname: "Field",
  mail: `sam@${DOMAIN}`,
  password: "Practice-Sam-1",
  mfaMethods: [{ method: "oneTimeCode", code: "654321" }],
  groups: [ids.group],
  appRoles: [{ appId: ids.loginClient, value: "Admin" }],
  note: "Looks after the Macs: has the app role Admin.",
} as const satisfies User;

/** The public client of Jamf's guide, "Jamf Connect - OIDC Endpoint". */
export const loginClient = {
  appId: ids.loginClient,
  id: "1a7c4e00-0000-4000-8000-00000000c101",
  displayName: "Jamf Connect - OIDC Endpoint",
  isFallbackPublicClient: true,
  publicClient: {
    redirectUris: [
      "https://127.0.0.1/jamfconnect",
      "jamfconnect://redirect/auth",
      "http://localhost",
      "http://127.0.0.1",
    ],
  },
  requiredResourceAccess: [
    {
      resourceAppId: GRAPH,
      resourceAccess: [
        { id: "37f7f235-527c-4136-accd-4a02d197296e", type: "Scope" }, // openid
        { id: "14dad69e-099b-42c9-810b-d002981feec1", type: "Scope" }, // profile
        { id: "64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0", type: "Scope" }, // email
        { id: "e1fe6dd8-ba31-4d61-89e7-88639da4683d", type: "Scope" }, // User.Read
      ],
    },
    { resourceAppId: ids.api, resourceAccess: [{ id: API_SCOPE, type: "Scope" }] },
  ],
  appRoles: [
    { id: "1a7c4e00-0000-4000-8000-00000000c1a1", value: "Admin", displayName: "Admin" },
    { id: "1a7c4e00-0000-4000-8000-00000000c1a2", value: "Standard", displayName: "Standard" },
  ],
  servicePrincipal: { id: "1a7c4e00-0000-4000-8000-00000000c102" },
  grants: [
    { resourceAppId: GRAPH, scope: "openid profile email offline_access User.Read" },
    { resourceAppId: ids.api, scope: "jamfconnect" },
    { resourceAppId: ids.secondApi, scope: "jamfconnect" },
  ],
} as const satisfies Application;

/** The private API app of Jamf's guide, "Jamf Connect - Conditional Access Policy API". */
export const api = {
  appId: ids.api,
  id: "1a7c4e00-0000-4000-8000-00000000a101",
  displayName: "Jamf Connect - Conditional Access Policy API",
  identifierUris: [`api://${ids.api}`],
  api: { oauth2PermissionScopes: [{ id: API_SCOPE, value: "jamfconnect" }] },
  servicePrincipal: { id: "1a7c4e00-0000-4000-8000-00000000a102" },
} as const satisfies Application;

/** A second API app, for the recipe that gives each sign-in its own. */
export const secondApi = {
  appId: ids.secondApi,
  id: "1a7c4e00-0000-4000-8000-00000000a201",
  displayName: "Jamf Connect - Login API",
  identifierUris: [`api://${ids.secondApi}`],
  api: { oauth2PermissionScopes: [{ id: "1a7c4e00-0000-4000-8000-00000000a2b1", value: "jamfconnect" }] },
  servicePrincipal: { id: "1a7c4e00-0000-4000-8000-00000000a202" },
} as const satisfies Application;

/** What the scopes of a profile look like: plain, or with the scope of one of the API apps in front. */
export const scopes = {
  plain: ["openid", "profile", "email"],
  api: [`api://${ids.api}/jamfconnect`, "openid", "profile", "email"],
  secondApi: [`api://${ids.secondApi}/jamfconnect`, "openid", "profile", "email"],
} as const;

/** A healthy tenant without any policy: every scenario is this one with something changed. */
const contoso: TenantFile = {
  schema: "latchkey-practice-tenant/1",
  id: ids.tenant,
  displayName: "Contoso practice tenant",
  domain: DOMAIN,
  users: [staff, admin],
  groups: [{ id: ids.group, displayName: "Mac users" }],
  applications: [loginClient, api],
  practice: { loginClient: ids.loginClient, loginApi: ids.api, checkApi: ids.api },
};

/** What a scenario changes; single members of the first user, the client and the API app, else whole members. */
export type Changes = Partial<Omit<TenantFile, "practice">> & {
  readonly staff?: Partial<User>;
  readonly client?: Partial<Application>;
  readonly apiApp?: Partial<Application>;
  readonly moreApplications?: readonly Application[];
  readonly parts?: Partial<TenantFile["practice"]>;
};

/** The healthy tenant with the changes of one scenario. */
export function contosoWith(changes: Changes): TenantFile {
  const { staff: person, client, apiApp, moreApplications = [], parts, ...rest } = changes;
  return {
    ...contoso,
    users: [{ ...staff, ...person }, admin],
    applications: [{ ...loginClient, ...client }, { ...api, ...apiApp }, ...moreApplications],
    ...rest,
    practice: { ...contoso.practice, ...parts },
  };
}
