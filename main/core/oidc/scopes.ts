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
