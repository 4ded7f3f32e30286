import type { TenantFile } from "../tenant/schema.ts";
import { admin, contosoWith, DOMAIN, ids, staff } from "./contoso.ts";
import { atBoth, type ScenarioFile } from "./scenario.ts";

/**
 * Microsoft Graph Command Line Tools, the app that Graph PowerShell signs in with.
 * Source: https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in
 */
const graphTools = {
  appId: "14d82eec-204b-4c2f-b7e8-296a70dab67e",
  id: "1a7c4e00-0000-4000-8000-000000005001",
  displayName: "Microsoft Graph Command Line Tools",
  isFallbackPublicClient: true,
  publicClient: { redirectUris: ["http://localhost"] },
  servicePrincipal: { id: "1a7c4e00-0000-4000-8000-000000005002" },
  grants: [
    {
      resourceAppId: "00000003-0000-0000-c000-000000000000",
      scope: [
        "openid profile offline_access User.Read Application.ReadWrite.All DelegatedPermissionGrant.ReadWrite.All",
        "Policy.Read.All Policy.ReadWrite.ConditionalAccess Policy.ReadWrite.ApplicationConfiguration",
        "CustomSecAttributeDefinition.ReadWrite.All CustomSecAttributeAssignment.ReadWrite.All",
      ].join(" "),
    },
  ],
} as const satisfies TenantFile["applications"][number];

/** Keeps a way in when a policy shuts everybody out. */
const emergency = {
  id: "1a7c4e00-0000-4000-8000-000000000e09",
  userPrincipalName: `emergency@${DOMAIN}`,
  displayName: "Emergency access",
  password: "Practice-Emergency-1",
  note: "The break-glass account: no policy may shut it out.",
} as const;

/** Where a set-up begins. */
export const setUpScenarios: readonly ScenarioFile[] = [
  {
    name: "nothing-set-up",
    title: "Nothing is set up yet",
    story:
      "No app of Jamf Connect is registered and no policy exists; the profile names an app that nobody made.\nBoth sign-ins end with 700016. Set up carries a recipe out here, step by step.",
    recipe: "none",
    expected: atBoth("misconfigured", 700016),
    tenant: contosoWith({
      users: [{ ...staff, appRoles: [] }, { ...admin, appRoles: [] }, emergency],
      applications: [graphTools],
      parts: { loginClient: graphTools.appId, loginApi: null, checkApi: null, unknownApps: "refuse" },
      profile: { clientId: ids.loginClient },
    }),
  },
];
