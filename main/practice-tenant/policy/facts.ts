import type {
  DeviceFacts,
  KnownApplication,
  NamedLocation,
  SignInFacts,
} from "../../core/conditional-access/index.ts";
import type { TenantApplication } from "../tenant/application.ts";
import type { NamedLocation as GraphNamedLocation } from "../tenant/directory-objects.ts";
import type { Tenant } from "../tenant/schema.ts";
import type { TenantUser } from "../tenant/user.ts";

/**
 * Everything the evaluator asks about a sign-in. A practice tenant knows all of it, so nothing is left to `depends`
 * but what depends in real tenants too.
 */
export function factsOf(user: TenantUser, tenant: Tenant, mfaOutsidePolicies: boolean): SignInFacts {
  return {
    user: new Set([user.id.toLowerCase(), user.userPrincipalName.toLowerCase()]),
    userKinds: [user.userType === "Guest" ? "b2bcollaborationguest" : "member"],
    homeTenant: user.userType === "Guest" ? "external" : tenant.id.toLowerCase(),
    groups: new Set(user.groups.map((id) => id.toLowerCase())),
    roles: new Set(user.roles.map((id) => id.toLowerCase())),
    ipAddress: tenant.network.ipAddress,
    country: tenant.network.country.toLowerCase(),
    locationDefinitions: tenant.namedLocations.map(locationOf),
    device: deviceOf(tenant.device),
    signInRisk: tenant.signInRiskLevel,
    userRisk: user.riskLevel,
    insiderRisk: "none",
    applications: tenant.applications.map(applicationOf),
    mfaOutsidePolicies,
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

/** Graph's two kinds of named locations as the evaluator reads them. */
function locationOf(location: GraphNamedLocation): NamedLocation {
  const ip = location["@odata.type"] === "#microsoft.graph.ipNamedLocation";
  return {
    id: location.id.toLowerCase(),
    displayName: location.displayName,
    kind: ip ? "ip" : "country",
    trusted: location["isTrusted"] === true,
    ranges: listOf(location["ipRanges"]).flatMap((range) => cidrOf(range)),
    countries: listOf(location["countriesAndRegions"]).map((code) => String(code).toLowerCase()),
    includeUnknownCountries: location["includeUnknownCountriesAndRegions"] === true,
    byGps: location["countryLookupMethod"] === "authenticatorAppGps",
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function cidrOf(range: unknown): readonly string[] {
  const cidr =
    typeof range === "object" && range !== null && "cidrAddress" in range ? range.cidrAddress : null;
  return typeof cidr === "string" ? [cidr] : [];
}
