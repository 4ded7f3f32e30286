import { describe, expect, test } from "vitest";
import { collectKnown } from "../../../../main/core/anonymize/collect.ts";
import { createMask } from "../../../../main/core/anonymize/create-mask.ts";
import { createLabelBook } from "../../../../main/core/anonymize/label-book.ts";
import { maskProfile } from "../../../../main/core/anonymize/mask-profile.ts";
import { settingLeaves } from "../../../../main/core/history/index.ts";
import { equalValues, toTypedJson } from "../../../../main/core/plist/index.ts";
import type { PlistValue } from "../../../../main/core/plist/value.ts";
import { describeProfile, type ProfileDocument, readProfile } from "../../../../main/core/profile/index.ts";
import { contoso, layers } from "../profile/fixtures.ts";
import { mira, profileOf } from "../report/fixtures.ts";

function masked(document: ProfileDocument): ProfileDocument {
  const known = collectKnown({ document, leaves: settingLeaves(document), runs: [], policies: [] });
  return maskProfile(document, createMask(known, createLabelBook(), { showRequestIds: false }));
}

function read(content: string, fileName: string | null = null): ProfileDocument {
  const document = readProfile(new TextEncoder().encode(`<plist version="1.0">${content}</plist>`), {
    fileName,
  });
  if (!document.ok) throw new Error(document.problem.detail);
  return document.value;
}

/** The kinds of values and the keys of dictionaries, without what they hold. */
function shape(value: PlistValue): unknown {
  if (value.kind === "array") return value.items.map(shape);
  if (value.kind !== "dict") return value.kind;
  return Object.fromEntries([...value.entries].map(([key, inner]) => [key, shape(inner)]));
}

describe("a masked profile", () => {
  test.each([
    ["with both domains", profileOf(mira)],
    ["with a wrapper and another payload", contoso()],
    ["with layers of managed preferences", layers()],
  ])("%s keeps payloads, keys, kinds and order", (_, document) => {
    const copy = masked(document);
    const secretless = (text: unknown) =>
      JSON.parse(
        JSON.stringify(text, (key, value) =>
          /Secret$|^LicenseFile$|^apiToken$/.test(key) ? undefined : value,
        ),
      );
    expect(shape(copy.root)).toEqual(secretless(shape(document.root)));
    expect(JSON.stringify(shape(copy.root))).toBe(JSON.stringify(secretless(shape(document.root))));
    const places = (profile: ProfileDocument) =>
      describeProfile(profile).payloads.map(({ domain, form }) => [
        domain?.replace(/^com\.contosoagent\.settings$/, "com.example.settings-1"),
        form,
      ]);
    expect(places(copy)).toEqual(places(document));
  });

  test("masks itself to the same again", () => {
    const once = masked(profileOf(mira));
    expect(equalValues(once.root, masked(profileOf(mira)).root)).toBe(true);
  });

  test("keeps UUIDs of payloads apart and well-formed", () => {
    const text = JSON.stringify(toTypedJson(masked(profileOf(mira)).root));
    const uuids = [...text.matchAll(/"PayloadUUID":"([^"]+)"/g)].map((found) => found[1]);
    expect(new Set(uuids).size).toBe(3);
    for (const uuid of uuids) expect(uuid).toMatch(/^00000000-0000-4000-8000-\d{12}$/);
  });

  test("holds nothing of payloads that it does not know but their keys, numbers and switches", () => {
    const document =
      read(`<dict><key>PayloadType</key><string>Configuration</string><key>PayloadContent</key><array>
      <dict><key>PayloadType</key><string>com.apple.wifi.managed</string><key>SSID_STR</key><string>Fabrikam-Guest</string>
      <key>Password</key><string>wifi-password</string><key>AutoJoin</key><true/><key>Port</key><integer>8443</integer></dict>
      <dict><key>PayloadType</key><string>com.apple.security.pkcs12</string><key>PayloadContent</key><data>c2VjcmV0</data></dict>
      <dict><key>PayloadType</key><string>com.fabrikam.agent</string><key>server</key><string>agent.fabrikam.net</string></dict>
      </array></dict>`);
    expect(toTypedJson(masked(document).root)).toEqual({
      PayloadType: "Configuration",
      PayloadContent: [
        { PayloadType: "com.apple.wifi.managed", SSID_STR: "text-1", AutoJoin: true, Port: 8443 },
        { PayloadType: "com.apple.security.pkcs12", PayloadContent: { $data: "" } },
        { PayloadType: "com.example.settings-1", server: "text-2" },
      ],
    });
  });

  test("of a bare property list knows its domain", () => {
    const document = read(
      "<dict><key>OIDCClientSecret</key><string>s</string><key>OIDCClientID</key><string>0oa1b2c3D4</string></dict>",
      "com.jamf.connect.login.plist",
    );
    expect(toTypedJson(masked(document).root)).toEqual({ OIDCClientID: "app-1" });
    expect(masked(document).domain).toBe("com.jamf.connect.login");
  });

  test("opens lists as the catalogue names what is in them", () => {
    const document = read(
      "<dict><key>Actions</key><array><dict><key>Name</key><string>Call Mira</string><key>Timer</key><integer>5</integer></dict></array></dict>",
      "com.jamf.connect.actions.plist",
    );
    expect(toTypedJson(masked(document).root)).toEqual({ Actions: [{ Name: "text-1", Timer: 5 }] });
  });
});
