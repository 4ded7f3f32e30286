import { type EntraFailure, refuse } from "../errors/failure.ts";
import type { Tenant } from "../tenant/schema.ts";
import type { TenantUser } from "../tenant/user.ts";
import { type Client, findApplication } from "./find-client.ts";
import type { Target } from "./target.ts";
import { MICROSOFT_GRAPH } from "./well-known.ts";

/** Roles that may consent for the whole tenant, by template id: Global, Cloud Application, Application Administrator. */
const CONSENTING_ROLES: ReadonlySet<string> = new Set([
  "62e90394-69f5-4237-9190-012177145e10",
  "158c047a-c907-4556-b7ef-446551a6b5f7",
  "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
]);

/** Graph permissions that every user may consent to alone. */
const USER_CONSENT: ReadonlySet<string> = new Set([
  "openid",
  "profile",
  "email",
  "offline_access",
  "user.read",
]);

/** 50105 where the app wants its users assigned and this one is not. Before consent: inferred. */
export function checkAssignment(client: Client, user: TenantUser): EntraFailure | null {
  const assigned = user.appRoles.some((role) => role.appId === client.app.appId);
  const required = client.app.servicePrincipal?.appRoleAssignmentRequired === true;
  return required && !assigned ? refuse(50105, namesOf(client)) : null;
}

/** Assignment and consent where nobody can be asked: the last checks before the token (position inferred). */
export function checkConsent(client: Client, target: Target, user: TenantUser): EntraFailure | null {
  const unassigned = checkAssignment(client, user);
  if (unassigned !== null) return unassigned;
  return missingConsent(client, target, user).length > 0 ? refuse(65001, namesOf(client)) : null;
}

/** The permissions asked for that nobody granted. `offline_access` comes with any consent. */
export function missingConsent(client: Client, target: Target, user: TenantUser): readonly string[] {
  const grants = client.app.grants.filter(
    (grant) =>
      grant.resourceAppId === target.resourceAppId &&
      (grant.consentType === "AllPrincipals" ||
        (grant.consentType === "Principal" && grant.principalId === user.id)),
  );
  const asked = target.permissions.length > 0 ? target.permissions : target.oidcScopes;
  if (grants.length === 0) return target.resourceNamed ? asked : [];
  // An adopted client brings scopes of its own; what its stand-in was granted covers them.
  if (client.adopted) return [];
  const granted = new Set(
    grants.flatMap((grant) => grant.scope.split(/\s+/)).map((scope) => scope.toLowerCase()),
  );
  const free = new Set([".default", "offline_access"]);
  return asked.filter((name) => !free.has(name) && !granted.has(name.toLowerCase()));
}

/** Whether this user may not consent to these permissions: the page then says "Need admin approval" (90094). */
export function needsAdmin(
  missing: readonly string[],
  target: Target,
  user: TenantUser,
  tenant: Tenant,
): boolean {
  if (user.roles.some((role) => CONSENTING_ROLES.has(role))) return false;
  if (target.resourceAppId === MICROSOFT_GRAPH)
    return missing.some((name) => !USER_CONSENT.has(name.toLowerCase()));
  const scopes = findApplication(target.resourceAppId, tenant)?.api.oauth2PermissionScopes ?? [];
  return missing.some((name) => scopes.find((scope) => scope.value === name)?.type !== "User");
}

function namesOf(client: Client): Readonly<Record<string, string>> {
  return { app: client.clientId, appName: client.app.displayName };
}
