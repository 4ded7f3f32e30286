import fc from "fast-check";
import { expect, it } from "vitest";
import { comparedViews } from "../../../../main/app/document/compare.ts";
import { documentFindings } from "../../../../main/app/document/findings.ts";
import { previewFixes } from "../../../../main/app/document/fixes.ts";
import { profileView } from "../../../../main/app/document/profile-view.ts";
import { draftText, readDraft } from "../../../../main/app/drafts/draft-file.ts";
import { previewExport } from "../../../../main/app/export/preview-export.ts";
import { maskProfile } from "../../../../main/core/anonymize/mask-profile.ts";
import type { FileRoute } from "../../../../main/core/export/export-choice.ts";
import { settingLeaves, settingLines } from "../../../../main/core/history/setting-lines.ts";
import { keyDomains } from "../../../../main/core/keys/index.ts";
import { changedValues } from "../../../../main/core/lint/changed-values.ts";
import { documentAlone } from "../../../../main/core/lint/context.ts";
import { array, dict, string } from "../../../../main/core/plist/build.ts";
import type { PlistValue } from "../../../../main/core/plist/value.ts";
import {
  compareProfiles,
  type ProfileDocument,
  readProfile,
  writeProfile,
} from "../../../../main/core/profile/index.ts";
import { profileText } from "../../../../main/hosts/command-line/profile-text.ts";
import { settingText } from "../../../../main/hosts/command-line/setting-lines.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { openOf } from "../../../support/open-document.ts";

const data = (bytes: Uint8Array): PlistValue => ({ kind: "data", bytes: new Uint8Array(bytes) });
const canary = "canaryQ7x9";
const pem = `-----BEGIN EC PRIVATE KEY-----\n${canary}\n-----END EC PRIVATE KEY-----`;
const base64 = (text: string) => Buffer.from(text).toString("base64");
const pkcs12 = Buffer.concat([
  Buffer.from([0x30, 0x82, 0x01, 0x00, 0x02, 0x01, 0x03]),
  Buffer.from(canary.repeat(3)),
]);

/** Values that are secrets whatever their key is called. */
const tellingValues: readonly (readonly [string, PlistValue])[] = [
  ["PEM", string(pem)],
  ["PEM in Base64", string(base64(pem))],
  ["PEM as data", data(Buffer.from(pem))],
  ["PEM in UTF-16", data(Buffer.from(`\ufeff${pem}`, "utf16le"))],
  ["PKCS#12", data(pkcs12)],
  ["PKCS#12 in Base64", string(pkcs12.toString("base64"))],
  ["an address", string(`smb://mira:${canary}@files.contoso.com/home`)],
  ["an address in a text", string(`Connect to https://mira:${canary}/1@contoso.com, please.`)],
  ["an address with a port", string(`https://mira:${canary}@contoso.com:8443/`)],
];
const tellingNames = ["ClientSecret", "Password", "ApiToken", "PrivateKey", "LicenseFile", "Challenge"];
const plainNames = [
  "OIDCTenant",
  "OIDCDiscoveryURL",
  "ChangePasswordURL",
  "Shares",
  "OIDCProvider",
  "Odd key",
  "PayloadDescription",
];
const types = [
  "com.jamf.connect.login",
  "com.jamf.connect",
  "com.contoso.app",
  "com.apple.wifi.managed",
  "com.apple.security.pkcs12",
];

/** What stands under a key somewhere in a payload, with a secret in it. */
const entry = fc.oneof(
  fc.record({
    name: fc.constantFrom(...tellingNames),
    value: fc.constantFrom<PlistValue>(string(canary), data(Buffer.from(canary)), array([string(canary)])),
  }),
  fc.record({
    name: fc.constantFrom(...plainNames),
    value: fc.constantFrom(...tellingValues.map(([, value]) => value)),
  }),
  fc.record({
    name: fc.constantFrom("Password", "MySecret"),
    value: fc.constant(dict([["value", dict([["inner", string(canary)]])]])),
  }),
);

const placed = fc
  .tuple(entry, fc.array(fc.constantFrom("dict", "list", "actions"), { maxLength: 3 }))
  .map(([{ name, value }, around]): readonly [string, PlistValue] =>
    around.reduce<readonly [string, PlistValue]>(
      ([key, inner], how) => {
        if (how === "dict") return ["IdPSettings", dict([[key, inner]])];
        if (how === "actions")
          return [
            "Actions",
            array([
              dict([
                ["Name", string("a")],
                [key, inner],
              ]),
            ]),
          ];
        // The name of a key inside a list is kept by a dictionary around it.
        return [...tellingNames, "MySecret"].includes(key)
          ? ["List", array([dict([[key, inner]])])]
          : ["List", array([string("a"), inner])];
      },
      [name, value],
    ),
  );

const managed = (domain: string, settings: PlistValue) =>
  dict([
    ["PayloadType", string("com.apple.ManagedClient.preferences")],
    [
      "PayloadContent",
      dict([[domain, dict([["Forced", array([dict([["mcx_preference_settings", settings]])])]])]]),
    ],
  ]);

