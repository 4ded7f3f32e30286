import type { TestSettings } from "../../../main/core/profile/test-settings.ts";
import type { Provider } from "../../../main/core/provider.ts";

const domain = "com.jamf.connect.login";

function sourced<T>(value: T): { value: T; domain: string; keyPath: string | null } {
  return { value, domain, keyPath: null };
}

/** Settings for a provider at `origin`, as a profile with `OIDCDiscoveryURL` gives them. */
export function settingsFor(
  origin: string,
  provider: Provider = "Custom",
  changes: Partial<TestSettings> = {},
): TestSettings {
  return {
    from: "login",
    provider: sourced(provider),
    providerAsWritten: provider,
    clientId: sourced("latchkey-test"),
    clientSecret: null,
    tenant: null,
    scopes: sourced(["openid", "profile", "email"]),
    redirectUri: sourced("https://127.0.0.1/jamfconnect"),
    discoveryUrl: sourced(`${origin}/.well-known/openid-configuration`),
    successCodes: sourced([]),
    shortNameClaim: null,
    fullNameClaim: null,
    adminClaim: sourced("groups"),
    adminValues: sourced(["mac-admins"]),
    ignoreAdmin: sourced(false),
    createAdminUser: sourced(false),
    ...changes,
  };
}
