import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  equalValues,
  type PlistDict,
  type PlistValue,
  readPlistText,
  writeXmlPlist,
} from "../../../../main/core/plist/index.ts";
import {
  applyPatch,
  maskSecrets,
  type ProfileDocument,
  readProfile,
  takeSource,
  writeSource,
} from "../../../../main/core/profile/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { keyOrder, plistValues } from "../plist/arbitraries.ts";

const login = "com.jamf.connect.login";

function payload(uuid: string, settings: string, type = login): string {
  return `<dict>${settings}<key>PayloadType</key><string>${type}</string><key>PayloadUUID</key><string>${uuid}</string></dict>`;
}

function profile(...payloads: readonly string[]): ProfileDocument {
  const text = `<plist version="1.0"><dict><key>PayloadContent</key><array>${payloads.join("")}</array><key>PayloadType</key><string>Configuration</string></dict></plist>`;
  const document = readProfile(new TextEncoder().encode(text), { fileName: "x.mobileconfig" });
  if (!document.ok) throw new Error(document.problem.detail);
  return document.value;
}

const secret = (value: string) => `<key>OIDCClientSecret</key><string>${value}</string>`;
const two = () =>
  profile(
    payload("A", `<key>DenyLocal</key><true/>${secret("first")}`),
    payload("B", `<key>LicenseFile</key><data>AAEC</data>${secret("second")}`),
  );

function shown(document: ProfileDocument): string {
  const written = writeSource(maskSecrets(document).document);
  if (!written.ok) throw new Error(written.problem.detail);
  return written.value.text;
}

/** The document after its source was typed anew. */
function typed(document: ProfileDocument, change: (source: string) => string): PlistDict {
  const taken = takeSource(document, change(shown(document)));
  if (!taken.ok) throw new Error(`${taken.problem.code} ${taken.problem.detail}`);
  const applied = applyPatch(document, { op: "edit", edits: taken.value.edits });
  if (!applied.ok) throw new Error(applied.problem.detail);
  const undone = applyPatch(applied.value.document, applied.value.inverse);
  expect(undone.ok && keyOrder(undone.value.document.root)).toEqual(keyOrder(document.root));
  expect(undone.ok && equalValues(undone.value.document.root, document.root)).toBe(true);
  return applied.value.document.root;
}

function problemOf(document: ProfileDocument, change: (source: string) => string) {
  const text = change(shown(document));
  const taken = takeSource(document, text);
  if (taken.ok) throw new Error("nothing is wrong");
  return { ...taken.problem, lineText: text.split("\n")[(taken.problem.at?.line ?? 0) - 1]?.trim() };
}

const markOf = (count: number) => `•••••• ${count} (kept, not shown)`;

