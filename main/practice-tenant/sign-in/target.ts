import { resourcesNamedBy } from "../../core/conditional-access/index.ts";
import type { EndpointVersion } from "../errors/error-body.ts";
import { type EntraFailure, isFailure, refuse } from "../errors/failure.ts";
import type { Tenant } from "../tenant/schema.ts";
import { findApplication } from "./find-client.ts";
import { MICROSOFT_GRAPH, microsoftResource, OIDC_SCOPES } from "./well-known.ts";

/** Which of the two sign-ins asks; it decides which API app stands in for one that the tenant does not know. */
export type Flow = "login-window" | "password-check";

/** What a request asks a token for. */
export type Target = {
  readonly version: EndpointVersion;
  /** `openid profile email offline_access`, as far as asked. */
  readonly oidcScopes: readonly string[];
  /** App id of the resource; Microsoft Graph where only baseline scopes are asked. */
  readonly resourceAppId: string;
  /** How the request named the resource: App ID URI, address or app id. It becomes `aud` of a v1 token. */
  readonly resourceIdentifier: string;
  /** Permissions on the resource, short: `["jamfconnect"]`, `["User.Read"]`. */
  readonly permissions: readonly string[];
  /** False where a v1 request names no resource at all: then no resource policy is looked at. */
  readonly resourceNamed: boolean;
  /** All scopes as asked, in their order. */
  readonly scopes: readonly string[];
};

/**
 * Resolves the `scope` of a v2 request.
 *
 * Problems: 900144 without any scope, 70011 for a name that is no scope, 28000 for two resources in one request,
 * 500011 for an unknown resource, 650053 for a scope that the resource does not have.
 */
export function targetOfScope(
  scope: string,
  flow: Flow,
  tenant: Tenant,
  appName: string,
): Target | EntraFailure {
  const scopes = scope.split(/\s+/).filter((part) => part !== "");
  if (scopes.length === 0) return refuse(900144, { parameter: "scope" });
  const oidcScopes = scopes
    .filter((part) => OIDC_SCOPES.has(part.toLowerCase()))
    .map((part) => part.toLowerCase());
  const asked = scopes.filter((part) => !OIDC_SCOPES.has(part.toLowerCase())).map(splitScope);
  if (asked.some((part) => part === null)) return refuse(70011, { scope });
  const permissions = asked.filter((part) => part !== null);
  if (resourcesNamedBy(scopes, tenant).length > 1) return refuse(28000, { scope });
  const identifier = permissions[0]?.resource ?? "https://graph.microsoft.com";
  const resourceAppId = findResource(identifier, flow, tenant);
  if (isFailure(resourceAppId)) return resourceAppId;
  const names = permissions.map((part) => part.permission);
  const unknown = unknownPermission(identifier, resourceAppId, names, tenant);
  if (unknown !== null) return refuse(650053, { appName, scope: unknown, resource: resourceAppId });
  return {
    version: "v2",
    oidcScopes,
    resourceAppId,
    resourceIdentifier: identifier,
    permissions: names,
    resourceNamed: true,
    scopes,
  };
}

/** Resolves `resource` of a v1 request; v1 looks at nothing in `scope` but `openid`. */
export function targetOfResource(
  resource: string | null,
  scope: string,
  flow: Flow,
  tenant: Tenant,
): Target | EntraFailure {
  const identifier = resource ?? "https://graph.microsoft.com";
  const resourceAppId = findResource(identifier, flow, tenant);
  if (isFailure(resourceAppId)) return resourceAppId;
  const oidcScopes = scope.split(/\s+/).includes("openid") ? ["openid"] : [];
  const app = findApplication(resourceAppId, tenant);
  const permissions =
    app === null ? ["User.Read"] : app.api.oauth2PermissionScopes.map((granted) => granted.value);
  return {
    version: "v1",
    oidcScopes,
    resourceAppId,
    resourceIdentifier: identifier,
    permissions,
    resourceNamed: resource !== null,
    scopes: oidcScopes,
  };
}

/** `api://x/jamfconnect` → resource and permission; a bare `User.Read` belongs to Microsoft Graph. */
function splitScope(scope: string): { readonly resource: string; readonly permission: string } | null {
  const slash = scope.lastIndexOf("/");
  if (slash > 0 && slash < scope.length - 1)
    return { resource: scope.slice(0, slash), permission: scope.slice(slash + 1) };
  return /^[A-Z][A-Za-z]*(\.[A-Za-z-]+)+$/.test(scope)
    ? { resource: "https://graph.microsoft.com", permission: scope }
    : null;
}

/** App id of a resource named by App ID URI, address or app id; adopts unknown `api://` where the tenant says so. */
function findResource(identifier: string, flow: Flow, tenant: Tenant): string | EntraFailure {
  const microsoft = microsoftResource(identifier);
  if (microsoft !== null) return microsoft;
  const wanted = identifier.toLowerCase();
  const app = tenant.applications.find(
    (candidate) =>
      candidate.appId.toLowerCase() === wanted ||
      candidate.identifierUris.some((uri) => uri.toLowerCase() === wanted),
  );
  if (app !== undefined && app.servicePrincipal !== null) return app.appId;
  const { unknownApps, loginApi, checkApi } = tenant.practice;
  const stand = flow === "login-window" ? (loginApi ?? checkApi) : (checkApi ?? loginApi);
  if (app === undefined && unknownApps === "adopt" && wanted.startsWith("api://") && stand !== null)
    return stand;
  return refuse(500011, { resource: identifier, tenantName: tenant.displayName });
}

/** The first permission that a registered resource does not have; Graph and adopted resources take any name. */
function unknownPermission(
  identifier: string,
  resourceAppId: string,
  names: readonly string[],
  tenant: Tenant,
): string | null {
  if (resourceAppId === MICROSOFT_GRAPH || microsoftResource(identifier) !== null) return null;
  const app = findApplication(resourceAppId, tenant);
  const wanted = identifier.toLowerCase();
  const registered =
    app !== null &&
    (app.appId.toLowerCase() === wanted || app.identifierUris.some((uri) => uri.toLowerCase() === wanted));
  if (!registered) return null;
  const known = new Set(app.api.oauth2PermissionScopes.map((scope) => scope.value.toLowerCase()));
  return names.find((name) => name !== ".default" && !known.has(name.toLowerCase())) ?? null;
}
