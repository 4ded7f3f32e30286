import { describe, expect, test } from "vitest";
import { daysLeft, type License, licenseState, licenseText } from "../../../../main/core/license/index.ts";

function license(expires: string | null, rest: Partial<License> = {}): License {
  return {
    name: "Contoso Ltd",
    email: null,
    product: null,
    edition: null,
    clients: 250,
    issued: null,
    expires: expires === null ? null : { day: expires, asWritten: expires },
    majorVersion: null,
    ...rest,
  };
}

describe("where a license stands", () => {
  test.each([
    ["2027-01-31", "2027-01-30", 1, "valid", "valid"],
    ["2027-01-31", "2027-01-31", 0, "valid", "valid"],
    ["2027-01-31", "2027-02-01", -1, "grace", "expired"],
    ["2027-01-31", "2027-02-14", -14, "grace", "expired"],
    ["2027-01-31", "2027-02-15", -15, "expired", "expired"],
    ["2028-02-28", "2028-03-01", -2, "grace", "expired"],
  ] as const)("until %s, on %s: %i days, from 2.43 %s, before %s", (until, today, days, now, before) => {
    expect(daysLeft(license(until), today)).toBe(days);
    expect(licenseState(license(until), today, true)).toBe(now);
    expect(licenseState(license(until), today, false)).toBe(before);
  });

  test("is not known without a day", () => {
    expect(licenseState(license(null), "2027-01-31", true)).toBe("unknown");
    const odd = license(null, { expires: { day: null, asWritten: "31 January 2027" } });
    expect(licenseState(odd, "2027-01-31", true)).toBe("unknown");
    expect(daysLeft(odd, "2027-01-31")).toBeNull();
  });
});

describe("a license in one line", () => {
  test.each([
    [license("2027-01-31"), "Contoso Ltd, 250 Macs, until 2027-01-31"],
    [license("2027-01-31", { clients: 1 }), "Contoso Ltd, 1 Mac, until 2027-01-31"],
    [license(null, { name: null, clients: null }), "license without a name, no date of expiry"],
    [
      license(null, { expires: { day: null, asWritten: "31 January 2027" } }),
      "Contoso Ltd, 250 Macs, until 31 January 2027",
    ],
  ])("%#", (value, text) => {
    expect(licenseText(value)).toBe(text);
  });
});