const documents = fc
  .tuple(placed, fc.constantFrom(...types), fc.constantFrom("direct", "managed", "root", "plist", "second"))
  .map(([[key, value], type, where]): ProfileDocument => {
    const payload = (more: readonly (readonly [string, PlistValue])[]) =>
      dict([["PayloadType", string(type)], ["PayloadUUID", string("A")], ...more]);
    const own: Record<string, readonly PlistValue[]> = {
      direct: [payload([[key, value]])],
      managed: [managed(type, dict([[key, value]]))],
      root: [payload([])],
      second: [payload([]), payload([[key, value]])],
    };
    const payloads = own[where];
    const root =
      payloads === undefined
        ? dict([[key, value]])
        : dict([
            ...(where === "root" ? [[key, value] as const] : []),
            ["PayloadType", string("Configuration")],
            ["PayloadContent", array(payloads)],
          ]);
    const fileName = where === "plist" ? `${type}.plist` : "a.mobileconfig";
    const written = writeProfile(
      { format: "plist", encoding: "xml", domain: null, root, notices: [] },
      { to: "plist" },
    );
    const read = written.ok ? readProfile(written.value, { fileName }) : written;
    if (!read.ok) throw new Error(read.problem.title);
    return read.value;
  });

const mark = "left-out-0b2c4a6e";
const about = {
  id: "6a3c4a0e-1111-4222-8333-444444444444",
  writer: 1,
  savedAt: "2026-11-30T00:00:00Z",
  mark,
};
const file = { name: "a.mobileconfig", path: null, digest: "0".repeat(64), bytes: 1, isSigned: false };

/** Everything that is shown, printed or kept of a document, by its name. */
function sinksOf(document: ProfileDocument): Readonly<Record<string, string>> {
  const empty = {
    ...document,
    root: dict([
      ["PayloadType", string("Configuration")],
      ["PayloadContent", array([])],
    ]),
  };
  const open = openOf(document, mark);
  const json = (value: unknown) => JSON.stringify(value);
  const preview = (route: FileRoute, domain: string | null) =>
    json(
      previewExport({ ...open, saved: empty.root }, { route, domain, blueprintReady: true }, documentAlone),
    );
  return {
    page: json(profileView(open, documentAlone)),
    preview: preview("signed", "com.jamf.connect"),
    editable: preview("unsigned", null),
    whole: preview("plist", null),
    fixes: json(previewFixes(open)),
    compare: json([comparedViews(empty, document), comparedViews(document, empty)]),
    changed: json(changedValues(empty, document)),
    draft: draftText({ ...about, file, document }),
    show: profileText({ document, signature: null }),
    diff: compareProfiles(empty, document)
      .map(({ domain, keyPath, after }) => (after === null ? "" : settingText(domain, keyPath, after)))
      .join("\n"),
    report: writtenText(maskProfile(document, (text) => text)),
    runs: json(settingLines(settingLeaves(document), () => "1")),
  };
}

function writtenText(document: ProfileDocument): string {
  const written = writeProfile(document, { to: "plist" });
  return written.ok ? new TextDecoder().decode(written.value) : "";
}

const needles = [
  canary,
  base64(pem),
  base64(canary),
  pkcs12.toString("base64"),
  Buffer.from(`\ufeff${pem}`, "utf16le").toString("base64"),
].map((text) => text.slice(0, 20).replace(/=+$/, ""));

it("attack: a secret anywhere in a profile reaches no page, source, draft, comparison, report or terminal", () => {
  assertProperty(
    fc.property(documents, (document) => {
      for (const [sink, text] of Object.entries(sinksOf(document))) {
        const found = needles.filter((needle) => text.replace(/\\n|\\t|\s/g, "").includes(needle));
        expect({ sink, found }).toEqual({ sink, found: [] });
      }
    }),
  );
});

it("what a draft had left out is shown as missing, its mark nowhere", () => {
  assertProperty(
    fc.property(documents, (document) => {
      const draft = readDraft("a", draftText({ ...about, file, document }));
      if (!draft.ok) throw new Error(draft.problem.detail);
      expect(draft.value.leftOut.length).toBeGreaterThan(0);
      const view = profileView(openOf(draft.value.document, mark), documentAlone);
      const shown = JSON.stringify({ ...view, findings: [] });
      expect(shown).not.toContain(mark);
      expect(shown).not.toContain(base64(mark));
    }),
  );
});

it("attack: no finding repeats an address with a password in it, under whatever key of Jamf Connect it stands", () => {
  const address = string(`https://mira:${canary}@contoso.com, /{tenant}?a=1&amp;b`);
  for (const { domain, keys } of keyDomains) {
    const settings = (provider: string) =>
      keys
        .filter(({ path }) => !/[.[]/.test(path))
        .map(({ path }) => [path, path === "OIDCProvider" ? string(provider) : address] as const);
    for (const provider of ["EntraID", "Okta", "Custom"]) {
      for (const entries of [
        settings(provider),
        settings(provider).map(([key, value]) => [key, array([value])] as const),
      ]) {
        const root = dict(entries);
        const findings = documentFindings({ format: "plist", encoding: "xml", domain, root, notices: [] });
        expect(findings?.length).toBeGreaterThan(0);
        expect(JSON.stringify(findings)).not.toContain(canary);
      }
    }
  }
});
