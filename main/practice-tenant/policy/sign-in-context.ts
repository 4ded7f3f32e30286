import type { DeviceFacts, KnownApplication, SignInContext } from "../../core/conditional-access/index.ts";
import type { TenantApplication } from "../tenant/application.ts";
import type { Tenant } from "../tenant/schema.ts";
import type { TenantUser } from "../tenant/user.ts";
import { whereaboutsOf } from "./locations.ts";

/**
 * Everything the evaluator asks about a sign-in. A practice tenant knows all of it, so nothing is left to `depends`
 * but what depends in real tenants too.
 */
export function signInContextOf(
  user: TenantUser,
  tenant: Tenant,
  mfaOutsidePolicies: NonNullable<SignInContext["mfaOutsidePolicies"]>,
): SignInContext {
  return {
    user: new Set([user.id.toLowerCase(), user.userPrincipalName.toLowerCase()]),
    userKinds: [user.userType === "Guest" ? "b2bcollaborationguest" : "member"],
    homeTenant: user.userType === "Guest" ? "external" : tenant.id.toLowerCase(),
    groups: new Set(user.groups.map((id) => id.toLowerCase())),
    roles: new Set(user.roles.map((id) => id.toLowerCase())),
    userRisk: user.riskLevel,
    insiderRisk: "none",
    federated: user.authentication === "federated",
    mfaOutsidePolicies,
    ...signInContextOfAnyone(tenant),
  };
}

/**
 * MFA from outside Conditional Access, as far as it can be predicted: security defaults ask when Entra finds it
 * necessary, and a practice tenant always does.
 */
export function outsideMfaOf(
  user: TenantUser,
  tenant: Tenant,
): NonNullable<SignInContext["mfaOutsidePolicies"]> {
  if (user.perUserMfa !== "disabled") return true;
  return tenant.securityDefaults ? "when-necessary" : false;
}

/** What holds for whoever signs in: the place, the Mac, the risk of the sign-in and the applications. */
export function signInContextOfAnyone(tenant: Tenant): SignInContext {
  return {
    ipAddress: tenant.network.ipAddress,
    country: tenant.network.country.toLowerCase(),
    ...whereaboutsOf(tenant),
    device: deviceOf(tenant.device),
    signInRisk: tenant.signInRiskLevel,
    applications: tenant.applications.map(applicationOf),
  };
}

function deviceOf(device: Tenant["device"]): DeviceFacts | null {
  if (device === null) return null;
  return new Map<string, boolean | string | null>([
    ["iscompliant", device.isCompliant],
    ["trusttype", device.trustType],
    ["operatingsystem", "macOS"],
  ]);
}

function applicationOf(app: TenantApplication): KnownApplication {
  const sets = Object.entries(app.servicePrincipal?.customSecurityAttributes ?? {});
  const attributes = sets.flatMap(([set, values]) =>
    Object.entries(values).map(([name, value]) => [`${set}_${name}`.toLowerCase(), value] as const),
  );
  return {
    appId: app.appId.toLowerCase(),
    displayName: app.displayName,
    identifierUris: app.identifierUris.map((uri) => uri.toLowerCase()),
    attributes: new Map(attributes),
  };
}
