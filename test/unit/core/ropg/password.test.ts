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
      "a tenant of Okta",
      {
        provider: "Okta-OIDC",
        endpoint: "https://contoso.okta.com/t",
        discoveryUrl: "https://contoso.okta.com/d",
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
});
