import { describe, expect, test } from "vitest";
import { isAnsweredByEntra } from "../../../../main/core/oidc/entra-settings.ts";
import { testSettings } from "../../../../main/core/profile/index.ts";
import type { SettingsSource, TestSettings } from "../../../../main/core/profile/test-settings.ts";
import { bare } from "./fixtures.ts";

const adFs = "https://adfs.contoso.example/adfs/.well-known/openid-configuration";
const text = (key: string, value: string) => `<key>${key}</key><string>${value}</string>`;

/** A profile for Entra in one of the two domains, with further keys. */
function checkOf(from: SettingsSource, ...more: readonly string[]): TestSettings {
  const document =
    from === "login"
      ? bare(`${text("OIDCProvider", "EntraID")}${text("OIDCTenant", "contoso.example")}${more.join("")}`)
      : bare(
          `<key>IdPSettings</key><dict>${text("Provider", "EntraID")}${more.join("")}</dict>`,
          "com.jamf.connect.plist",
        );
  const read = testSettings(document, from, "password-check");
  if (!read.ok) throw new Error(`${read.problem.title} ${read.problem.detail}`);
  return read.value;
}

describe("a password check that goes elsewhere (hybrid)", () => {
  test.each([
    ["login", [text("ROPGProvider", "Custom"), text("ROPGDiscoveryURL", adFs)], "ROPGDiscoveryURL"],
    ["login", [text("ROPGDiscoveryURL", adFs)], "ROPGDiscoveryURL"],
    ["login", [text("OIDCDiscoveryURL", adFs)], "OIDCDiscoveryURL"],
    [
      "menu-bar",
      [text("ROPGProvider", "Custom"), text("ROPGDiscoveryURL", adFs)],
      "IdPSettings.ROPGDiscoveryURL",
    ],
    ["menu-bar", [text("ROPGProvider", "Custom"), text("DiscoveryURL", adFs)], "IdPSettings.DiscoveryURL"],
    ["menu-bar", [text("DiscoveryURL", adFs)], "IdPSettings.DiscoveryURL"],
  ] as const)("%s, %j: AD FS, and not Entra", (from, keys, keyPath) => {
    const check = checkOf(from, ...keys);
    expect(check).toMatchObject({
      provider: { value: "Custom" },
      providerAsWritten: "Custom",
      discoveryUrl: { value: adFs, keyPath },
    });
    expect(isAnsweredByEntra(check)).toBe(false);
  });

  test("Azure_v2 is Entra, with what the sign-in names", () => {
    const check = checkOf("login", text("ROPGProvider", "Azure_v2"), text("OIDCClientSecret", "s"));
    expect(check).toMatchObject({
      provider: { value: "EntraID" },
      providerAsWritten: "EntraID",
      tenant: { value: "contoso.example" },
      clientSecret: { keyPath: "OIDCClientSecret" },
    });
    expect(isAnsweredByEntra(check)).toBe(true);
  });

  test.each([[text("ROPGProvider", "Custom")], [text("ROPGDiscoveryURL", adFs)]])(
    "attack: %s has the secret of the sign-in sent to the other provider",
    (key) => {
      const check = checkOf("login", key, text("OIDCClientSecret", "entra-secret"));
      expect(check.clientSecret).toBeNull();
      expect(check.tenant).toBeNull();
    },
  );

  test("the sign-in stays with Entra", () => {
    const document = bare(
      `${text("OIDCProvider", "EntraID")}${text("ROPGProvider", "Custom")}${text("ROPGDiscoveryURL", adFs)}`,
    );
    const login = testSettings(document, "login");
    expect(login).toMatchObject({ ok: true, value: { provider: { value: "EntraID" }, discoveryUrl: null } });
  });

  test("a provider that nobody knows is named with its key", () => {
    const document = bare(`${text("OIDCProvider", "EntraID")}${text("ROPGProvider", "Azure_v3")}`);
    const check = testSettings(document, "login", "password-check");
    expect(check).toMatchObject({
      ok: false,
      problem: { code: "provider-unknown", detail: "ROPGProvider in com.jamf.connect.login holds it." },
    });
  });
});
