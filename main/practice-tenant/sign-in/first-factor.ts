import { type EntraFailure, refuse } from "../errors/failure.ts";
import type { Practice } from "../server/practice.ts";
import type { Tenant } from "../tenant/schema.ts";
import type { TenantUser } from "../tenant/user.ts";
import type { Client } from "./find-client.ts";
import type { Flow } from "./target.ts";

/** A first factor as it was sent; nothing of it is kept. */
export type FirstFactor = {
  readonly username: string;
  readonly password: string;
  readonly flow: Flow;
  readonly client: Client;
};

/**
 * User and realm, lock-out, password, in Entra's order. Positions that Microsoft does not document are marked.
 *
 * @returns the user whose password is right, or the code that Entra answers
 */
export function checkFirstFactor(practice: Practice, sent: FirstFactor): TenantUser | EntraFailure {
  const tenant = practice.tenant();
  const now = practice.now();
  const { lockout } = practice.memory;
  const user = findUser(practice, sent.username);
  if (user === null) return refuse(50034, { tenant: tenant.displayName });
  const realm = checkRealm(user, sent, tenant);
  if (realm !== null) return realm;
  // Documented: an address that Entra holds for malicious gets this answer whatever the password.
  if (tenant.network.malicious || lockout.isLocked(user, now)) return refuse(50053);
  // Uncertain: a disabled account is refused before its password is looked at. An exported log entry of 50057 shows
  // the password step as not succeeded, so the code says nothing about the password.
  if (!user.accountEnabled) return refuse(50057);
  if (user.password === null) return refuse(50056);
  if (sent.password !== user.password) {
    lockout.failed(user, sent.password, now, tenant.smartLockout);
    return refuse(50126);
  }
  lockout.succeeded(user);
  // Inferred: only the right password is told that it has expired.
  if (user.passwordState === "expired") return refuse(50055);
  if (user.passwordState === "expired-on-premises") return refuse(50144);
  return user;
}

/**
 * Who checks the password. In the login window people of a federated domain are sent to their own sign-in server,
 * which the practice page stands for. ROPG has nobody to send: it needs a synchronised hash and a home realm
 * discovery policy that allows the cloud to use it.
 */
function checkRealm(user: TenantUser, sent: FirstFactor, tenant: Tenant): EntraFailure | null {
  if (sent.flow === "login-window") return null;
  // Guests have no password in this tenant (inferred: they do not work in practice; 50034 or 50020 is uncertain).
  if (user.userType === "Guest") return refuse(50034, { tenant: tenant.displayName });
  if (user.authentication !== "federated") return null;
  if (!user.passwordHashSync) return refuse(50056); // 50126 has been seen too.
  return allowsCloudPassword(sent.client, tenant) ? null : refuse(50126);
}

/** Whether a home realm discovery policy of the client, or of the whole tenant, has `AllowCloudPasswordValidation`. */
function allowsCloudPassword(client: Client, tenant: Tenant): boolean {
  const assigned = new Set(client.app.servicePrincipal?.homeRealmDiscoveryPolicyIds ?? []);
  return tenant.homeRealmDiscoveryPolicies
    .filter((policy) => policy.isOrganizationDefault || assigned.has(policy.id))
    .some((policy) =>
      policy.definition.some((text) => /"AllowCloudPasswordValidation"\s*:\s*true/i.test(text)),
    );
}

/** Names are compared without case, as Entra does. */
export function findUser(practice: Practice, username: string): TenantUser | null {
  const wanted = username.trim().toLowerCase();
  return practice.tenant().users.find((user) => user.userPrincipalName.toLowerCase() === wanted) ?? null;
}

/** The user with this object id, or null. */
export function userById(practice: Practice, id: string | null): TenantUser | null {
  return practice.tenant().users.find((user) => user.id === id) ?? null;
}
