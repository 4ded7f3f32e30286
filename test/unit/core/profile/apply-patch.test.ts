import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PlistValue, toTypedJson } from "../../../../main/core/plist/index.ts";
import { applyPatch, describeProfile, type ProfileDocument } from "../../../../main/core/profile/index.ts";
import type { ProfilePatch } from "../../../../main/core/profile/patch.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { keyOrder } from "../plist/arbitraries.ts";
import { bare, contoso, layers } from "./fixtures.ts";

const login = { domain: "com.jamf.connect.login" };
const menuBar = { domain: "com.jamf.connect" };

function apply(document: ProfileDocument, patch: ProfilePatch) {
  const result = applyPatch(document, patch);
  if (!result.ok) throw new Error(`${result.problem.title} ${result.problem.detail}`);
  return result.value;
}

/** Everything about the content: values with their kind, and the order of all keys. */
function content(document: ProfileDocument): unknown {
  const root: PlistValue = document.root;
  return { value: toTypedJson(root), order: keyOrder(root) };
}

test("attack: changes that each are small do not make a profile that could not be opened again", () => {
  const settings = Array.from({ length: 60_000 }, () => "x");
  const set = (key: string): ProfilePatch => ({ op: "set", payload: login, path: [key], value: settings });
  const { document } = apply(contoso(), set("One"));
  expect(applyPatch(document, set("Two"))).toMatchObject({
    ok: false,
    problem: { code: "profile-too-large" },
  });
  expect(applyPatch(document, set("One")).ok).toBe(true);
});

function valuesOf(document: ProfileDocument, domain: string) {
  return describeProfile(document).payloads.find((payload) => payload.domain === domain)?.values;
}

/** Applies the patch, then its inverse, then the inverse of that: the ways of undo and redo. */
function expectReversible(document: ProfileDocument, patch: ProfilePatch): ProfileDocument {
  const before = content(document);
  const done = apply(document, patch);
  const undone = apply(done.document, done.inverse);
  expect(content(undone.document)).toEqual(before);
  const redone = apply(undone.document, undone.inverse);
  expect(content(redone.document)).toEqual(content(done.document));
  expect(content(document), "the old document is untouched").toEqual(before);
  return done.document;
}

describe("set", () => {
  test("replaces a value in its place", () => {
    const after = expectReversible(contoso(), {
      op: "set",
      payload: login,
      path: ["OIDCTenant"],
      value: "fabrikam.com",
    });
    expect(valuesOf(after, login.domain)?.["OIDCTenant"]).toBe("fabrikam.com");
    expect(Object.keys(valuesOf(after, login.domain) ?? {}).indexOf("OIDCTenant")).toBe(3);
  });

  test("adds a key last, or where it is told", () => {
    const last = expectReversible(contoso(), {
      op: "set",
      payload: menuBar,
      path: ["HiddenMenuItems"],
      value: ["quit"],
    });
    expect(Object.keys(valuesOf(last, menuBar.domain) ?? {}).at(-1)).toBe("HiddenMenuItems");
    const first = expectReversible(contoso(), {
      op: "set",
      payload: menuBar,
      path: ["HiddenMenuItems"],
      value: [],
      position: 0,
    });
    expect(Object.keys(valuesOf(first, menuBar.domain) ?? {})[0]).toBe("HiddenMenuItems");
  });

  test("makes the dictionaries on the way", () => {
    const after = expectReversible(contoso(), {
      op: "set",
      payload: menuBar,
      path: ["Kerberos", "$odd", "Realm"],
      value: "CONTOSO.COM",
    });
    expect(valuesOf(after, menuBar.domain)?.["Kerberos"]).toEqual({ $$odd: { Realm: "CONTOSO.COM" } });
  });

  test("reaches into arrays, and appends behind the last item", () => {
    const replaced = expectReversible(contoso(), {
      op: "set",
      payload: login,
      path: ["OIDCAdmin", 0],
      value: "Owner",
    });
    expect(valuesOf(replaced, login.domain)?.["OIDCAdmin"]).toEqual(["Owner", "Helpdesk"]);
    const appended = expectReversible(contoso(), {
      op: "set",
      payload: login,
      path: ["OIDCAdmin", 2],
      value: "Owner",
    });
    expect(valuesOf(appended, login.domain)?.["OIDCAdmin"]).toEqual(["Admin", "Helpdesk", "Owner"]);
  });

  test("changes the layer that counts", () => {
    const after = expectReversible(layers(), {
      op: "set",
      payload: login,
      path: ["HelpURL"],
      value: "https://new.contoso.com",
    });
    expect(valuesOf(after, login.domain)?.["HelpURL"]).toBe("https://new.contoso.com");
    expect(JSON.stringify(toTypedJson(after.root))).toContain("https://first.contoso.com");
  });

  test("a wrapped domain without settings gets a forced set", () => {
    const empty = apply(contoso(), {
      op: "edit",
      edits: [{ edit: "put", path: ["PayloadContent", 1, "PayloadContent", "com.jamf.connect"], value: {} }],
    }).document;
    const after = expectReversible(empty, {
      op: "set",
      payload: menuBar,
      path: ["IdPSettings", "Provider"],
      value: "EntraID",
    });
    expect(valuesOf(after, menuBar.domain)).toEqual({ IdPSettings: { Provider: "EntraID" } });
  });

  test("works on a bare plist", () => {
    const after = expectReversible(bare("<key>OIDCProvider</key><string>Azure</string>"), {
      op: "set",
      payload: login,
      path: ["OIDCProvider"],
      value: "EntraID",
    });
    expect(valuesOf(after, login.domain)).toEqual({ OIDCProvider: "EntraID" });
  });

  test("keeps kinds that JSON does not have", () => {
    const after = expectReversible(contoso(), {
      op: "set",
      payload: login,
      path: ["LicenseFile"],
      value: { $data: "AAEC" },
    });
    const settings = after.root.entries.get("PayloadContent");
    const payload = settings?.kind === "array" ? settings.items[0] : undefined;
    expect(payload?.kind === "dict" && payload.entries.get("LicenseFile")).toEqual({
      kind: "data",
      bytes: new Uint8Array([0, 1, 2]),
    });
  });
});

