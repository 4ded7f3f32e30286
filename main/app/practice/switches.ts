import type { AccountSwitches, PracticeSwitches } from "../../../preload/contract.ts";
import { isConsentGiven, type Tenant, type TenantUser } from "../../practice-tenant/index.ts";
import { looksAtCountries, placeOf, placesOf } from "./places.ts";

/**
 * The switches of a practice tenant as the screens show them.
 *
 * @param isLockedOut whether smart lockout refuses this account now
 */
export function switchesOf(tenant: Tenant, isLockedOut: (user: TenantUser) => boolean): PracticeSwitches {
  const { baselineScopes, network, device } = tenant;
  const isNamed = baselineScopes === "enforced" || baselineScopes === "legacy";
  const places = placesOf(tenant);
  return {
    policies: tenant.conditionalAccessPolicies.map(({ id, displayName, state }) => ({
      id,
      displayName,
      state,
    })),
    baselineScopes: isNamed ? baselineScopes : "placeholder",
    securityDefaults: tenant.securityDefaults,
    device: device === null ? "unknown" : device.isCompliant ? "compliant" : "registered",
    deviceShownBy: tenant.deviceShownBy,
    place:
      places.length === 0
        ? null
        : {
            at: placeOf(tenant),
            options: places.map(({ id, displayName, isTrusted }) => ({ id, displayName, isTrusted })),
          },
    country: looksAtCountries(tenant) ? network.country.toUpperCase() : null,
    maliciousAddress: network.malicious,
    signInRisk: tenant.signInRiskLevel,
    accounts: tenant.users.map((user) => accountSwitches(user, isLockedOut(user))),
    publicClientFlows: loginClient(tenant)?.isFallbackPublicClient ?? false,
    consent: isConsentGiven(tenant),
    outage: tenant.outage,
  };
}

/** The registration that plays the login client. */
export function loginClient(tenant: Tenant): Tenant["applications"][number] | null {
  return tenant.applications.find(({ appId }) => appId === tenant.practice.loginClient) ?? null;
}

function accountSwitches(user: TenantUser, isLockedOut: boolean): AccountSwitches {
  return {
    username: user.userPrincipalName,
    displayName: user.displayName,
    isEnabled: user.accountEnabled,
    isPasswordExpired: user.passwordState !== "current",
    isLockedOut,
    hasSecondFactor: user.mfaMethods.length > 0,
    perUserMfa: user.perUserMfa !== "disabled",
    risk: user.riskLevel,
  };
}