describe("secrets in a source", () => {
  test("attack: no secret stands in the source, of whatever kind, layer or payload it is", () => {
    const layered = `<dict><key>PayloadType</key><string>com.apple.ManagedClient.preferences</string><key>PayloadContent</key><dict><key>${login}</key><dict><key>Often</key><array><dict><key>mcx_preference_settings</key><dict>${secret("canary-often")}</dict></dict></array><key>Forced</key><array><dict><key>mcx_preference_settings</key><dict>${secret("canary-forced")}</dict></dict></array></dict></dict></dict>`;
    const wifi = payload("W", "<key>Password</key><string>canary-wifi</string>", "com.apple.wifi.managed");
    const listed = payload(
      "L",
      "<key>Servers</key><array><dict><key>ApiToken</key><string>canary-list</string></dict></array>",
      "com.contoso.agent",
    );
    const source = shown(profile(payload("A", secret("canary-direct")), layered, wifi, listed));
    expect(source).not.toContain("canary");
    expect(source.match(/•••••• \d \(kept, not shown\)/g)).toEqual([1, 2, 3, 4, 5].map(markOf));
  });

  test("a mark that is left alone keeps its secret, whatever else is typed", () => {
    const root = typed(two(), (source) => source.replace("<true/>", "<false/>").replaceAll("\t", "  "));
    const expected = profile(
      payload("A", `<key>DenyLocal</key><false/>${secret("first")}`),
      payload("B", `<key>LicenseFile</key><data>AAEC</data>${secret("second")}`),
    );
    expect(equalValues(root, expected.root)).toBe(true);
  });

  test("a typed text takes the place of a secret, and a removed mark removes it", () => {
    const root = typed(two(), (source) => source.replace(markOf(1), "new one").replace(markOf(2), "3"));
    const license = "<key>LicenseFile</key><string>3</string>";
    const expected = profile(
      payload("A", `<key>DenyLocal</key><true/>${secret("new one")}`),
      payload("B", `${license}${secret("second")}`),
    );
    expect(equalValues(root, expected.root)).toBe(true);
    const removed = typed(two(), (source) =>
      source.replace(/\s*<key>OIDCClientSecret<\/key>\s*<string>•+ 1 [^\n]*/, ""),
    );
    expect(JSON.stringify([...keyOrder(removed)].flat(9)).match(/OIDCClientSecret/g)).toHaveLength(1);
  });

  test("a secret stays with its payload when payloads are removed, added or change places", () => {
    const source = shown(two());
    const items = source.split(/(?=^\t\t<dict>$)/m);
    const [head = "", a = "", rest = ""] = items;
    const [b = "", tail = ""] = rest.split(/(?<=^\t\t<\/dict>\n)/m);
    const alone = typed(two(), () => head + b + tail);
    expect(
      equalValues(
        alone,
        profile(payload("B", `<key>LicenseFile</key><data>AAEC</data>${secret("second")}`)).root,
      ),
    ).toBe(true);
    const turned = typed(two(), () => head + b + a + tail);
    expect(JSON.stringify(shownSecrets(turned))).toBe('["AAEC","second","first"]');
    const added = typed(
      two(),
      () => `${head}<dict><key>PayloadUUID</key><string>N</string></dict>${a}${b}${tail}`,
    );
    expect(JSON.stringify(shownSecrets(added))).toBe('["first","AAEC","second"]');
  });

  test("payloads that nothing but the numbers of their marks tells apart keep their own secrets", () => {
    const plain = (value: string) =>
      `<dict><key>PayloadType</key><string>${login}</string>${secret(value)}</dict>`;
    const root = typed(profile(plain("first"), plain("second")), (source) =>
      source.replace(/\t\t<dict>[\s\S]*?\t\t<\/dict>\n/, ""),
    );
    expect(shownSecrets(root)).toEqual(["second"]);
  });

  test("attack: a mark that was moved, copied or cut is an error at its line and puts no secret anywhere", () => {
    const copied = problemOf(two(), (source) =>
      source.replace(
        "<key>DenyLocal</key>\n\t\t\t<true/>",
        `<key>HelpURL</key><string>${markOf(1)}</string>`,
      ),
    );
    expect(copied).toMatchObject({
      code: "source-mark-moved",
      lineText: `<key>HelpURL</key><string>${markOf(1)}</string>`,
    });
    const exchanged = problemOf(two(), (source) =>
      source.replace(markOf(1), "@@").replace(markOf(3), markOf(1)).replace("@@", markOf(3)),
    );
    expect(exchanged).toMatchObject({ code: "source-mark-moved", lineText: `<string>${markOf(3)}</string>` });
    const renamed = problemOf(two(), (source) => source.replace("OIDCClientSecret", "HelpURL"));
    expect(renamed).toMatchObject({ code: "source-mark-moved", lineText: `<string>${markOf(1)}</string>` });
    for (const part of ["•••••• 1 (kept, not sh", `${markOf(1)}x`, "•"])
      expect(problemOf(two(), (source) => source.replace(markOf(1), part)).code).toBe("source-mark-damaged");
    const inText = problemOf(two(), (source) => source.replace(">A<", `>see ${markOf(2)}<`));
    expect(inText.code).toBe("source-mark-moved");
    expect(JSON.stringify([copied, exchanged, renamed, inText])).not.toMatch(/first|second/);
  });

  test("a text of the profile that looks like a mark is a text, and marks look different there", () => {
    const document = profile(
      payload("A", `<key>HelpURL</key><string>${markOf(1)}</string>${secret("first")}`),
    );
    expect(shown(document)).toContain("••••••• 1 (kept, not shown)");
    const root = typed(document, (source) => source.replace("<array>", "<array >"));
    expect(equalValues(root, document.root)).toBe(true);
  });
});

/** Secrets of the payloads, in their order. */
function shownSecrets(root: PlistDict): readonly string[] {
  const content = root.entries.get("PayloadContent");
  if (content?.kind !== "array") return [];
  return content.items.flatMap((item) =>
    item.kind !== "dict"
      ? []
      : ["LicenseFile", "OIDCClientSecret"].flatMap((key) => {
          const value = item.entries.get(key);
          if (value?.kind === "data") return [btoa(String.fromCharCode(...value.bytes))];
          return value?.kind === "string" ? [value.value] : [];
        }),
  );
}