describe("remove", () => {
  test("takes a key away, undo puts it back in its place", () => {
    const after = expectReversible(contoso(), { op: "remove", payload: login, path: ["OIDCClientID"] });
    expect(valuesOf(after, login.domain)).not.toHaveProperty("OIDCClientID");
  });

  test("takes a key out of every layer", () => {
    const after = expectReversible(layers(), { op: "remove", payload: login, path: ["HelpURL"] });
    expect(valuesOf(after, login.domain)).not.toHaveProperty("HelpURL");
  });

  test("takes an item out of an array", () => {
    const after = expectReversible(contoso(), { op: "remove", payload: login, path: ["OIDCAdmin", 0] });
    expect(valuesOf(after, login.domain)?.["OIDCAdmin"]).toEqual(["Helpdesk"]);
  });
});

describe("payloads", () => {
  const identity = { identifier: "com.contoso.new", uuid: "A1B2C3D4-0000-4000-8000-000000000001" };

  test.each(["direct", "managed-preferences"] as const)("are added in the %s form", (form) => {
    const after = expectReversible(contoso(), {
      op: "add-payload",
      domain: "com.jamf.connect.actions",
      form,
      ...identity,
      settings: { Actions: [] },
      position: 1,
    });
    expect(describeProfile(after).payloads[1]).toMatchObject({
      domain: "com.jamf.connect.actions",
      form,
      identifier: identity.identifier,
      uuid: identity.uuid,
      values: { Actions: [] },
    });
  });

  test("are removed with all they held", () => {
    const after = expectReversible(contoso(), { op: "remove-payload", payload: login });
    expect(describeProfile(after).payloads.map(({ domain }) => domain)).toEqual([
      "com.jamf.connect",
      "com.jamf.connect.shares",
      null,
    ]);
  });

  test("of a shared wrapper go alone", () => {
    const after = expectReversible(contoso(), { op: "remove-payload", payload: menuBar });
    expect(describeProfile(after).payloads.map(({ domain }) => domain)).toEqual([
      "com.jamf.connect.login",
      "com.jamf.connect.shares",
      null,
    ]);
  });

  test("of one domain are told apart by their index", () => {
    const two = apply(contoso(), {
      op: "add-payload",
      domain: "com.jamf.connect",
      form: "direct",
      ...identity,
      settings: { A: 1 },
    }).document;
    const after = expectReversible(two, {
      op: "set",
      payload: { ...menuBar, index: 1 },
      path: ["A"],
      value: 2,
    });
    expect(
      describeProfile(after)
        .payloads.filter(({ domain }) => domain === menuBar.domain)
        .map(({ values }) => values["A"]),
    ).toEqual([undefined, 2]);
  });
});

describe("all", () => {
  test("applies one after the other, so that later patches see what earlier ones made", () => {
    const after = expectReversible(contoso(), {
      op: "all",
      patches: [
        {
          op: "add-payload",
          domain: "com.contoso.app",
          form: "direct",
          identifier: "i",
          uuid: "u",
          settings: {},
        },
        { op: "set", payload: { domain: "com.contoso.app" }, path: ["A"], value: true },
        { op: "set", payload: { domain: "com.contoso.app" }, path: ["A"], value: false },
      ],
    });
    expect(valuesOf(after, "com.contoso.app")).toEqual({ A: false });
  });

  test("is all or nothing", () => {
    const document = contoso();
    const before = content(document);
    const result = applyPatch(document, {
      op: "all",
      patches: [
        { op: "set", payload: login, path: ["OIDCTenant"], value: "x" },
        { op: "remove", payload: login, path: ["NotThere"] },
      ],
    });
    expect(result.ok).toBe(false);
    expect(content(document)).toEqual(before);
  });
});

