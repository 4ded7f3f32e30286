import type { CallInput } from "../../../preload/contract.ts";
import {
  consentedGrants,
  isConsentGiven,
  type Tenant,
  type TenantChange,
  type TenantUser,
} from "../../practice-tenant/index.ts";
import { addressOf } from "./places.ts";
import { loginClient } from "./switches.ts";

type Change = CallInput<"practice.change">;
type AccountChange = NonNullable<Change["accounts"]>[string];

/** The second factor that an account gets where its scenario has none for it. */
const codeFromAnApp: TenantUser["mfaMethods"] = [{ method: "oneTimeCode", code: "123456" }];

/**
 * A change from the screens in the words of the tenant. Whatever is switched back becomes what the scenario had.
 *
 * @param tenant as it is now
 * @param scenario the tenant as its scenario has it
 */
export function tenantChange(change: Change, tenant: Tenant, scenario: Tenant): TenantChange {
  const { policyStates, securityDefaults, deviceShownBy, outage } = change;
  return {
    ...given("policyStates", policyStates),
    ...given("baselineScopes", baselineScopesOf(change, scenario)),
    ...given("securityDefaults", securityDefaults),
    ...given("deviceShownBy", deviceShownBy),
    ...given("outage", outage),
    ...given("signInRiskLevel", change.signInRisk),
    ...(change.device === undefined ? {} : { device: deviceOf(change.device, scenario) }),
    network: networkOf(change, tenant, scenario),
    users: usersOf(change.accounts ?? {}, tenant, scenario),
    applications: applicationsOf(change, tenant, scenario),
  };
}

/** The placeholder app is the scenario's, if it has one. */
function baselineScopesOf(
  { baselineScopes }: Change,
  scenario: Tenant,
): Tenant["baselineScopes"] | undefined {
  return baselineScopes === "placeholder" ? scenario.baselineScopes : baselineScopes;
}

function deviceOf(device: NonNullable<Change["device"]>, scenario: Tenant): Tenant["device"] {
  if (device === "unknown") return null;
  // Platform SSO joins a Mac to Entra.
  return { trustType: scenario.device?.trustType ?? "AzureAD", isCompliant: device === "compliant" };
}

function networkOf(change: Change, { network }: Tenant, scenario: Tenant): Tenant["network"] {
  const address = change.place === undefined ? null : addressOf(change.place, scenario);
  return {
    ipAddress: address ?? network.ipAddress,
    country: change.country?.toUpperCase() ?? network.country,
    malicious: change.maliciousAddress ?? network.malicious,
  };
}

function usersOf(
  accounts: NonNullable<Change["accounts"]>,
  tenant: Tenant,
  scenario: Tenant,
): NonNullable<TenantChange["users"]> {
  const changed = tenant.users.flatMap((user) => {
    const name = user.userPrincipalName;
    const account = Object.hasOwn(accounts, name) ? accounts[name] : undefined;
    const original = scenario.users.find(({ id }) => id === user.id) ?? user;
    return account === undefined ? [] : [[name, userOf(account, original)] as const];
  });
  return Object.fromEntries(changed);
}

function userOf(account: AccountChange, original: TenantUser): Partial<TenantUser> {
  const { isEnabled, isPasswordExpired, isLockedOut, hasSecondFactor, perUserMfa, risk } = account;
  return {
    ...given("accountEnabled", isEnabled),
    ...given("lockedOut", isLockedOut),
    ...given("riskLevel", risk),
    ...(isPasswordExpired === undefined ? {} : { passwordState: passwordState(isPasswordExpired, original) }),
    ...(hasSecondFactor === undefined ? {} : { mfaMethods: methods(hasSecondFactor, original) }),
    ...(perUserMfa === undefined ? {} : { perUserMfa: perUserMfaState(perUserMfa, original) }),
  };
}

/** Who checks the password says that it has expired: Active Directory behind pass-through authentication, else Entra. */
function passwordState(isExpired: boolean, { authentication }: TenantUser): TenantUser["passwordState"] {
  if (!isExpired) return "current";
  return authentication === "pass-through" ? "expired-on-premises" : "expired";
}

function methods(has: boolean, { mfaMethods }: TenantUser): TenantUser["mfaMethods"] {
  if (!has) return [];
  return mfaMethods.length > 0 ? mfaMethods : codeFromAnApp;
}

function perUserMfaState(isOn: boolean, { perUserMfa }: TenantUser): TenantUser["perUserMfa"] {
  if (!isOn) return "disabled";
  return perUserMfa === "disabled" ? "enforced" : perUserMfa;
}

function applicationsOf(
  { publicClientFlows, consent }: Change,
  tenant: Tenant,
  scenario: Tenant,
): NonNullable<TenantChange["applications"]> {
  const client = loginClient(tenant);
  if (client === null) return {};
  return {
    [client.appId]: {
      ...given("isFallbackPublicClient", publicClientFlows),
      ...(consent === undefined ? {} : { grants: grantsOf(consent, scenario) }),
    },
  };
}

function grantsOf(isGiven: boolean, scenario: Tenant): ReturnType<typeof consentedGrants> {
  if (isGiven) return consentedGrants(scenario);
  // A scenario that is about missing consent has what it needs of it already.
  return isConsentGiven(scenario) === false ? (loginClient(scenario)?.grants ?? []) : [];
}

/** A member under another name, or nothing: an absent switch must not become an undefined member of the tenant. */
function given<K extends string, V>(name: K, value: V | undefined): { readonly [key in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [key in K]?: V });
}
