import { describe, expect, test } from "vitest";
import { z } from "zod";
import data from "../../../../assets/reference/keys.json" with { type: "json" };
import { describeKey, keyDomains, keySources, unresolvedKeys } from "../../../../main/core/keys/index.ts";
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
const year = z.string().regex(/^20\d\d$/);
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const sentence = z.string().regex(/^[A-Z"0-9].*\.$/s);

/** The catalogue's schema; `KeyDescription` says the same to the compiler, which the last line checks. */
const keySchema = z.strictObject({
  path: z.string().regex(/^[A-Za-z0-9]+(\[\])?(\.[A-Za-z0-9:]+(\[\])?)*$/),
  type,
  items: type.exactOptional(),
  anyKey: type.exactOptional(),
  alsoAccepted: z.array(type).exactOptional(),
  group: z.enum(["Identity", "Login", "Connect", "Actions", "Shares", "Other"]),
  section: z.string().min(1),
  title: z.string().min(1),
  description: sentence,
  default: scalar.exactOptional(),
  providerDefaults: z
    .array(z.strictObject({ providers: z.array(provider).min(1), value: z.string() }))
    .exactOptional(),
  earlierDefaults: z.array(z.strictObject({ value: scalar, until: version })).exactOptional(),
  defaultAsOf: year.exactOptional(),
  unit: z.enum(["minutes", "days"]).exactOptional(),
  off: z.number().exactOptional(),
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
  values: z
    .array(
      z.strictObject({
        value: z.string(),
        title: z.string(),
        alsoSpelled: z.array(z.string()).exactOptional(),
        replacedBy: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
  valuesComplete: z.boolean().exactOptional(),
  valuesAsOf: year.exactOptional(),
  format: z
    .enum([
      "scopes",
      "file-path",
      "client-id",
      "tenant",
      "redirect-uri",
      "discovery-url",
      "url",
      "host",
      "claim",
      "error-code",
      "short-name",
      "license",
    ])
    .exactOptional(),
  since: version.exactOptional(),
  deprecated: version.exactOptional(),
  replacedBy: z.string().exactOptional(),
  asOf: year.exactOptional(),
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

  test("a free dictionary, a unit, a value that switches off stand only where they can", () => {
    for (const key of keyDomains.flatMap(({ keys }) => keys)) {
      if (key.anyKey !== undefined) expect(key.type, key.path).toBe("dict");
      if (key.unit !== undefined || key.off !== undefined) expect(key.type, key.path).toBe("integer");
      if (key.defaultAsOf !== undefined) expect(key.default, key.path).toBeDefined();
      if (key.valuesAsOf !== undefined) expect(key.values, key.path).toBeDefined();
      if (key.format === "license") expect(key.type, key.path).toBe("data");
      else if (key.format !== undefined) expect(key.items ?? key.type, key.path).toBe("string");
    }
  });

  test("a newer name is a name that is there", () => {
    for (const { keys } of keyDomains) {
      const paths = keys.map(({ path }) => path);
      for (const key of keys) {
        if (key.replacedBy !== undefined) expect(paths, key.path).toContain(key.replacedBy);
        const values = (key.values ?? []).map(({ value }) => value);
        for (const { replacedBy } of key.values ?? [])
          if (replacedBy !== undefined) expect(values, key.path).toContain(replacedBy);
        const spellings = [...values, ...(key.values ?? []).flatMap(({ alsoSpelled = [] }) => alsoSpelled)];
        expect(new Set(spellings).size, key.path).toBe(spellings.length);
      }
    }
    const domains = keyDomains.map(({ domain }) => domain);
    for (const { replacedBy } of keyDomains)
      if (replacedBy !== undefined) expect(domains).toContain(replacedBy);
  });

  test("sources are pages that a browser opens, or named without an address", () => {
    const cited = new Set(keyDomains.flatMap(({ keys }) => keys.flatMap(({ source }) => source)));
    for (const [id, { title, url }] of Object.entries(keySources)) {
      expect(title, id).not.toBe("");
      if (url !== undefined) expect(new URL(url).protocol, id).toBe("https:");
      expect(cited, id).toContain(id);
    }
  });

  test("what is known from 2021 only says so", () => {
    const keys = keyDomains.flatMap((domain) => domain.keys);
    for (const key of keys.filter(({ source }) => source.join() === "schema"))
      expect(key.asOf, key.path).toBe("2021");
    expect(describeKey(login, "OIDCScopes")?.asOf).toBeUndefined();
  });

  test("settings that nobody could read the names of are no keys", () => {
    const domains = keyDomains.map(({ domain }) => domain);
    expect(unresolvedKeys).not.toEqual([]);
    for (const { domain, title, reason } of unresolvedKeys) {
      expect(domains, title).toContain(domain);
      expect(reason).toMatch(/\.$/);
    }
  });

  test("1.x domains are there for reading only", () => {
    for (const domain of ["com.jamf.connect.verify", "com.jamf.connect.sync"]) {
      const found = keyDomains.find((candidate) => candidate.domain === domain);
      expect(found?.deprecated).toBe("2.0.0");
      expect(found?.replacedBy).toBe(menuBar);
      expect(found?.keys.every(({ deprecated, group }) => deprecated === "2.0.0" && group === "Other")).toBe(
        true,
      );
    }
  });
});
