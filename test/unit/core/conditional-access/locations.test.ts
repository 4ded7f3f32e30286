import { describe, expect, it } from "vitest";
import type { NamedLocation, SignInContext, Tri } from "../../../../main/core/conditional-access/index.ts";
import { inRange } from "../../../../main/core/conditional-access/sign-in/ip-range.ts";
import { applies, check, evaluateOne, type Json, NOBODY_SPECIAL, policy } from "./support.ts";

const OFFICE = "e0000000-0000-4000-8000-000000000001";
const COUNTRIES = "e0000000-0000-4000-8000-000000000002";
const MFA_IPS = "00000000-0000-0000-0000-000000000000";
const { trustedLocation: _t, locations: _l, ...SOMEWHERE } = NOBODY_SPECIAL;

describe("locations", () => {
  const office: NamedLocation = {
    id: OFFICE,
    displayName: "Office",
    kind: "ip",
    trusted: true,
    ranges: ["203.0.113.0/24", "2001:db8::/32"],
    countries: [],
    includeUnknownCountries: false,
    byGps: false,
  };
  const countries: NamedLocation = {
    ...office,
    id: COUNTRIES,
    kind: "country",
    trusted: false,
    ranges: [],
    countries: ["nl", "de"],
  };
  const at = (facts: SignInContext): SignInContext => ({ ...SOMEWHERE, ...facts });
  const locations = (include: readonly string[], exclude: readonly string[] = []): Json => ({
    includeLocations: include,
    excludeLocations: exclude,
  });

  it.each<[string, Json | readonly never[] | null, SignInContext, Tri]>([
    ["c-location-not-configured", null, {}, "yes"],
    ["c-location-empty-list", [], {}, "yes"],
    ["c-location-all", locations(["All"]), {}, "yes"],
    ["c-location-trusted: yes", locations(["AllTrusted"]), { trustedLocation: true }, "yes"],
    ["c-location-trusted: no", locations(["AllTrusted"]), { trustedLocation: false }, "no"],
    ["c-location-trusted: not given", locations(["AllTrusted"]), {}, "depends"],
    [
      "i-12: trusted not given, even when the named locations are",
      locations(["AllTrusted"]),
      { locations: new Set([OFFICE]) },
      "depends",
    ],
    ["c-location-only-excludes: elsewhere", locations([], [OFFICE]), { locations: new Set() }, "depends"],
    ["c-location-only-excludes: there", locations([], [OFFICE]), { locations: new Set([OFFICE]) }, "no"],
    ["c-location-only-excludes: trusted", locations([], ["AllTrusted"]), { trustedLocation: true }, "no"],
    ["c-location-exclude-wins: trusted", locations(["All"], ["AllTrusted"]), { trustedLocation: true }, "no"],
    ["c-location-exclude: untrusted", locations(["All"], ["AllTrusted"]), { trustedLocation: false }, "yes"],
    ["c-location-named: there", locations([OFFICE]), { locations: new Set([OFFICE]) }, "yes"],
    ["c-location-named: elsewhere", locations([OFFICE]), { locations: new Set() }, "no"],
    ["c-location-named: not given", locations([OFFICE]), {}, "depends"],
    [
      "c-location-named: exclude wins",
      locations([OFFICE, "All"], [OFFICE]),
      { locations: new Set([OFFICE]) },
      "no",
    ],
    [
      "c-location-ip: inside",
      locations([OFFICE]),
      { ipAddress: "203.0.113.7", locationDefinitions: [office] },
      "yes",
    ],
    [
      "c-location-ip: outside",
      locations([OFFICE]),
      { ipAddress: "198.51.100.7", locationDefinitions: [office] },
      "no",
    ],
    [
      "c-location-ip: IPv6",
      locations([OFFICE]),
      { ipAddress: "2001:db8:1::7", locationDefinitions: [office] },
      "yes",
    ],
    [
      "c-location-ip: IPv4 inside IPv6",
      locations([OFFICE]),
      { ipAddress: "::ffff:203.0.113.9", locationDefinitions: [office] },
      "yes",
    ],
    [
      "c-location-ip: a range that cannot be read",
      locations([OFFICE]),
      {
        ipAddress: "192.0.2.9",
        locationDefinitions: [{ ...office, ranges: ["@{cidrAddress=192.0.2.0/24}"] }],
      },
      "depends",
    ],
    ["c-location-ip: no address", locations([OFFICE]), { locationDefinitions: [office] }, "depends"],
    [
      "c-location-ip: a trusted range is trusted",
      locations(["AllTrusted"]),
      { ipAddress: "203.0.113.7", locationDefinitions: [office] },
      "yes",
    ],
    [
      "c-location-ip: outside the ranges may still be an MFA trusted IP",
      locations(["AllTrusted"]),
      { ipAddress: "198.51.100.7", locationDefinitions: [office] },
      "depends",
    ],
    [
      "c-location-country: listed",
      locations([COUNTRIES]),
      { country: "nl", locationDefinitions: [countries] },
      "yes",
    ],
    [
      "c-location-country: not listed",
      locations([COUNTRIES]),
      { country: "us", locationDefinitions: [countries] },
      "no",
    ],
    [
      "c-location-country: not given",
      locations([COUNTRIES]),
      { locationDefinitions: [countries] },
      "depends",
    ],
    [
      "c-location-country: by GPS",
      locations([COUNTRIES]),
      { country: "nl", locationDefinitions: [{ ...countries, byGps: true }] },
      "depends",
    ],
    ["c-location-mfa-ips: not trusted", locations([MFA_IPS]), { trustedLocation: false }, "no"],
    [
      "c-location-mfa-ips: trusted, by which list is open",
      locations([MFA_IPS]),
      { trustedLocation: true },
      "depends",
    ],
  ])("[%s]", (_id, value, facts, expected) => {
    expect(applies(policy({ locations: value }), check(), at(facts))).toBe(expected);
  });

  it("depends names the location and the trust apart", () => {
    const one = policy({ locations: locations([OFFICE], ["AllTrusted"]) });
    expect(evaluateOne(one, check(), SOMEWHERE).dependsOn).toEqual(["location", "trusted location"]);
  });

  it("[i-1] NAME:… is compared as text and listed", () => {
    const one = policy({ locations: locations(["NAME:Head office"]) });
    expect(applies(one, check(), at({ locations: new Set([OFFICE]) }))).toBe("no");
    expect(one.unresolved).toEqual(["NAME:Head office"]);
  });
});

