import { type EntraFailure, refuse } from "../errors/failure.ts";
import type { TenantUser } from "../tenant/user.ts";
import type { Client } from "./find-client.ts";
import type { Target } from "./target.ts";

/**
 * Assignment and consent, the last checks before the token (position inferred). 50105: the app wants its users
 * assigned and this one is not. 65001: nobody consented to what is asked.
 */
export function checkConsent(client: Client, target: Target, user: TenantUser): EntraFailure | null {
  const values = { app: client.clientId, appName: client.app.displayName };
  const assigned = user.appRoles.some((role) => role.appId === client.app.appId);
  if (client.app.servicePrincipal?.appRoleAssignmentRequired === true && !assigned)
    return refuse(50105, values);
  return missingConsent(client, target, user).length > 0 ? refuse(65001, values) : null;
}

/** The permissions asked for that nobody granted. `offline_access` comes with any consent. */
export function missingConsent(client: Client, target: Target, user: TenantUser): readonly string[] {
  const grants = client.app.grants.filter(
    (grant) =>
      grant.resourceAppId === target.resourceAppId &&
      (grant.consentType === "AllPrincipals" || grant.principalId === user.id),
  );
  if (grants.length === 0) return target.permissions.length > 0 ? target.permissions : target.oidcScopes;
  // An adopted resource brings scope names of its own; consent to the API app it stands for covers them.
  const granted = new Set(
    grants.flatMap((grant) => grant.scope.split(/\s+/)).map((scope) => scope.toLowerCase()),
  );
  if (client.adopted || !target.resourceNamed) return [];
  return target.permissions.filter(
    (permission) => permission !== ".default" && !granted.has(permission.toLowerCase()),
  );
}
