import { describe, expect, it } from "vitest";
import { exampleLicense } from "../../../../main/core/lint/example-license.ts";
import { licenceExpired } from "../../../../main/core/lint/rules/licence-expired.ts";
import { licenceInProfile } from "../../../../main/core/lint/rules/licence-in-profile.ts";
import { secretInProfile } from "../../../../main/core/lint/rules/secret-in-profile.ts";
import { soundLogin, soundMenuBar } from "../../../../main/core/lint/sound-settings.ts";
import { foundIn, foundInLogin, foundInMenuBar } from "./found-in.ts";

const secret = "canary~8Q_x.Y";

describe("a client secret", () => {
  it.each([
    ["com.jamf.connect.login", { OIDCClientSecret: secret }],
    ["com.jamf.connect.login", { ROPGClientSecret: secret }],
    ["com.jamf.connect", { IdPSettings: { Provider: "EntraID", ClientSecret: secret } }],
    // In places where Jamf Connect does not look.
    ["com.jamf.connect", { OIDCClientSecret: secret }],
    ["com.jamf.connect", { IdPSettings: { Provider: "EntraID", OIDCClientSecret: secret } }],
  ])("of %s in %o is found and never repeated", (domain, settings) => {
    const found = foundIn(secretInProfile, { settings: { [domain]: settings } });
    expect(found).toHaveLength(1);
    expect(found[0]?.severity).toBe("warning");
    expect(JSON.stringify(found)).not.toContain("canary");
  });

  it.each([
    "",
    "  ",
    "$FLEET_SECRET_JAMF_CONNECT",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template's own placeholder
    "${client_secret}",
    "[YOUR CLIENT SECRET]",
    "Client Secret Key from the tenant",
  ])("that is none is not found: %o", (OIDCClientSecret) => {
    expect(foundInLogin(secretInProfile, { ...soundLogin, OIDCClientSecret })).toEqual([]);
  });

  it("that Google asks for is told without a warning", () => {
    const google = { OIDCProvider: "GoogleID", OIDCClientID: "x", OIDCClientSecret: secret };
    expect(foundInLogin(secretInProfile, google)).toMatchObject([{ severity: "info" }]);
  });
});

describe("a license", () => {
  const withLicense = (value: ReturnType<typeof exampleLicense>) => ({ ...soundMenuBar, LicenseFile: value });

  it("is told with name, number and expiry, and without its key", () => {
    const [finding] = foundInMenuBar(licenceInProfile, withLicense(exampleLicense("2027-01-31")));
    expect(finding).toMatchObject({
      severity: "info",
      detail: expect.stringContaining("Example Company, 250 Macs, until 2027-01-31"),
    });
    expect(JSON.stringify(finding)).not.toContain("made-up");
  });

  it("that cannot be read is a warning that says what to do", () => {
    const [finding] = foundInMenuBar(licenceInProfile, withLicense({ $data: "AAEC" }));
    expect(finding).toMatchObject({ severity: "warning", title: "The license cannot be read." });
    expect(finding?.fix).toMatchObject({ steps: [expect.stringContaining("Jamf Account")] });
  });

  it("that a tool puts in later is none yet", () => {
    for (const rule of [licenceInProfile, licenceExpired])
      expect(foundInMenuBar(rule, withLicense("$FLEET_SECRET_LICENSE"), { today: "2026-11-29" })).toEqual([]);
  });

  it.each([
    ["2027-11-29", null, null],
    ["2026-12-30", null, null],
    ["2026-12-29", null, "info The license ends in 30 days."],
    ["2026-11-30", null, "info The license ends in 1 day."],
    ["2026-11-29", null, "info The license ends today."],
    ["2026-11-28", null, "warning The license has expired and works for a few days more."],
    ["2026-11-15", "2.43", "warning The license has expired and works for a few days more."],
    ["2026-11-14", null, "error The license has expired."],
    ["2026-11-28", "2.42", "error The license has expired."],
    ["November 2026", null, "info The end of the license cannot be read."],
  ])("until %s, for Jamf Connect %s, on 2026-11-29: %s", (until, jamfConnect, expected) => {
    const context = { today: "2026-11-29", jamfConnect };
    const found = foundInMenuBar(licenceExpired, withLicense(exampleLicense(until)), context);
    expect(found.map(({ severity, title }) => `${severity} ${title}`)).toEqual(
      expected === null ? [] : [expected],
    );
  });

  it("counts the days of grace that are left, and says nothing without a day to compare with", () => {
    const [finding] = foundInMenuBar(licenceExpired, withLicense(exampleLicense("2026-11-27")), {
      today: "2026-11-29",
    });
    expect(finding?.detail).toContain("12 days are left");
    expect(foundInMenuBar(licenceExpired, withLicense(exampleLicense("2020-01-01")))).toEqual([]);
  });
});
