import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../../main/core/finding.ts";
import { keyDomains } from "../../../../main/core/keys/index.ts";
import { documentAlone } from "../../../../main/core/lint/context.ts";
import { exampleDocument } from "../../../../main/core/lint/example-document.ts";
import { fixDocument } from "../../../../main/core/lint/fix-document.ts";
import { lintDocument } from "../../../../main/core/lint/lint-document.ts";
import { lintRules } from "../../../../main/core/lint/rules.ts";
import {
  equalValues,
  type PlistValue,
  rewriteXmlPlist,
  writeXmlPlist,
} from "../../../../main/core/plist/index.ts";
import { applyPatch, type ProfileDocument, readProfile } from "../../../../main/core/profile/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { sampleFolder } from "../../../support/samples.ts";

/** Values that people put where others belong. */
const value = fc.oneof(
  fc.constantFrom(
    ...["true", "NO", " yes ", "", "15", "Azure", "okta oidc", "https://idp.example.com/", "openid,profile"],
    ...["openid++email", "[YOUR TENANT ID]", "a&amp;b", "a\u200bb ", "com.jamf.", "\u{1f44b}", "a\nb"],
    ...["9fcc52c7-ee36-4889-8517-2a1d5c0f3b77", "api://9fcc52c7-ee36-4889-8517-2a1d5c0f3b77/x+openid"],
  ),
  fc.boolean(),
  fc.integer({ min: -1, max: 2 }),
  fc.array(fc.constantFrom("Admin", "roles ", "50076"), { maxLength: 2 }),
  fc.constant({}),
);

/** Settings of a domain: known keys with values that fit or do not, and keys of elsewhere. */
function settingsOf(domain: string) {
  const keys = keyDomains.find((known) => known.domain === domain)?.keys ?? [];
  const paths = keys.map(({ path }) => path).filter((path) => !path.includes("[]"));
  const names = [...paths, "Provider", "NetworkCheck", "DenyLokal", "OIDCProvider"];
  return fc
    .array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 12 })
    .map((entries) =>
      entries.reduce<object>((settings, [path, each]) => withValue(settings, path.split("."), each), {}),
    );
}

function withValue(settings: object, [key = "", ...rest]: readonly string[], each: unknown): object {
  const inner: unknown = (settings as Record<string, unknown>)[key];
  if (rest.length === 0) return { ...settings, [key]: each };
  const holder = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? inner : {};
  return { ...settings, [key]: withValue(holder, rest, each) };
}

const documents = fc
  .record({
    login: settingsOf("com.jamf.connect.login"),
    menuBar: settingsOf("com.jamf.connect"),
    scope: fc.constantFrom({}, { PayloadScope: "User" }),
  })
  .map(({ login, menuBar }) => {
    const settings = { "com.jamf.connect.login": login, "com.jamf.connect": menuBar } as never;
    const document = exampleDocument({ settings });
    if (!document.ok) throw new Error(document.problem.detail);
    return document.value;
  });

describe("a patch takes its finding away and touches nothing else", () => {
  it("in documents that are made up", () => {
    assertProperty(
      fc.property(documents, (document) => {
        for (const finding of lint(document)) expectGone(document, finding);
      }),
    );
  });

  it("in the samples", () => {
    for (const document of samples()) for (const finding of lint(document)) expectGone(document, finding);
  });

  it("nor a byte of the file beside its element, comments included", () => {
    assertProperty(
      fc.property(documents, (document) => {
        const source = commented(document);
        for (const finding of lint(document)) expectUntouched(source, document, finding);
      }),
    );
  });

  it("and all of them together leave nothing with a patch", () => {
    assertProperty(
      fc.property(documents, (document) => {
        const { left } = fixDocument(document, lint);
        expect(left.filter(({ fix }) => fix !== undefined && "patch" in fix)).toEqual([]);
      }),
    );
  });
});

it("a key is not moved into what is no dictionary", () => {
  const document = exampleDocument({
    settings: { "com.jamf.connect": { Provider: "EntraID", IdPSettings: false } },
  });
  if (!document.ok) throw new Error(document.problem.detail);
  const found = lint(document.value).find(({ rule }) => rule === "key-outside-its-dictionary");
  expect(found?.fix).toMatchObject({ steps: [expect.any(String)] });
});

