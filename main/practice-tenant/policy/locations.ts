import { inRange } from "../../core/conditional-access/sign-in/ip-range.ts";
import type { NamedLocation } from "../tenant/directory-objects.ts";
import type { Tenant } from "../tenant/schema.ts";

/** Where a sign-in comes from: the named locations it is in, and whether one of them is trusted. */
export type Whereabouts = { readonly locations: ReadonlySet<string>; readonly trustedLocation: boolean };

/** Looks the tenant's network up in its named locations (Graph's `ipNamedLocation` and `countryNamedLocation`). */
export function whereaboutsOf(tenant: Tenant): Whereabouts {
  const inside = tenant.namedLocations.filter((location) => contains(location, tenant.network));
  return {
    locations: new Set(inside.map((location) => location.id.toLowerCase())),
    trustedLocation: inside.some((location) => location["isTrusted"] === true),
  };
}

function contains(location: NamedLocation, network: Tenant["network"]): boolean {
  if (location["@odata.type"] === "#microsoft.graph.ipNamedLocation") {
    return listOf(location["ipRanges"]).some((range) => inRange(network.ipAddress, cidrOf(range)));
  }
  const countries = listOf(location["countriesAndRegions"]).map((code) => String(code).toLowerCase());
  return countries.includes(network.country.toLowerCase());
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function cidrOf(range: unknown): string {
  const cidr =
    typeof range === "object" && range !== null && "cidrAddress" in range ? range.cidrAddress : null;
  return typeof cidr === "string" ? cidr : "";
}
