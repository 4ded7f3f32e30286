import { describe, expect, test } from "vitest";
import { readAuthority } from "../../../../main/core/oidc/authority.ts";
import { discoveryAddress } from "../../../../main/core/oidc/discovery-address.ts";
import { issuerFits } from "../../../../main/core/oidc/issuer.ts";
import { loopbackPlace } from "../../../../main/core/oidc/loopback-redirect.ts";
import { isBefore } from "../../../../main/core/oidc/version.ts";
import type { TestSettings } from "../../../../main/core/profile/test-settings.ts";
import type { Provider } from "../../../../main/core/provider.ts";
import { hostMatches, isSafeTransport, isThisMachine } from "../../../../main/core/providers/hosts.ts";
import { settingsFor } from "../../../integration/login/settings.ts";

const tenant = "1a7c4e00-0000-4000-8000-000000000001";
const well = "/.well-known/openid-configuration";
const sourced = (value: string) => ({ value, domain: "com.jamf.connect.login", keyPath: "OIDCTenant" });

function settings(
  provider: Provider,
  tenantId: string | null,
  discoveryUrl: string | null = null,
): TestSettings {
  return settingsFor("https://unused.example", provider, {
    tenant: tenantId === null ? null : sourced(tenantId),
    discoveryUrl: discoveryUrl === null ? null : sourced(discoveryUrl),
  });
}

function addressOf(
  provider: Provider,
  tenantId: string | null,
  discoveryUrl: string | null = null,
  options: { kind?: "ropg" | "oidc"; authority?: string; version?: string } = {},
): string {
  const authority = options.authority === undefined ? null : readAuthority(options.authority);
  if (authority !== null && !authority.ok) return authority.problem.code;
  const address = discoveryAddress({
    kind: options.kind ?? "oidc",
    settings: settings(provider, tenantId, discoveryUrl),
    authority: authority?.value ?? null,
    jamfConnectVersion: options.version ?? null,
  });
  return address.ok ? `${address.value.entra ?? "-"} ${address.value.url}` : address.problem.code;
}