describe("address ranges", () => {
  it.each([
    ["203.0.113.255", "203.0.113.0/24", true],
    ["203.0.114.0", "203.0.113.0/24", false],
    ["203.0.113.130", "203.0.113.128/25", true],
    ["203.0.113.127", "203.0.113.128/25", false],
    ["203.0.113.7", "203.0.113.7", true],
    ["203.0.113.8", "203.0.113.7", false],
    ["198.51.100.1", "0.0.0.0/0", true],
    ["2001:db8::1", "2001:db8::/127", true],
    ["2001:db8::2", "2001:db8::/127", false],
    ["2001:db8::1", "0.0.0.0/0", false],
    ["203.0.113.1", "203.0.113.0/33", false],
    ["203.0.113.1", "203.0.113.0/x", false],
    ["203.0.113.999", "0.0.0.0/0", false],
    ["2001:db8::1::2", "::/0", false],
    ["2001:db8:0:0:0:0:0:0:1", "::/0", false],
    ["203.0.113.9", "203.0.113.0/", false],
    ["203.0.113.9", "203.0.113.0/24/8", false],
    ["203.0.113.9", "::ffff:203.0.113.0/120", true],
    ["203.0.114.9", "::ffff:203.0.113.0/120", false],
  ])("%s in %s: %s", (address, range, expected) => {
    expect(inRange(address, range)).toBe(expected);
  });
});
