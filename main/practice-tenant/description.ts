import { findApplication } from "./sign-in/find-client.ts";
import { PRACTICE_REGISTRATION_CODE } from "./sign-in/registration.ts";
import type { Tenant } from "./tenant/schema.ts";
import type { TenantUser } from "./tenant/user.ts";

/** What keeps an account from signing in, whatever the policies say. */
export type AccountHindrance = "disabled" | "locked-out" | "password-expired";

/** One account that a person can use in the practice tenant. */
export type PracticeAccount = {
  readonly username: string;
  readonly displayName: string;
  /** Empty where the directory holds none. */
  readonly password: string;
  readonly mfa: { readonly method: string; readonly code: string } | null;
  readonly note: string;
  readonly hindrances: readonly AccountHindrance[];
};

/** What a client has to know to use a running practice tenant: the line that `practice-tenant` prints, but for `profile`. */
export type PracticeDescription = {
  readonly authority: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly apiClientId: string | null;
  readonly apiScope: string | null;
  readonly discovery: { readonly v1: string; readonly v2: string };
  /** Base address of the Microsoft Graph part; `/v1.0/…` and `/beta/…` follow. */
  readonly graph: string;
  /** The first is an ordinary member of staff. */
  readonly accounts: readonly PracticeAccount[];
};

/**
 * Describes a tenant that runs at `origin`.
 *
 * @param isLockedOut whether smart lockout refuses this account now
 */
export function describePractice(
  tenant: Tenant,
  origin: string,
  isLockedOut: (user: TenantUser) => boolean,
): PracticeDescription {
  const authority = `${origin}/${tenant.id}`;
  const api = findApplication(tenant.practice.loginApi ?? tenant.practice.checkApi, tenant);
  const scope = api?.api.oauth2PermissionScopes[0]?.value;
  return {
    authority,
    tenantId: tenant.id,
    clientId: tenant.profile.clientId ?? tenant.practice.loginClient,
    apiClientId: api?.appId ?? null,
    apiScope:
      api === null || scope === undefined
        ? null
        : `${api.identifierUris[0] ?? `api://${api.appId}`}/${scope}`,
    discovery: {
      v1: `${authority}/.well-known/openid-configuration`,
      v2: `${authority}/v2.0/.well-known/openid-configuration`,
    },
    graph: origin,
    accounts: tenant.users.map((user) => ({
      username: user.userPrincipalName,
      displayName: user.displayName,
      password: user.password ?? "",
      mfa: secondFactorOf(user, tenant),
      note: user.note,
      hindrances: hindrancesOf(user, isLockedOut(user)),
    })),
  };
}

function hindrancesOf(user: TenantUser, isLockedOut: boolean): readonly AccountHindrance[] {
  const found: AccountHindrance[] = [];
  if (!user.accountEnabled) found.push("disabled");
  if (isLockedOut) found.push("locked-out");
  if (user.passwordState !== "current") found.push("password-expired");
  return found;
}

/** Somebody without a method who is asked for one registers it on the page, with this code. */
function secondFactorOf(user: TenantUser, tenant: Tenant): PracticeAccount["mfa"] {
  const [method] = user.mfaMethods;
  if (method !== undefined) return method;
  const asked =
    tenant.securityDefaults ||
    user.perUserMfa !== "disabled" ||
    tenant.conditionalAccessPolicies.some((policy) => policy.state === "enabled");
  return asked ? { method: "registration", code: PRACTICE_REGISTRATION_CODE } : null;
}
