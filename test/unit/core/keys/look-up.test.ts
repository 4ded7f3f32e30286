import { describe, expect, test } from "vitest";
import { describeKey, requiredKeys } from "../../../../main/core/keys/index.ts";

const login = "com.jamf.connect.login";
const menuBar = "com.jamf.connect";

describe("describeKey", () => {
  test("finds a key by domain and path", () => {
    expect(describeKey(menuBar, "IdPSettings.ROPGScopes")).toMatchObject({
      domain: menuBar,
      group: "Identity",
      certainty: "uncertain",
    });
    expect(describeKey(login, "DenyLocal")).toMatchObject({ group: "Login", lockOutRisk: true });
  });

  test.each(["Actions[3].Name", "Actions.3.Name", "Actions[].Name"])(
    "takes any position of an array: %s",
    (path) => {
      expect(describeKey("com.jamf.connect.actions", path)?.title).toBe("Name");
    },
  );

  test.each([
    [login, "IdPSettings.ROPGID"],
    [login, "Unheard"],
    [login, "__proto__"],
    [login, ""],
    ["com.contoso.app", "OIDCProvider"],
    ["constructor", "name"],
  ])("%s %s is unknown, which is no error", (domain, path) => {
    expect(describeKey(domain, path)).toBeNull();
  });
});

describe("requiredKeys", () => {
  const paths = (...[name, domain]: Parameters<typeof requiredKeys>) =>
    requiredKeys(name, domain).map(({ key, requirement }) =>
      requirement.when === undefined ? key.path : `${key.path} when ${requirement.when}`,
    );

  const elevation = "TemporaryUserPermissions.TemporaryUserPromotion when TemporaryUserPermissions is used";

  test("EntraID at the login window", () => {
    expect(paths("EntraID", login)).toEqual([
      "OIDCProvider",
      "OIDCClientID",
      "OIDCTenant",
      "OIDCROPGID when OIDCNewPassword is false",
      "ROPGDiscoveryURL when ROPGProvider is Custom",
    ]);
  });

  test("the tenant of Entra ID rests on an inference, that of OneLogin on the documentation", () => {
    const tenant = (name: "EntraID" | "OneLogin") =>
      requiredKeys(name, login).find(({ key }) => key.path === "OIDCTenant");
    expect(tenant("EntraID")?.requirement.certainty).toBe("inferred");
    expect(tenant("OneLogin")?.requirement.certainty).toBe("documented");
  });

  test.each([
    ["Okta", login, ["OIDCProvider", "AuthServer"]],
    ["GoogleID", login, ["OIDCProvider", "OIDCClientID", "OIDCClientSecret"]],
    [
      "Custom",
      menuBar,
      ["IdPSettings", "IdPSettings.Provider", "IdPSettings.ROPGID", "IdPSettings.DiscoveryURL", elevation],
    ],
    ["GoogleID", menuBar, ["IdPSettings", "IdPSettings.Provider", elevation]],
    ["EntraID", "com.jamf.connect.actions", ["Actions", "Actions[].Name"]],
    ["EntraID", "com.contoso.app", []],
  ] as const)("%s in %s", (name, domain, expected) => {
    expect(paths(name, domain)).toEqual(expected);
  });
});
