import { inRange } from "../../core/conditional-access/sign-in/ip-range.ts";
import type { Tenant } from "../../practice-tenant/index.ts";

/** A named location of the tenant that an address can be in, with such an address. */
export type Place = {
  readonly id: string;
  readonly displayName: string;
  readonly isTrusted: boolean;
  readonly ranges: readonly string[];
  readonly address: string;
};

export const ELSEWHERE = "elsewhere";

/** One of the ranges kept for documentation each (RFC 5737), so that an invented address is nobody's. */
const addressesOfNobody = ["203.0.113.10", "198.51.100.10", "192.0.2.10"];

/** The named locations of a tenant that are told by address. */
export function placesOf({ namedLocations }: Tenant): readonly Place[] {
  return namedLocations.flatMap((location) => {
    const ranges = rangesOf(location["ipRanges"]);
    const [first] = ranges;
    if (location["@odata.type"] !== "#microsoft.graph.ipNamedLocation" || first === undefined) return [];
    const { id, displayName } = location;
    const isTrusted = location["isTrusted"] === true;
    return [{ id, displayName, isTrusted, ranges, address: addressIn(first) }];
  });
}

/** The place that the tenant's sign-ins come from, `elsewhere` if it is none of them. */
export function placeOf(tenant: Tenant): string {
  const { ipAddress } = tenant.network;
  return placesOf(tenant).find((place) => isIn(place, ipAddress))?.id ?? ELSEWHERE;
}

/**
 * An address in a place, or outside of all: the scenario's own where it fits.
 *
 * @returns null where there is no such place, and where no address that we know is outside
 */
export function addressOf(place: string, scenario: Tenant): string | null {
  const places = placesOf(scenario);
  const own = scenario.network.ipAddress;
  const fits = (address: string) =>
    place === ELSEWHERE
      ? !places.some((each) => isIn(each, address))
      : places.some((each) => each.id === place && isIn(each, address));
  const inside = places.filter(({ id }) => id === place).map(({ address }) => address);
  return [own, ...inside, ...addressesOfNobody].find(fits) ?? null;
}

/** Whether a policy of the tenant, on or off, looks at a named location that is told by country. */
export function looksAtCountries({ namedLocations, conditionalAccessPolicies }: Tenant): boolean {
  const policies = JSON.stringify(conditionalAccessPolicies).toLowerCase();
  return namedLocations
    .filter((location) => location["@odata.type"] === "#microsoft.graph.countryNamedLocation")
    .some(({ id }) => policies.includes(id.toLowerCase()));
}

function isIn({ ranges }: Place, address: string): boolean {
  return ranges.some((range) => inRange(address, range));
}

/** The tenth address of a range of IPv4, where it is that long: the first is the network itself, and looks like it. */
function addressIn(range: string): string {
  const [base = ""] = range.split("/");
  const tenth = base.replace(/\.0$/, ".10");
  return inRange(tenth, range) ? tenth : base;
}

function rangesOf(ranges: unknown): readonly string[] {
  if (!Array.isArray(ranges)) return [];
  return ranges.flatMap((range: unknown) => {
    const hasAddress = typeof range === "object" && range !== null && "cidrAddress" in range;
    return hasAddress && typeof range.cidrAddress === "string" ? [range.cidrAddress] : [];
  });
}
