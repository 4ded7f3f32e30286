import { describe, expect, test } from "vitest";
import { describeKey, type KeyNode, keyDomains, keyTree } from "../../../../main/core/keys/index.ts";

const login = "com.jamf.connect.login";
const menuBar = "com.jamf.connect";

describe("what is known of single keys", () => {
  test("the time between two checks: 60 minutes today, 15 up to 2.8, 0 is off", () => {
    expect(describeKey(menuBar, "PasswordPolicies.NetworkCheck")).toMatchObject({
      default: 60,
      earlierDefaults: [{ value: 15, until: "2.8" }],
      unit: "minutes",
      off: 0,
      certainty: "documented",
    });
  });

  test.each([
    [menuBar, "PasswordPolicies.PolicyRequirements.minLength", "integer", undefined],
    [menuBar, "SignIn.MFARename.google:token:software:totp", "string", undefined],
    [menuBar, "Certificate.SecureNetworks", "array", "string"],
    [menuBar, "Keychain.InternetItems", "dict", undefined],
    [login, "MFAExcluded", "array", "string"],
    [login, "LAPSUser", "string", undefined],
  ] as const)("%s %s is a %s, as of 2021", (domain, path, type, items) => {
    const key = describeKey(domain, path);
    expect(key).toMatchObject({ type, asOf: "2021", source: ["schema"] });
    expect(key?.items).toBe(items);
  });

  test("menu items that can be hidden are spelled small, with the other spellings beside them", () => {
    const { values = [], valuesComplete } = describeKey(menuBar, "HiddenMenuItems") ?? {};
    expect(values).toHaveLength(14);
    expect(values.every(({ value }) => value === value.toLowerCase())).toBe(true);
    expect(values.find(({ value }) => value === "home")?.alsoSpelled).toEqual(["HomeDirectory"]);
    expect(valuesComplete).toBe(false);
  });

  test("the older name of Entra ID leads to the newer one, and Okta OIDC may have a blank", () => {
    const values = describeKey(login, "OIDCProvider")?.values ?? [];
    expect(values.find(({ value }) => value === "Azure")?.replacedBy).toBe("EntraID");
    expect(values.find(({ value }) => value === "Okta-OIDC")?.alsoSpelled).toEqual(["Okta OIDC"]);
  });
});

describe("keyTree", () => {
  const named = (nodes: readonly KeyNode[], ...path: readonly string[]): KeyNode | undefined => {
    const [first, ...more] = path;
    const node = nodes.find(({ name }) => name === first);
    return more.length === 0 ? node : named(node?.children ?? [], ...more);
  };
  const names = (node: KeyNode | undefined) => node?.children.map(({ name }) => name);

  test("dictionaries hold their keys, arrays those of each element", () => {
    expect(names(named(keyTree("com.jamf.connect.actions"), "Actions", "Action"))).toEqual([
      "Command",
      "CommandOptions",
    ]);
    expect(names(named(keyTree(menuBar), "TemporaryUserPermissions", "UserPromotionRole"))).toEqual([
      "Name",
      "Duration",
      "OIDCAdminAttribute",
      "Provider",
    ]);
    expect(named(keyTree(menuBar), "SignIn", "MFARename", "push")?.key.type).toBe("string");
  });

  test.each(keyDomains.map(({ domain, keys }) => [domain, keys] as const))(
    "%s has every key of the catalogue once",
    (domain, keys) => {
      const paths = (nodes: readonly KeyNode[]): readonly string[] =>
        nodes.flatMap(({ key, children }) => [key.path, ...paths(children)]);
      expect(paths(keyTree(domain)).toSorted()).toEqual(keys.map(({ path }) => path).toSorted());
    },
  );

  test("a domain that is not known has none", () => {
    expect(keyTree("com.contoso.app")).toEqual([]);
  });
});
