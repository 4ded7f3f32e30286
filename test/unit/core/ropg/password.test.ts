import { describe, expect, test } from "vitest";
import { type Destination, refuseDestination } from "../../../../main/core/ropg/destination.ts";
import { passwordParameters } from "../../../../main/core/ropg/request.ts";

describe("the form of a password check", () => {
  const base = { username: "u", password: " p+&% ", scopes: ["api://x/jamfconnect", "openid"] };
  test("v2 names its target in the scope", () => {
    expect(passwordParameters({ ...base, entra: "v2" })).toEqual({
      username: "u",
      password: " p+&% ",
      scope: "api://x/jamfconnect openid",
    });
  });
  test("v1 names it as resource", () => {
    expect(passwordParameters({ ...base, entra: "v1" })).toEqual({
      username: "u",
      password: " p+&% ",
      scope: "openid",
      resource: "api://x",
    });
  });
  test("other providers get neither more nor less than the profile says", () => {
    expect(passwordParameters({ ...base, entra: null })).toMatchObject({
      scope: "api://x/jamfconnect openid",
    });
  });
});

describe("where the password may go", () => {
  const entra = "https://login.microsoftonline.com";
  function refused(changes: Partial<Destination>): string | null {
    const destination = {
      carries: "password",
      endpoint: `${entra}/t/token`,
      discoveryUrl: `${entra}/t/doc`,
      provider: "EntraID",
      allowedHosts: [],
    } as const;
    return refuseDestination({ ...destination, ...changes })?.finding ?? null;
  }

  test.each([
    ["Entra's own host", {}],
    [
      "the US government cloud",
      {
        endpoint: "https://login.microsoftonline.us/t",
        discoveryUrl: "https://login.microsoftonline.us/d",
      },
    ],
    [
      "this machine over http",
      { endpoint: "http://127.0.0.1:5000/t", discoveryUrl: "http://127.0.0.1:5000/d" },
    ],
    [
      "two hosts of the named provider",
      {
        provider: "GoogleID",
        endpoint: "https://oauth2.googleapis.com/token",
        discoveryUrl: "https://accounts.google.com/d",
      },
    ],
    [
      "a tenant of Okta that somebody allowed",
      {
        provider: "Okta-OIDC",
        endpoint: "https://contoso.okta.com/t",
        discoveryUrl: "https://contoso.okta.com/d",
        allowedHosts: ["contoso.okta.com"],
      },
    ],
    [
      "a sign-in page on another fixed host of the provider",
      { carries: "sign-in page", endpoint: "https://login.microsoftonline.us/authorize" },
    ],
    [
      "a sign-in page on a host of its own that somebody allowed",
      {
        carries: "sign-in page",
        provider: "Custom",
        endpoint: "https://sso.example/authorize",
        discoveryUrl: "https://api.example/d",
        allowedHosts: ["sso.example"],
      },
    ],
    [
      "an allowed host",
      {
        provider: "Custom",
        endpoint: "https://sso.example/t",
        discoveryUrl: "https://sso.example/d",
        allowedHosts: ["SSO.example"],
      },
    ],
  ] as const)("%s", (_name, changes) => {
    expect(refused(changes)).toBeNull();
  });

  test.each([
    [
      "a host that is not the provider's",
      { endpoint: "https://login.evil.example/t", discoveryUrl: "https://login.evil.example/d" },
      "unknown-host",
    ],
    [
      "a look-alike",
      { endpoint: `${entra}.evil.example/t`, discoveryUrl: `${entra}.evil.example/d` },
      "unknown-host",
    ],
    [
      "a host of another provider",
      { endpoint: "https://contoso.okta.com/t", discoveryUrl: "https://contoso.okta.com/d" },
      "unknown-host",
    ],
    [
      "a custom provider that nobody allowed",
      { provider: "Custom", endpoint: "https://sso.example/t", discoveryUrl: "https://sso.example/d" },
      "unknown-host",
    ],
    ["another host than discovery", { endpoint: "https://login.evil.example/t" }, "token-endpoint-elsewhere"],
    [
      "another host, although allowed",
      { endpoint: "https://sso.example/t", allowedHosts: ["sso.example"] },
      "token-endpoint-elsewhere",
    ],
    [
      "another port of this machine",
      { endpoint: "http://127.0.0.1:1/t", discoveryUrl: "http://127.0.0.1:2/d" },
      "token-endpoint-elsewhere",
    ],
    ["plain http", { endpoint: "http://login.microsoftonline.com/t" }, "token-endpoint-plain-http"],
    ["no address", { endpoint: "token" }, "token-endpoint-invalid"],
    [
      "user info that looks like a host",
      { endpoint: "https://login.microsoftonline.com@evil.example/t" },
      "token-endpoint-elsewhere",
    ],
  ] as const)("not to %s", (_name, changes, finding) => {
    expect(refused(changes)).toBe(finding);
  });

  const tenants = [
    ["Okta", "evil.okta.com"],
    ["Okta-OIDC", "evil.oktapreview.com"],
    ["OktaIdentityEngine", "evil.okta-emea.com"],
    ["OneLogin", "evil.onelogin.com"],
    ["IBMCI", "evil.verify.ibm.com"],
    ["PingFederate", "evil.pingone.com"],
  ] as const;
  test.each(
    tenants.flatMap(([provider, host]) =>
      (["password", "sign-in page", "code of the login", "access token"] as const).map(
        (carries) => [provider, host, carries] as const,
      ),
    ),
  )(
    "attack: the profile for %s names a tenant of somebody else, %s, for the %s",
    (provider, host, carries) => {
      const [endpoint, discoveryUrl] = [`https://${host}/e`, `https://${host}/d`];
      const found = refuseDestination({ carries, provider, endpoint, discoveryUrl, allowedHosts: [] });
      expect(found).toMatchObject({ finding: "unknown-host", host });
      expect(found?.detail).toContain("one of its customers");
    },
  );

  test("attack: one tenant of Okta sends the password on to another", () => {
    const [endpoint, discoveryUrl] = ["https://evil.okta.com/t", "https://contoso.okta.com/d"];
    const allowedHosts = ["contoso.okta.com", "evil.okta.com"];
    expect(refused({ provider: "Okta-OIDC", endpoint, discoveryUrl, allowedHosts })).toBe(
      "token-endpoint-elsewhere",
    );
  });

  test.each([
    ["a look-alike", "https://login.microsoftonline.com.evil.example/authorize", "unknown-host"],
    ["a foreign host", "https://evil.example/authorize", "unknown-host"],
    ["a name before an at sign", "https://login.microsoftonline.com@evil.example/authorize", "unknown-host"],
    ["plain http", "http://login.microsoftonline.com/authorize", "authorization-endpoint-plain-http"],
    ["a name below localhost", "http://entra.localhost/authorize", "authorization-endpoint-plain-http"],
  ] as const)("attack: the sign-in page is at %s", (_name, endpoint, finding) => {
    expect(refused({ carries: "sign-in page", endpoint })).toBe(finding);
  });
});
