import { describe, expect, test } from "vitest";
import { type ProfileDocument, type SettingsUse, testSettings } from "../../../../main/core/profile/index.ts";
import type { SettingsSource, TestSettings } from "../../../../main/core/profile/test-settings.ts";
import { bare, contoso, layers } from "./fixtures.ts";

function settings(document: ProfileDocument, from: SettingsSource, use?: SettingsUse): TestSettings {
  const result = testSettings(document, from, use);
  if (!result.ok) throw new Error(`${result.problem.title} ${result.problem.detail}`);
  return result.value;
}

const login = "com.jamf.connect.login";

describe("the sign-in of the login window", () => {
  test("every value names the key it came from", () => {
    const read = settings(contoso(), "login");
    expect(read.provider).toEqual({ value: "EntraID", domain: login, keyPath: "OIDCProvider" });
    expect(read.providerAsWritten).toBe("Azure");
    expect(read.clientId).toEqual({
      value: "11111111-1111-1111-1111-111111111111",
      domain: login,
      keyPath: "OIDCClientID",
    });
    expect(read.tenant).toMatchObject({
      value: "33333333-3333-3333-3333-333333333333",
      keyPath: "OIDCTenant",
    });
    expect(read.scopes).toMatchObject({
      value: ["api://44444444-4444-4444-4444-444444444444/jamfconnect", "openid", "profile", "email"],
      keyPath: "OIDCScopes",
    });
    expect(read.successCodes).toMatchObject({ value: [50076, 50079, 50158], keyPath: "ROPGSuccessCodes" });
    expect(read.adminClaim).toMatchObject({ value: "roles", keyPath: "OIDCAdminAttribute" });
    expect(read.adminValues).toMatchObject({ value: ["Admin", "Helpdesk"], keyPath: "OIDCAdmin" });
  });

  test("what is absent is a default without key, or null", () => {
    const read = settings(bare("<key>OIDCProvider</key><string>Azure</string>"), "login");
    expect(read.scopes).toEqual({ value: ["openid", "profile", "email"], domain: login, keyPath: null });
    expect(read.redirectUri).toEqual({
      value: "https://127.0.0.1/jamfconnect",
      domain: login,
      keyPath: null,
    });
    expect(read.adminClaim).toEqual({ value: "groups", domain: login, keyPath: null });
    expect(read.adminValues).toEqual({ value: [], domain: login, keyPath: null });
    expect(read.ignoreAdmin).toEqual({ value: false, domain: login, keyPath: null });
    expect(read.successCodes.value).toEqual([]);
    expect([read.clientId, read.clientSecret, read.tenant, read.discoveryUrl, read.shortNameClaim]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test("texts are kept as they are written, blank ones do not count", () => {
    const read = settings(
      bare(
        "<key>OIDCProvider</key><string>Azure </string><key>OIDCClientID</key><string> id </string><key>OIDCTenant</key><string> </string>",
      ),
      "login",
    );
    expect(read.providerAsWritten).toBe("Azure ");
    expect(read.clientId?.value).toBe(" id ");
    expect(read.tenant).toBeNull();
  });
});

describe("the password check of the login window", () => {
  test("has keys of its own, and takes the others from the sign-in", () => {
    const read = settings(contoso(), "login", "password-check");
    expect(read.clientId).toMatchObject({
      value: "22222222-2222-2222-2222-222222222222",
      keyPath: "OIDCROPGID",
    });
    expect(read.scopes).toMatchObject({ value: ["openid", "email", "profile"], keyPath: "ROPGScopes" });
    expect(read.tenant?.keyPath).toBe("OIDCTenant");
  });

  test("never uses the client of the sign-in in place of its own", () => {
    const read = settings(
      bare("<key>OIDCProvider</key><string>Azure</string><key>OIDCClientID</key><string>a</string>"),
      "login",
      "password-check",
    );
    expect(read.clientId).toBeNull();
  });

  test("goes elsewhere in a hybrid setup", () => {
    const keys = ["ROPGTenant", "ROPGDiscoveryURL", "ROPGRedirectURI", "ROPGClientSecret"];
    const content = keys
      .map((key) => `<key>${key}</key><string>https://adfs.contoso.com/${key}</string>`)
      .join("");
    const read = settings(
      bare(`<key>OIDCProvider</key><string>Azure</string>${content}`),
      "login",
      "password-check",
    );
    expect(
      [read.tenant, read.discoveryUrl, read.redirectUri, read.clientSecret].map(
        (setting) => setting?.keyPath,
      ),
    ).toEqual(keys);
  });
});

describe("the menu bar", () => {
  test("reads IdPSettings, and the account keys from the login window", () => {
    const read = settings(contoso(), "menu-bar");
    expect(read.provider).toEqual({
      value: "EntraID",
      domain: "com.jamf.connect",
      keyPath: "IdPSettings.Provider",
    });
    expect(read.clientId?.keyPath).toBe("IdPSettings.ROPGID");
    expect(read.tenant).toMatchObject({ value: "contoso.com", keyPath: "IdPSettings.TenantID" });
    expect(read.successCodes).toMatchObject({ value: [50076], keyPath: "IdPSettings.SuccessCodes" });
    expect(read.scopes).toMatchObject({ value: ["openid", "profile", "email"], keyPath: null });
    expect(read.adminClaim).toMatchObject({ value: "roles", domain: login });
  });

  test("of a file without login window settings has the defaults for accounts", () => {
    const read = settings(
      bare("<key>IdPSettings</key><dict><key>Provider</key><string>OneLogin</string></dict>"),
      "menu-bar",
    );
    expect(read.provider.value).toBe("OneLogin");
    expect(read.adminClaim).toEqual({ value: "groups", domain: login, keyPath: null });
  });
});

describe("spellings", () => {
  test.each<[string, string]>([
    ["Azure", "EntraID"],
    ["EntraID", "EntraID"],
    ["Okta OIDC", "Okta-OIDC"],
    ["Okta-OIDC", "Okta-OIDC"],
    ["GoogleID", "GoogleID"],
    ["pingfederate", "PingFederate"],
  ])("provider %s is %s", (written, provider) => {
    expect(settings(bare(`<key>OIDCProvider</key><string>${written}</string>`), "login").provider.value).toBe(
      provider,
    );
  });

  test.each<[string, readonly string[]]>([
    ["openid+profile", ["openid", "profile"]],
    ["openid profile", ["openid", "profile"]],
    [" openid  +  profile+", ["openid", "profile"]],
    ["+", ["openid", "profile", "email"]],
  ])("scopes %j", (written, scopes) => {
    const document = bare(
      `<key>OIDCProvider</key><string>Azure</string><key>OIDCScopes</key><string>${written}</string>`,
    );
    expect(settings(document, "login").scopes.value).toEqual(scopes);
  });

  test.each<[string, boolean]>([
    ["<true/>", true],
    ["<false/>", false],
    ["<integer>1</integer>", true],
    ["<string>YES</string>", true],
    ["<string>no</string>", false],
  ])("flag %s", (value, flag) => {
    const document = bare(`<key>OIDCProvider</key><string>Azure</string><key>CreateAdminUser</key>${value}`);
    expect(settings(document, "login").createAdminUser).toMatchObject({
      value: flag,
      keyPath: "CreateAdminUser",
    });
  });

  test("one admin role as plain text", () => {
    const document = bare(
      "<key>OIDCProvider</key><string>Azure</string><key>OIDCAdmin</key><string>Admin</string>",
    );
    expect(settings(document, "login").adminValues.value).toEqual(["Admin"]);
  });
});

describe("problems", () => {
  const menuBarOnly = bare("<key>IdPSettings</key><dict/>");

  test.each<[string, ProfileDocument, SettingsSource, string, RegExp]>([
    [
      "no login settings",
      menuBarOnly,
      "login",
      "settings-missing",
      /com\.jamf\.connect\.login.*has settings for com\.jamf\.connect\./,
    ],
    [
      "no menu bar settings",
      layers(),
      "menu-bar",
      "settings-missing",
      /\(com\.jamf\.connect\).*com\.jamf\.connect\.login/,
    ],
    ["no provider", menuBarOnly, "menu-bar", "provider-missing", /IdPSettings\.Provider is absent/],
    [
      "an unknown provider",
      bare("<key>OIDCProvider</key><string>Contoso</string>"),
      "login",
      "provider-unknown",
      /"Contoso"/,
    ],
  ])("%s", (_, document, from, code, says) => {
    const result = testSettings(document, from);
    if (result.ok) throw new Error("settings were read");
    expect(result.problem.code).toBe(code);
    expect(`${result.problem.title} ${result.problem.detail}`).toMatch(says);
  });
});

describe("the time between two password checks", () => {
  const minutes = (value: string) =>
    settings(
      bare(
        `<key>IdPSettings</key><dict><key>Provider</key><string>Azure</string></dict><key>PasswordPolicies</key><dict><key>NetworkCheck</key>${value}</dict>`,
      ),
      "menu-bar",
    ).networkCheckMinutes;

  test("is read as a number, also where a sample writes it as text", () => {
    const expected = { value: 60, domain: "com.jamf.connect", keyPath: "PasswordPolicies.NetworkCheck" };
    expect(minutes("<integer>60</integer>")).toEqual(expected);
    expect(minutes("<string>60</string>")).toEqual(expected);
  });

  test("is 0 where checks are switched off", () => {
    expect(minutes("<integer>0</integer>")?.value).toBe(0);
  });

  test("is not known where it is nothing that counts minutes", () => {
    for (const value of ["<integer>-5</integer>", "<string>often</string>", "<true/>"]) {
      expect(minutes(value), value).toBeNull();
    }
  });
});