describe("what is typed", () => {
  test("any text that can be read makes the document what it says, order of keys included, and undo leads back", () => {
    const dicts = fc
      .array(
        fc.tuple(
          fc.constantFrom("a", "b", "c", "d", "e", "$x", "__proto__"),
          plistValues({ wholeSeconds: true }),
        ),
      )
      .map((entries): PlistDict => ({ kind: "dict", entries: new Map(entries) }));
    assertProperty(
      fc.property(dicts, dicts, (before, after) => {
        const document: ProfileDocument = { ...bare, root: before };
        const text = new TextDecoder().decode(writeXmlPlist(after));
        const root = typed(document, () => text);
        const reading = readPlistText(text);
        const expected = reading.ok ? reading.value.value : null;
        expect(expected !== null && equalValues(root, expected)).toBe(true);
        expect(keyOrder(root)).toEqual(expected === null ? null : keyOrder(expected));
      }),
    );
  });

  test("what is not touched stays what it was, also what a text cannot hold: fractions of a second, the order, 70-bit integers", () => {
    const kept: readonly (readonly [string, PlistValue])[] = [
      ["date", { kind: "date", time: 1_700_000_000_123.25 }],
      ["real", { kind: "real", value: -0 }],
      ["whole", { kind: "real", value: 3 }],
      ["large", { kind: "integer", value: 2n ** 70n }],
      ["data", { kind: "data", bytes: Uint8Array.of(1, 2, 3) }],
      ["half", { kind: "string", value: "a\ud800b" }],
    ];
    const document: ProfileDocument = { ...bare, root: { kind: "dict", entries: new Map(kept) } };
    const same = takeSource(document, shown(document));
    expect(same.ok && same.value.edits).toEqual([]);
    const taken = takeSource(document, shown(document).replace("<dict>", "<dict><key>new</key><true/>"));
    expect(taken.ok && taken.value.edits).toEqual([
      { edit: "put", path: ["new"], exact: { kind: "boolean", value: true }, position: 0 },
    ]);
    const inner: ProfileDocument = {
      ...bare,
      root: { kind: "dict", entries: new Map([["list", { kind: "array", items: [document.root] }]]) },
    };
    const longer = typed(inner, (source) => source.replace("<array>", "<array><string>x</string>"));
    const list = longer.entries.get("list");
    const item = list?.kind === "array" ? list.items[1] : undefined;
    expect(item?.kind === "dict" ? [...item.entries] : null).toEqual(kept);
  });

  test("errors of the codec come with their own words and place; a key that stands twice is a remark", () => {
    const broken = problemOf(two(), (source) => source.replace("<true/>", "<true>"));
    expect(broken).toMatchObject({ code: "xml-element-misplaced", at: { column: expect.any(Number) } });
    const twice = takeSource(two(), shown(two()).replace("<true/>", "<true/><key>DenyLocal</key><false/>"));
    expect(twice.ok && twice.value.notices.map(({ code }) => code)).toEqual(["xml-repeated-key"]);
  });

  test("a comment that is typed is not kept, which is said at its place", () => {
    const taken = takeSource(two(), shown(two()).replace("<true/>", "<false/>\n<!-- why -->"));
    expect(taken.ok && taken.value.notices).toMatchObject([
      { code: "source-comment-not-taken", at: { column: 1 } },
    ]);
    expect(takeSource(two(), shown(two()))).toMatchObject({ value: { notices: [] } });
  });

  test("what would not be a profile any more, or become one, is refused at its place", () => {
    const list = problemOf(two(), () => '<plist version="1.0">\n<array/></plist>');
    expect(list).toMatchObject({ code: "source-not-a-dictionary", at: { line: 2, column: 1 } });
    const nothing = problemOf(two(), () => '<plist version="1.0"><dict/></plist>');
    expect(nothing).toMatchObject({ code: "source-other-form", at: { line: 1 } });
    const document: ProfileDocument = { ...bare, root: { kind: "dict", entries: new Map() } };
    const more = problemOf(
      document,
      () => '<plist version="1.0"><dict><key>PayloadContent</key><array/></dict></plist>',
    );
    expect(more.code).toBe("source-other-form");
  });
});

const bare = { format: "plist", encoding: "binary", domain: null, notices: [] } as const;
