import { isFailure } from "../errors/failure.ts";
import type { TenantApplication } from "../tenant/application.ts";
import type { Tenant } from "../tenant/schema.ts";
import { missingConsent } from "./consent.ts";
import { type Client, findClient } from "./find-client.ts";
import { type Target, targetOfScope } from "./target.ts";

type Grants = TenantApplication["grants"];
type Asked = { readonly client: Client; readonly targets: readonly Target[] };

/**
 * Whether the first account may use everything that the tenant's own profile asks for.
 *
 * @returns null where that cannot be asked: the client or an API app of the profile is not in the tenant
 */
export function isConsentGiven(tenant: Tenant): boolean | null {
  const asked = askedByProfile(tenant);
  const [user] = tenant.users;
  if (asked === null || user === undefined) return null;
  return asked.targets.every((target) => missingConsent(asked.client, target, user).length === 0);
}

/** The grants of the login client, completed for the whole tenant by what the tenant's own profile asks for. */
export function consentedGrants(tenant: Tenant): Grants {
  const asked = askedByProfile(tenant);
  const [user] = tenant.users;
  if (asked === null || user === undefined) return [];
  const grants = [...asked.client.app.grants];
  for (const target of asked.targets) {
    const client = { ...asked.client, app: { ...asked.client.app, grants } };
    const missing = missingConsent(client, target, user);
    if (missing.length > 0)
      grants.push({
        resourceAppId: target.resourceAppId,
        scope: missing.join(" "),
        consentType: "AllPrincipals",
      });
  }
  return grants;
}

/** What the login and the password check of the profile ask for, or null where the tenant refuses one of them. */
function askedByProfile(tenant: Tenant): Asked | null {
  const { profile, practice } = tenant;
  const client = findClient(profile.clientId ?? practice.loginClient, tenant);
  if (isFailure(client)) return null;
  const name = client.app.displayName;
  const login = targetOfScope(profile.loginScopes.join(" "), "login-window", tenant, name);
  const check = targetOfScope(profile.checkScopes.join(" "), "password-check", tenant, name);
  return isFailure(login) || isFailure(check) ? null : { client, targets: [login, check] };
}
