import { describe, expect, test } from "vitest";
import {
  addressOf,
  ELSEWHERE,
  looksAtCountries,
  placeOf,
  placesOf,
} from "../../../../main/app/practice/places.ts";
import { loadScenario, type Tenant } from "../../../../main/practice-tenant/index.ts";

function tenantOf(scenario: string): Tenant {
  const loaded = loadScenario(scenario);
  if (!loaded.ok) throw new Error(loaded.problem.title);
  return loaded.value.tenant;
}

/** A tenant whose one named location has these ranges, seen from this address. */
function tenantWith(ranges: readonly string[], ipAddress = "203.0.113.10"): Tenant {
  const tenant = tenantOf("blocked-location");
  return {
    ...tenant,
    network: { ...tenant.network, ipAddress },
    namedLocations: tenant.namedLocations.map((location) => ({
      ...location,
      ipRanges: ranges.map((cidrAddress) => ({ cidrAddress })),
    })),
  };
}

const office = "1a7c4e00-0000-4000-8000-0000000000e9";

describe("places of a tenant", () => {
  test("named locations by address are places, those by country are none", () => {
    expect(placesOf(tenantOf("blocked-location"))).toMatchObject([
      { id: office, displayName: "Head office", isTrusted: true },
    ]);
    expect(placesOf(tenantOf("blocked-country"))).toEqual([]);
    expect(placesOf(tenantOf("no-mfa"))).toEqual([]);
    expect(placesOf(tenantWith([]))).toEqual([]);
  });

  test.each([
    ["198.51.100.0/24", "198.51.100.10"],
    ["198.51.100.0/30", "198.51.100.0"],
    ["198.51.100.77/32", "198.51.100.77"],
    ["2001:db8::/32", "2001:db8::"],
  ])("an address in %s is %s, which is there", (range, address) => {
    const tenant = tenantWith([range]);
    expect(addressOf(office, tenant)).toBe(address);
    expect(placeOf(tenantWith([range], address))).toBe(office);
  });

  test("elsewhere is the scenario's own address, or one that is outside of all", () => {
    expect(addressOf(ELSEWHERE, tenantWith(["198.51.100.0/24"], "192.0.2.99"))).toBe("192.0.2.99");
    expect(addressOf(ELSEWHERE, tenantWith(["203.0.113.0/24"]))).toBe("198.51.100.10");
    expect(addressOf(ELSEWHERE, tenantWith(["0.0.0.0/0"]))).toBeNull();
    expect(placeOf(tenantWith(["198.51.100.0/24"], "192.0.2.99"))).toBe(ELSEWHERE);
  });

  test("back in the scenario's own place is at the scenario's own address", () => {
    expect(addressOf(office, tenantWith(["198.51.100.0/24"], "198.51.100.200"))).toBe("198.51.100.200");
  });

  test("a place that the tenant does not have is nowhere", () => {
    expect(addressOf("nowhere", tenantWith(["198.51.100.0/24"]))).toBeNull();
  });

  test("countries matter where a policy names a location that is told by country", () => {
    const tenant = tenantOf("blocked-country");
    expect(looksAtCountries(tenant)).toBe(true);
    expect(looksAtCountries({ ...tenant, conditionalAccessPolicies: [] })).toBe(false);
    expect(looksAtCountries(tenantOf("blocked-location"))).toBe(false);
  });
});
