import { type EntraFailure, refuse } from "../errors/failure.ts";
import type { Practice } from "../server/practice.ts";
import type { TenantUser } from "../tenant/user.ts";

/**
 * User, realm, lock-out, password, in Entra's order. Positions that Microsoft does not document are marked.
 *
 * @returns the user whose password is right, or the code that Entra answers
 */
export function checkFirstFactor(
  practice: Practice,
  username: string,
  password: string,
): TenantUser | EntraFailure {
  const tenant = practice.tenant();
  const user = findUser(practice, username);
  if (user === null) return refuse(50034, { tenant: tenant.displayName });
  if (tenant.network.malicious) return refuse(50053); // Documented: returned whatever the password.
  if (user.lockedOut) return refuse(50053);
  if (user.password === null) return refuse(50056);
  if (!user.accountEnabled) return refuse(50057); // Uncertain whether before or after the password.
  if (password !== user.password) return refuse(50126);
  if (user.passwordState === "expired") return refuse(50055); // After the password: inferred.
  if (user.passwordState === "expired-on-premises") return refuse(50144);
  return user;
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