describe("problems", () => {
  test.each<[string, ProfilePatch, string]>([
    [
      "a payload that is not there",
      { op: "set", payload: { domain: "com.contoso.app" }, path: ["A"], value: 1 },
      "patch-payload",
    ],
    [
      "an index too high",
      { op: "set", payload: { ...login, index: 1 }, path: ["A"], value: 1 },
      "patch-payload",
    ],
    ["an empty path", { op: "set", payload: login, path: [], value: 1 }, "patch-path"],
    ["a key inside a text", { op: "set", payload: login, path: ["OIDCTenant", "A"], value: 1 }, "patch-path"],
    [
      "a position beyond the end",
      { op: "set", payload: login, path: ["OIDCAdmin", 7], value: "x" },
      "patch-path",
    ],
    ["a key of an array", { op: "set", payload: login, path: ["OIDCAdmin", "A"], value: "x" }, "patch-path"],
    [
      "an array that does not exist",
      { op: "set", payload: login, path: ["New", 0], value: "x" },
      "patch-path",
    ],
    ["removing what is not there", { op: "remove", payload: login, path: ["New"] }, "patch-path"],
    [
      "a value that is no typed JSON",
      { op: "set", payload: login, path: ["A"], value: { $what: 1 } },
      "typed-json-invalid",
    ],
    [
      "taking the payload list away",
      { op: "edit", edits: [{ edit: "remove", path: ["PayloadContent"] }] },
      "patch-form",
    ],
  ])("%s", (_, patch, code) => {
    expect(applyPatch(contoso(), patch)).toMatchObject({ ok: false, problem: { code } });
  });

  test("a bare plist has no payloads to add or remove", () => {
    const document = bare("<key>OIDCProvider</key><string>Azure</string>");
    const add: ProfilePatch = {
      op: "add-payload",
      domain: "a.b",
      form: "direct",
      identifier: "i",
      uuid: "u",
      settings: {},
    };
    expect(applyPatch(document, add)).toMatchObject({ problem: { code: "patch-form" } });
    expect(applyPatch(document, { op: "remove-payload", payload: login })).toMatchObject({
      problem: { code: "patch-form" },
    });
  });
});

describe("any sequence of patches", () => {
  const addresses = fc.constantFrom(
    login,
    menuBar,
    { domain: "com.jamf.connect.shares" },
    { domain: "com.contoso.app" },
  );
  const steps = fc.constantFrom<string | number>(
    "OIDCAdmin",
    "IdPSettings",
    "Provider",
    "Shares",
    "HelpURL",
    "A",
    0,
    1,
    2,
  );
  const paths = fc.array(steps, { minLength: 1, maxLength: 3 });
  const values = fc.constantFrom<Extract<ProfilePatch, { op: "set" }>["value"]>(
    "text",
    1,
    true,
    [],
    {},
    ["a", { b: 1 }],
    { $data: "AA==" },
  );
  const patches: fc.Arbitrary<ProfilePatch> = fc.oneof(
    fc.record({ op: fc.constant("set" as const), payload: addresses, path: paths, value: values }),
    fc.record({
      op: fc.constant("set" as const),
      payload: addresses,
      path: paths,
      value: values,
      position: fc.nat(5),
    }),
    fc.record({ op: fc.constant("remove" as const), payload: addresses, path: paths }),
    fc.record({ op: fc.constant("remove-payload" as const), payload: addresses }),
    fc.record({
      op: fc.constant("add-payload" as const),
      domain: fc.constantFrom("com.contoso.app", "com.jamf.connect"),
      form: fc.constantFrom("direct" as const, "managed-preferences" as const),
      identifier: fc.constant("i"),
      uuid: fc.constant("u"),
      settings: fc.constant({ A: ["x"] }),
      position: fc.nat(4),
    }),
  );

  test("is taken back exactly, step by step", () => {
    const documents = fc.constantFrom(
      contoso(),
      layers(),
      bare("<key>OIDCAdmin</key><array/><key>HelpURL</key><string/>"),
    );
    assertProperty(
      fc.property(documents, fc.array(patches, { maxLength: 8 }), (start, sequence) => {
        const trail: { readonly before: unknown; readonly inverse: ProfilePatch }[] = [];
        let document = start;
        for (const patch of sequence) {
          const result = applyPatch(document, patch);
          if (!result.ok) continue;
          trail.push({ before: content(document), inverse: result.value.inverse });
          document = result.value.document;
        }
        for (const { before, inverse } of trail.reverse()) {
          document = apply(document, inverse).document;
          expect(content(document)).toEqual(before);
        }
      }),
    );
  });
});
