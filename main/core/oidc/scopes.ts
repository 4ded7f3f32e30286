/**
 * Scopes that OpenID Connect itself defines, with Graph's `User.Read`: they name no resource of their own
 * (https://learn.microsoft.com/entra/identity-platform/scopes-oidc).
 */
const baseline: ReadonlySet<string> = new Set(["openid", "profile", "email", "offline_access", "user.read"]);

/** The resource that Entra's v1 endpoint is asked for when the scopes name none. */
export const graphResource = "https://graph.microsoft.com";

/**
 * The v1 `resource` for a list of v2 scopes: the App ID URI before the last slash of the first scope that names one
 * (`api://ID/jamfconnect` → `api://ID`), else Microsoft Graph.
 */
export function resourceOfScopes(scopes: readonly string[]): string {
  const named = scopes.find((scope) => !baseline.has(scope.toLowerCase()) && scope.includes("/"));
  if (named === undefined) return graphResource;
  const slash = named.lastIndexOf("/");
  return slash > named.indexOf("//") + 1 ? named.slice(0, slash) : named;
}

/** True when the scopes ask for nothing but the baseline, so no resource of the tenant's own is reached. */
export function onlyBaselineScopes(scopes: readonly string[]): boolean {
  return scopes.every((scope) => baseline.has(scope.toLowerCase()));
}

/** The `scope` parameter: the profile's scopes with single spaces (RFC 6749 section 3.3). */
export function scopeParameter(scopes: readonly string[]): string {
  return scopes.join(" ");
}

/** Which of Entra's two protocol versions is asked; null for every other provider. */
type Protocol = "v1" | "v2" | null;

/** What a request asks access to: the parameter `scope`, and on Entra's v1 endpoint `resource` (null where it is not sent). */
export type SentScopes = { readonly scopes: readonly string[]; readonly resource: string | null };

/**
 * What the password request asks for. Entra's v1 endpoint names its target by `resource`, and knows only scopes without one; v2
 * refuses that parameter (AADSTS901002) and reads it from `scope`.
 */
export function passwordScopes(scopes: readonly string[], entra: Protocol): SentScopes {
  return entra === "v1"
    ? { scopes: scopes.filter((scope) => !scope.includes("/")), resource: resourceOfScopes(scopes) }
    : { scopes, resource: null };
}

/** What the login asks for. On v1 a scope of the tenant's own API is named by `resource`. */
export function loginScopes(scopes: readonly string[], entra: Protocol): SentScopes {
  const isNamed = entra === "v1" && !onlyBaselineScopes(scopes);
  return { scopes, resource: isNamed ? resourceOfScopes(scopes) : null };
}

/** What Entra is asked access to; null for basic scopes alone, and for providers that know no such thing. */
export function askedResource({ scopes, resource }: SentScopes, entra: Protocol): string | null {
  if (resource !== null) return resource;
  return entra === null || onlyBaselineScopes(scopes) ? null : resourceOfScopes(scopes);
}
