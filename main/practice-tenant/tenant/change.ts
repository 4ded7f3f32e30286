import type { Result } from "../../core/problem.ts";
import type { TenantApplication } from "./application.ts";
import type { TenantPolicy } from "./directory-objects.ts";
import { readTenant } from "./read-tenant.ts";
import type { Tenant } from "./schema.ts";
import type { TenantUser } from "./user.ts";

/** The switches that can be changed while a tenant runs. Everything not named stays as it is. */
export type TenantChange = Partial<
  Pick<
    Tenant,
    | "securityDefaults"
    | "baselineScopes"
    | "network"
    | "device"
    | "deviceShownBy"
    | "signInRiskLevel"
    | "outage"
    | "deviceCode"
    | "passwordCheckRows"
    | "staySignedInPrompt"
    | "wrapV1Errors"
    | "unsignedV1IdTokens"
    | "smartLockout"
    | "platform"
    | "graph"
  >
> & {
  /** New states of policies, by policy id. */
  readonly policyStates?: Readonly<Record<string, TenantPolicy["state"]>>;
  /** New values of a user's members, by user principal name. */
  readonly users?: Readonly<Record<string, Partial<Omit<TenantUser, "id" | "userPrincipalName">>>>;
  /** What of an app registration can change, by app id. */
  readonly applications?: Readonly<
    Record<string, Partial<Pick<TenantApplication, "isFallbackPublicClient" | "grants">>>
  >;
};

/** Applies a change; the result is checked like a tenant file, so a change cannot make a tenant that no file could hold. */
export function changeTenant(tenant: Tenant, change: TenantChange): Result<Tenant> {
  const { policyStates = {}, users = {}, applications = {}, ...switches } = change;
  return readTenant({
    ...tenant,
    ...switches,
    conditionalAccessPolicies: tenant.conditionalAccessPolicies.map((policy) => ({
      ...policy,
      state: policyStates[policy.id] ?? policy.state,
    })),
    users: tenant.users.map((user) => ({ ...user, ...users[user.userPrincipalName] })),
    applications: tenant.applications.map((app) => ({ ...app, ...applications[app.appId] })),
  });
}
