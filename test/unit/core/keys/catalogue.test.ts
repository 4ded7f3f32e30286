import { describe, expect, test } from "vitest";
import { z } from "zod";
import data from "../../../../assets/reference/keys.json" with { type: "json" };
import { describeKey, keyDomains, requiredKeys } from "../../../../main/core/keys/index.ts";
import type { KeyDescription } from "../../../../main/core/keys/key.ts";

const provider = z.enum([
  "EntraID",
  "Okta",
  "OktaIdentityEngine",
  "Okta-OIDC",
  "GoogleID",
  "PingFederate",
  "OneLogin",
  "IBMCI",
  "Custom",
]);
const type = z.enum(["string", "boolean", "integer", "array", "dict", "data"]);
const certainty = z.enum(["documented", "inferred", "uncertain"]);
const version = z.string().regex(/^\d+(\.\d+)+$/);
const sentence = z.string().regex(/^[A-Z"0-9].*\.$/s);

/** The catalogue's schema; `KeyDescription` says the same to the compiler, which the last line checks. */
const keySchema = z.strictObject({
  path: z.string().regex(/^[A-Za-z0-9]+(\[\])?(\.[A-Za-z0-9]+(\[\])?)*$/),
  type,
  items: type.exactOptional(),
  alsoAccepted: z.array(type).exactOptional(),
  group: z.enum(["Identity", "Login", "Connect", "Actions", "Shares", "Other"]),
  section: z.string().min(1),
  title: z.string().min(1),
  description: sentence,
  default: z.union([z.string(), z.number(), z.boolean()]).exactOptional(),
  providers: z.array(provider).min(1).exactOptional(),
  required: z
    .array(
      z.strictObject({
        providers: z.array(provider).exactOptional(),
        when: z.string().exactOptional(),
        certainty,
      }),
    )
    .exactOptional(),
  values: z.array(z.strictObject({ value: z.string(), title: z.string() })).exactOptional(),
  valuesComplete: z.boolean().exactOptional(),
  format: z.enum(["scopes", "file-path"]).exactOptional(),
  since: version.exactOptional(),
  deprecated: version.exactOptional(),
  sensitive: z.boolean().exactOptional(),
  lockOutRisk: z.boolean().exactOptional(),
  example: z.union([z.string(), z.number(), z.array(z.string())]).exactOptional(),
  note: sentence.exactOptional(),
  certainty,
  source: z.array(z.enum(Object.keys(data.sources) as [string, ...string[]])).min(1),
});
const sameAsTheType: (key: z.infer<typeof keySchema>) => Omit<KeyDescription, "domain"> = (key) => key;

const login = "com.jamf.connect.login";
const menuBar = "com.jamf.connect";

describe("the catalogue file", () => {
  test("has the seven domains", () => {
    expect(keyDomains.map(({ domain }) => domain)).toEqual([
      login,
      menuBar,
      "com.jamf.connect.actions",
      "com.jamf.connect.shares",
      "com.jamf.connect.authchanger",
      "com.jamf.connect.verify",
      "com.jamf.connect.sync",
    ]);
  });

  test.each(data.domains.map((domain) => [domain.domain, domain] as const))(
    "%s fits the schema",
    (_, domain) => {
      expect(sameAsTheType).toBeTypeOf("function");
      for (const key of domain.keys) expect(keySchema.safeParse(key).error, key.path).toBeUndefined();
    },
  );

  test.each(keyDomains.map((domain) => [domain.domain, domain.keys] as const))(
    "%s has each path once, under a parent that is there",
    (_, keys) => {
      const paths = keys.map(({ path }) => path);
      expect(new Set(paths).size).toBe(paths.length);
      for (const path of paths.filter((candidate) => candidate.includes("."))) {
        const parent = path.slice(0, path.lastIndexOf(".")).replace(/\[\]$/, "");
        expect(paths, path).toContain(parent);
      }
    },
  );

  test("arrays say what is in them, defaults and examples fit the type", () => {
    for (const key of keyDomains.flatMap(({ keys }) => keys)) {
      expect(key.items !== undefined, key.path).toBe(key.type === "array");
      if (key.type === "boolean" && key.default !== undefined)
        expect(key.default, key.path).toBeTypeOf("boolean");
      if (key.type === "integer" && key.default !== undefined)
        expect(key.default, key.path).toBeTypeOf("number");
    }
  });

  test("every key whose name says secret is sensitive, and so is the license", () => {
    const keys = keyDomains.flatMap((domain) => domain.keys);
    for (const key of keys.filter(({ path }) => /Secret|LicenseFile/.test(path)))
      expect(key.sensitive, key.path).toBe(true);
  });

  test("1.x domains are there for reading only", () => {
    for (const domain of ["com.jamf.connect.verify", "com.jamf.connect.sync"]) {
      const found = keyDomains.find((candidate) => candidate.domain === domain);
      expect(found?.deprecated).toBe("2.0.0");
      expect(found?.keys.every(({ deprecated, group }) => deprecated === "2.0.0" && group === "Other")).toBe(
        true,
      );
    }
  });
});

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