it("attack: no finding holds the value of a secret", () => {
  const canary = "canary-7f3a";
  const secrets = [
    "OIDCClientSecret",
    "ROPGClientSecret",
    "LicenseFile",
    "AuthUIOIDCClientSecret",
    "SomePassword",
  ];
  assertProperty(
    fc.property(
      fc.dictionary(
        fc.constantFrom(...secrets),
        fc.constantFrom(`${canary} `, `\${${canary}}`, `${canary}&amp;\u200b`, `${canary}\n\u{1f44b}`),
      ),
      fc.constantFrom("EntraID", "Azure", "Custom", "GoogleID"),
      (held, OIDCProvider) => {
        const login = { OIDCProvider, OIDCClientID: "x", ...held };
        const document = exampleDocument({
          settings: {
            "com.jamf.connect.login": login,
            "com.jamf.connect": { IdPSettings: { ClientSecret: `${canary}\u00a0` }, ...held },
          },
        });
        if (!document.ok) throw new Error(document.problem.detail);
        expect(JSON.stringify(lint(document.value))).not.toContain(canary);
      },
    ),
  );
});

it("lists a hundred findings of one rule and says that there are more", () => {
  const settings = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`Zzz${index}Q`, true]));
  const document = exampleDocument({ settings: { "com.jamf.connect.login": settings } });
  if (!document.ok) throw new Error(document.problem.detail);
  const found = lint(document.value).filter(({ rule }) => rule === "unknown-key");
  expect(found).toHaveLength(101);
  expect(found.some(({ title }) => title === "There is more of unknown-key than is listed.")).toBe(true);
});

function lint(document: ProfileDocument): readonly Finding[] {
  return lintDocument(document, documentAlone, lintRules);
}

function expectGone(document: ProfileDocument, finding: Finding): void {
  const { fix, rule, where } = finding;
  if (fix === undefined || !("patch" in fix)) return;
  const patched = applyPatch(document, fix.patch);
  if (!patched.ok) throw new Error(`${rule} ${where.keyPath}: ${patched.problem.detail}`);
  const isSame = (other: Finding) =>
    other.rule === rule && other.where.domain === where.domain && other.where.keyPath === where.keyPath;
  const count = (current: ProfileDocument) => lint(current).filter(isSame).length;
  expect(count(patched.value.document), `${rule} ${where.keyPath}`).toBeLessThan(count(document));
  const changed = changedPaths(document.root, patched.value.document.root, "");
  // A move takes from one place and puts into another; everything else stays where the finding is.
  const most = rule === "key-outside-its-dictionary" ? 2 : 1;
  expect(changed.length, `${rule}: ${changed.join(", ")}`).toBeLessThanOrEqual(most);
}

/** The file of a document with a comment of its own above each key. */
function commented({ root }: ProfileDocument): string {
  let count = 0;
  return new TextDecoder().decode(writeXmlPlist(root)).replaceAll(/^(\t*)<key>/gmu, (key, indent: string) => {
    count += 1;
    return `${indent}<!-- note ${count} -->\n${key}`;
  });
}

/**
 * Every comment is still there, and what differs between the two files is one piece without one. A move takes from one place and
 * puts into another, and a dictionary that is taken out may have comments in it.
 */
function expectUntouched(source: string, document: ProfileDocument, { rule, fix }: Finding): void {
  if (fix === undefined || !("patch" in fix)) return;
  const patched = applyPatch(document, fix.patch);
  if (!patched.ok) throw new Error(patched.problem.detail);
  const bytes = new TextEncoder().encode(source);
  const written = rewriteXmlPlist(bytes, document.root, patched.value.document.root);
  if (written === null) throw new Error(`${rule}: not rewritten`);
  const result = new TextDecoder().decode(written);
  expect(result.match(/<!--.*-->/gu)).toEqual(source.match(/<!--.*-->/gu));
  if (rule === "key-outside-its-dictionary" || rule === "empty-container") return;
  let head = 0;
  while (head < source.length && source[head] === result[head]) head += 1;
  const most = Math.min(source.length, result.length) - head;
  let tail = 0;
  while (tail < most && source.at(-1 - tail) === result.at(-1 - tail)) tail += 1;
  expect(source.slice(head, source.length - tail), rule).not.toContain("<!--");
}

/** The highest places that differ. */
function changedPaths(a: PlistValue | undefined, b: PlistValue | undefined, path: string): readonly string[] {
  if (a !== undefined && b !== undefined && equalValues(a, b)) return [];
  if (a?.kind === "dict" && b?.kind === "dict") {
    return [...new Set([...a.entries.keys(), ...b.entries.keys()])].flatMap((key) =>
      changedPaths(a.entries.get(key), b.entries.get(key), path === "" ? key : `${path}.${key}`),
    );
  }
  if (a?.kind === "array" && b?.kind === "array" && a.items.length === b.items.length)
    return a.items.flatMap((item, index) => changedPaths(item, b.items[index], `${path}[${index}]`));
  return [path];
}

function samples(): readonly ProfileDocument[] {
  const folder = sampleFolder("profiles");
  if (folder === null) return [];
  return readdirSync(folder).flatMap((name) => {
    const read = readProfile(readFileSync(join(folder, name)), { fileName: name });
    return read.ok ? [read.value] : [];
  });
}
