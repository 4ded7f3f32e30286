import type { ExampleSettings } from "./rule.ts";
import { exampleClient, exampleTenant, soundLogin } from "./sound-settings.ts";

/** API apps for examples; they belong to nobody. */
export const exampleLoginApi = "5f1d3a52-0c6e-4f0b-9d5e-6a7b8c9d0e1f";
export const exampleCheckApi = "7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c0d";

/** The scopes of such an app beside those that Jamf Connect needs. */
export function scopesOf(api: string): string {
  return `api://${api}/jamfconnect+openid+profile+email`;
}

/** A policy on all resources for everybody, as Microsoft Graph exports it, that demands MFA where nothing else is given. */
export function examplePolicy({
  name = "Require MFA for all users",
  excluded = [],
  controls = ["mfa"],
  more = {},
}: {
  readonly name?: string;
  readonly excluded?: readonly string[];
  readonly controls?: readonly string[];
  /** Further members of `grantControls`. */
  readonly more?: ExampleSettings;
} = {}): ExampleSettings {
  return {
    id: exampleClient.replace(/^.{8}/u, "0b0b0b0b"),
    displayName: name,
    state: "enabled",
    conditions: {
      clientAppTypes: ["all"],
      users: { includeUsers: ["All"] },
      applications: { includeApplications: ["All"], excludeApplications: excluded },
    },
    grantControls: { operator: "OR", builtInControls: controls, ...more },
  };
}

/** The scopes that every sign-in may ask for. */
export const basicScopes = "openid+profile+email";

/** Settings of both domains in which the login asks for one thing and the check for another. */
export function asking(login: string, check: string): Readonly<Record<string, ExampleSettings>> {
  return {
    "com.jamf.connect.login": { ...soundLogin, OIDCScopes: login, ROPGScopes: check },
    "com.jamf.connect": {
      IdPSettings: {
        Provider: "EntraID",
        TenantID: exampleTenant,
        ROPGID: exampleClient,
        ROPGScopes: check,
      },
    },
  };
}

/** The recipe two-apis: each sign-in asks for an API app of its own. */
export const twoApis = asking(scopesOf(exampleLoginApi), scopesOf(exampleCheckApi));
/** MFA on all resources but the check's API app. */
export const checkExcluded = examplePolicy({ excluded: [exampleCheckApi] });
