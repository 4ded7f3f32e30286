import { describe, expect, test } from "vitest";
import type { TestSettings } from "../../../main/core/profile/test-settings.ts";
import { type AskedBy, askedOf } from "../../../main/login/asked.ts";
import { settingsFor } from "../../integration/login/settings.ts";

const sourced = <T>(value: T) => ({ value, domain: "com.jamf.connect.login", keyPath: null });

const entra: Partial<TestSettings> = {
  discoveryUrl: null,
  tenant: sourced("contoso.com"),
  scopes: sourced(["openid", "api://jamf/check"]),
};

function asked(
  kind: "ropg" | "oidc",
  settings: TestSettings,
  change: {
    readonly by?: Partial<AskedBy>;
    readonly authority?: string;
    readonly version?: string;
    readonly scenario?: string;
    readonly claims?: Readonly<Record<string, unknown>>;
  } = {},
) {
  const { by, authority = null, version = null, scenario, claims } = change;
  const token = { header: {}, signature: "valid", checks: [], problems: [] } as const;
  return askedOf({
    kind,
    settings,
    context: { authority, jamfConnectVersion: version, ...(scenario === undefined ? {} : { scenario }) },
    tokens: claims === undefined ? {} : { id: { ...token, claims } },
    username: null,
    via: kind === "ropg" ? "direct" : "window",
    ...by,
  });
}

describe("what a run asked", () => {
  test("is all there for a login with Entra", () => {
    expect(asked("oidc", settingsFor("", "EntraID", entra))).toEqual({
      host: "login.microsoftonline.com",
      tenant: "contoso.com",
      client: "latchkey-test",
      scopes: ["openid", "api://jamf/check"],
      resource: "api://jamf",
      redirectUri: "https://127.0.0.1/jamfconnect",
      person: null,
      scenario: null,
      via: "window",
    });
  });

  test("is the v1 parameter and the scopes that v1 knows for a password check before Jamf Connect 2.12", () => {
    const settings = settingsFor("", "EntraID", entra);
    const check = asked("ropg", settings, { version: "2.11", by: { username: "mira.keller@contoso.com" } });
    expect(check).toMatchObject({
      scopes: ["openid"],
      resource: "api://jamf",
      redirectUri: null,
      person: "m…@contoso.com",
      via: "direct",
    });
  });

  test("follows the authority, with its port and its tenant", () => {
    const settings = settingsFor("", "EntraID", entra);
    const authority = "http://127.0.0.1:5000/practice.example";
    expect(asked("ropg", settings, { authority, scenario: "no-mfa" })).toMatchObject({
      host: "127.0.0.1:5000",
      tenant: "practice.example",
      scenario: "no-mfa",
    });
  });

  test("names no resource for basic scopes, nor for providers that know none", () => {
    const basic = { ...entra, scopes: sourced(["openid", "profile"]) };
    expect(asked("oidc", settingsFor("", "EntraID", basic)).resource).toBeNull();
    const google = settingsFor("https://id.example", "Custom", {
      scopes: sourced(["openid", "https://x/y"]),
    });
    expect(asked("oidc", google).resource).toBeNull();
  });

  test.each([
    ["https://id.example/realms/staff", "staff"],
    ["https://contoso.okta.com/oauth2/default", "default"],
    ["https://contoso.onelogin.com/oidc/2", null],
    ["https://fs.contoso.com/adfs", null],
    ["https://id.example", null],
  ])("the tenant of %s is %s", (issuer, tenant) => {
    expect(asked("oidc", settingsFor(issuer))).toMatchObject({ host: new URL(issuer).host, tenant });
  });

  test("of classic Okta's password check is a host and a person, because nothing else is sent", () => {
    const check = asked("ropg", settingsFor("https://contoso.okta.com", "Okta"));
    expect(check).toMatchObject({
      host: "contoso.okta.com",
      tenant: null,
      client: "",
      scopes: [],
      resource: null,
    });
  });

  test("has no host where the settings lead nowhere", () => {
    const nowhere = settingsFor("", "Custom", { discoveryUrl: null, clientId: null });
    expect(asked("oidc", nowhere)).toMatchObject({ host: "", tenant: null, client: "" });
  });

  test("names the person as the ID token does where nobody typed a name, shortened all the same", () => {
    const settings = settingsFor("https://id.example");
    const claims = { upn: "mira.keller@contoso.com", email: "m@elsewhere.example" };
    expect(asked("oidc", settings, { claims }).person).toBe("m…@contoso.com");
    const typed = { by: { username: "theo@contoso.com" }, claims };
    expect(asked("oidc", settings, typed).person).toBe("t…@contoso.com");
  });
});
