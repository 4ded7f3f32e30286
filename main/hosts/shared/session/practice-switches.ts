import type { CallInput, PracticeSwitches } from "../../../../preload/contract.ts";
import type { Tenant, TenantChange } from "../../../practice-tenant/index.ts";

/** The switches of a practice tenant as the screens show them. */
export function switchesOf(tenant: Tenant): PracticeSwitches {
  const { baselineScopes, securityDefaults, conditionalAccessPolicies, users } = tenant;
  const isNamed = baselineScopes === "enforced" || baselineScopes === "legacy";
  return {
    securityDefaults,
    baselineScopes: isNamed ? baselineScopes : "placeholder",
    policies: conditionalAccessPolicies.map(({ id, displayName, state }) => ({ id, displayName, state })),
    perUserMfa: users.map(({ userPrincipalName, perUserMfa }) => ({
      username: userPrincipalName,
      isOn: perUserMfa !== "disabled",
    })),
  };
}

/** A change from the screens in the words of the tenant. */
export function tenantChange({ perUserMfa = {}, ...change }: CallInput<"practice.change">): TenantChange {
  const users = Object.entries(perUserMfa).map(
    ([username, isOn]) => [username, { perUserMfa: isOn ? "enforced" : "disabled" }] as const,
  );
  return { ...change, users: Object.fromEntries(users) };
}