describe("the discovery address", () => {
  test.each([
    ["EntraID", tenant, null, `v2 https://login.microsoftonline.com/${tenant}/v2.0${well}`],
    ["EntraID", null, null, `v2 https://login.microsoftonline.com/common/v2.0${well}`],
    [
      "EntraID",
      "x",
      `https://login.microsoftonline.com/${tenant}${well}`,
      `v1 https://login.microsoftonline.com/${tenant}${well}`,
    ],
    [
      "EntraID",
      "x",
      `https://login.microsoftonline.us/${tenant}/v2.0${well}`,
      `v2 https://login.microsoftonline.us/${tenant}/v2.0${well}`,
    ],
    [
      "Custom",
      null,
      "https://sso.contoso.example/realms/mac",
      `- https://sso.contoso.example/realms/mac${well}`,
    ],
    [
      "Custom",
      null,
      `https://login.microsoftonline.com/${tenant}/v2.0${well}`,
      `v2 https://login.microsoftonline.com/${tenant}/v2.0${well}`,
    ],
    // People copy addresses with a slash at the end, behind the document and behind the issuer; v2 is v2 without one, too.
    [
      "EntraID",
      "x",
      `https://login.microsoftonline.com/${tenant}/v2.0${well}/`,
      `v2 https://login.microsoftonline.com/${tenant}/v2.0${well}`,
    ],
    [
      "EntraID",
      "x",
      `https://login.microsoftonline.com/${tenant}/v2.0`,
      `v2 https://login.microsoftonline.com/${tenant}/v2.0${well}`,
    ],
    [
      "Custom",
      null,
      `https://sso.contoso.example/realms/mac${well}//`,
      `- https://sso.contoso.example/realms/mac${well}`,
    ],
    ["Custom", null, "https://sso.contoso.example/", `- https://sso.contoso.example${well}`],
    ["Okta-OIDC", "contoso.okta.com", null, `- https://contoso.okta.com${well}`],
    ["OktaIdentityEngine", "https://contoso.okta.com/", null, `- https://contoso.okta.com${well}`],
    ["GoogleID", null, null, `- https://accounts.google.com${well}`],
    ["OneLogin", "contoso", null, `- https://contoso.onelogin.com/oidc/2${well}`],
    ["OneLogin", "contoso.onelogin.com", null, `- https://contoso.onelogin.com/oidc/2${well}`],
    ["IBMCI", "contoso", null, `- https://contoso.verify.ibm.com/oidc/endpoint/default${well}`],
    ["PingFederate", "contoso", null, "discovery-missing"],
    ["Custom", "contoso", null, "discovery-missing"],
    ["OneLogin", null, null, "tenant-missing"],
    ["Custom", null, "contoso", "discovery-not-a-url"],
    ["Custom", null, "http://sso.contoso.example", "discovery-not-https"],
    ["OneLogin", "evil.example/x?", null, "tenant-invalid"],
    ["EntraID", "../x", null, "tenant-invalid"],
    ["Okta", "user@evil.example", null, "tenant-invalid"],
  ] as const)("%s, tenant %s, discovery %s", (provider, tenantId, discoveryUrl, expected) => {
    expect(addressOf(provider, tenantId, discoveryUrl)).toBe(expected);
  });

  test("before 2.12 the password check goes to v1, the login does not", () => {
    const named = `https://login.microsoftonline.com/${tenant}/v2.0${well}`;
    expect(addressOf("EntraID", tenant, named, { kind: "ropg", version: "2.11.3" })).toMatch(
      /^v1 .*[^0]\/\.well-known/,
    );
    expect(addressOf("EntraID", tenant, named, { kind: "ropg", version: "2.12" })).toMatch(/^v2 /);
    expect(addressOf("EntraID", tenant, named, { kind: "oidc", version: "2.11" })).toMatch(/^v2 /);
    expect(addressOf("Custom", null, "https://x.example/v2.0", { kind: "ropg", version: "2.11" })).toContain(
      "/v2.0/",
    );
  });

  test("an authority replaces scheme, host and tenant of Entra, and of nothing else", () => {
    const practice = `http://127.0.0.1:5000/${tenant}`;
    expect(addressOf("EntraID", "other", null, { authority: practice })).toBe(`v2 ${practice}/v2.0${well}`);
    expect(
      addressOf("EntraID", "contoso.cn", null, { authority: "https://login.partner.microsoftonline.cn" }),
    ).toBe(`v2 https://login.partner.microsoftonline.cn/contoso.cn/v2.0${well}`);
    expect(addressOf("Custom", null, "https://sso.contoso.example:8443", { authority: practice })).toBe(
      `- https://sso.contoso.example:8443${well}`,
    );
    const withPort = `https://login.microsoftonline.com:8443/x/v2.0${well}`;
    expect(addressOf("EntraID", null, withPort, { authority: "https://login.microsoftonline.us" })).toBe(
      `v2 https://login.microsoftonline.us/x/v2.0${well}`,
    );
  });

  test("attack: an authority takes no place that is not Entra's", () => {
    const practice = `http://127.0.0.1:5000/${tenant}`;
    const elsewhere = [
      "https://adfs.contoso.example/adfs",
      "http://127.0.0.1:6000/adfs",
      "https://login.microsoftonline.com.evil.example/common/v2.0",
    ];
    for (const address of elsewhere) {
      expect(addressOf("EntraID", tenant, address, { authority: practice })).toBe(`- ${address}${well}`);
    }
  });

  test.each([
    ["ftp://x", "authority-not-a-url"],
    ["login.microsoftonline.us", "authority-not-a-url"],
    ["http://login.microsoftonline.us", "authority-not-https"],
    ["http://login.microsoftonline.us.localhost", "authority-not-https"],
    ["https://login.microsoftonline.us/a/b", "authority-has-extras"],
    ["https://user@login.microsoftonline.us", "authority-has-extras"],
  ])("the authority %s is refused", (authority, code) => {
    expect(addressOf("EntraID", tenant, null, { authority })).toBe(code);
  });
});

