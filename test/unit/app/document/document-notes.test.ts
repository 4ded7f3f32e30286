import { expect, test } from "vitest";
import { documentNotes } from "../../../../main/app/document/document-notes.ts";
import type { TypedJson } from "../../../../main/core/plist/typed-json.ts";
import { profileFromTypedJson } from "../../../../main/core/profile/index.ts";

function notesOf(json: TypedJson, inside: string | null = null, fileName = "a.mobileconfig") {
  const document = profileFromTypedJson(json, { fileName });
  if (!document.ok) throw new Error(document.problem.title);
  return documentNotes({ document: document.value, inside });
}

const profile = (...payloads: readonly TypedJson[]): TypedJson => ({
  PayloadType: "Configuration",
  PayloadContent: payloads,
});
const login = { PayloadType: "com.jamf.connect.login", OIDCProvider: "EntraID" };

test("a profile with Jamf Connect settings needs no note, in any form", () => {
  expect(notesOf(profile(login))).toEqual([]);
  expect(notesOf({ OIDCProvider: "EntraID" }, null, "com.jamf.connect.login.plist")).toEqual([]);
  expect(notesOf(profile({ PayloadType: "com.jamf.connect.authchanger", Arguments: ["-reset"] }))).toEqual(
    [],
  );
});

test("what was taken out of something says where it was, and that the file stays", () => {
  expect(notesOf(profile(login), "general/payloads")).toMatchObject([
    {
      code: "taken-out",
      title: "This profile was inside general/payloads.",
      detail: expect.stringContaining("stays"),
    },
  ]);
});

test("a profile for something else says so and what it holds", () => {
  const wifi = { PayloadType: "com.apple.wifi.managed", SSID_STR: "Staff" };
  expect(notesOf(profile(wifi, wifi, { PayloadType: "com.apple.dock" }))).toMatchObject([
    { code: "no-jamf-connect", detail: "It holds 3 payloads: com.apple.wifi.managed, com.apple.dock." },
  ]);
});

test("encrypted, empty and not forced settings are said in place of an empty page", () => {
  expect(
    notesOf({ PayloadType: "Configuration", EncryptedPayloadContent: { $data: "AAEC" } }).map(
      ({ code }) => code,
    ),
  ).toEqual(["profile-encrypted"]);
  expect(notesOf(profile()).map(({ code }) => code)).toEqual(["profile-empty"]);
  const loose = {
    PayloadType: "com.apple.ManagedClient.preferences",
    PayloadContent: { "com.jamf.connect": { IdPSettings: { Provider: "EntraID" } } },
  };
  expect(notesOf(profile(loose)).map(({ code }) => code)).toEqual(["settings-not-forced"]);
});