describe("hosts", () => {
  const hostOf = (address: string) => new URL(`http://${address}:5000/token`).hostname;
  test.each([
    "localhost",
    "LOCALHOST",
    "127.0.0.1",
    "127.8.9.1",
    "[::1]",
    // Other spellings of the same numbers, which every URL parser resolves.
    "2130706433",
    "0x7f.1",
    "0177.0.0.1",
    "127.1",
    "[0:0:0:0:0:0:0:1]",
  ])("%s is this machine", (host) => {
    expect(isThisMachine(hostOf(host))).toBe(true);
  });
  test.each([
    "login.microsoftonline.com.localhost",
    "app.localhost",
    "localhost.",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "notlocalhost",
    "128.0.0.1",
    "0.0.0.0",
    "2130706432.evil.example",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::]",
    "[fe80::1]",
  ])("attack: %s passes for this machine, and gets a password over plain http", (host) => {
    expect(isThisMachine(hostOf(host))).toBe(false);
    expect(isSafeTransport(new URL(`http://${host}:5000/token`))).toBe(false);
  });
  test("attack: an empty host name is no machine", () => {
    expect(isThisMachine("")).toBe(false);
  });
  test.each([
    ["contoso.okta.com", "*.okta.com", true],
    ["okta.com", "*.okta.com", false],
    ["evilokta.com", "*.okta.com", false],
    ["contoso.okta.com.evil.example", "*.okta.com", false],
    ["Login.Example", "login.example", true],
  ])("%s against %s: %s", (host, pattern, fits) => {
    expect(hostMatches(host, pattern)).toBe(fits);
  });
});

describe("the issuer of a discovery document", () => {
  const v2 = `https://login.microsoftonline.com/contoso.example/v2.0${well}`;
  const v1 = `https://login.microsoftonline.com/contoso.example${well}`;
  test.each([
    [`https://sso.example/realms/mac${well}`, "https://sso.example/realms/mac", null, true],
    [`https://sso.example${well}`, "https://sso.example/", null, true],
    [`https://sso.example${well}`, "https://sso.example.evil.example", null, false],
    [`https://sso.example${well}`, "https://sts.windows.net/1/", null, false],
    [v2, `https://login.microsoftonline.com/${tenant}/v2.0`, "v2", true],
    [v2, "https://login.microsoftonline.com/{tenantid}/v2.0", "v2", true],
    [v2, `https://login.microsoftonline.com.evil.example/${tenant}/v2.0`, "v2", false],
    [v2, `https://sts.windows.net/${tenant}/`, "v2", false],
    [v1, `https://sts.windows.net/${tenant}/`, "v1", true],
    [v1, "https://sts.windows.net/{tenantid}/", "v1", true],
    [v1, `https://sts.windows.net/${tenant}`, "v1", false],
    [v1, `http://sts.windows.net/${tenant}/`, "v1", false],
  ] as const)("%s may name %s (%s): %s", (url, issuer, entra, fits) => {
    expect(issuerFits(url, issuer, entra)).toBe(fits);
  });
});

test.each([
  ["http://localhost:5000/cb", 5000],
  ["http://127.0.0.1:8080", 8080],
  ["https://127.0.0.1/jamfconnect", null],
  ["http://localhost", null],
  ["http://localhost:80", null],
  ["http://192.0.2.1:8080", null],
  ["http://app.localhost:8080", null],
  ["http://[::1]:8080", null],
  ["nonsense", null],
])("a listener for %s stands on port %s", (redirectUri, port) => {
  expect(loopbackPlace(redirectUri)?.port ?? null).toBe(port);
});

test.each([
  ["2.11", "2.12", true],
  ["2.12", "2.12", false],
  ["2.12.1", "2.12", false],
  ["2.9", "2.12", true],
  ["3.0", "2.12", false],
  [null, "2.12", false],
])("%s comes before %s: %s", (version, limit, before) => {
  expect(isBefore(version, limit)).toBe(before);
});
