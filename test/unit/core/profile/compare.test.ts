import { describe, expect, test } from "vitest";
import {
  applyPatch,
  compareProfiles,
  type ProfileDocument,
  readProfile,
} from "../../../../main/core/profile/index.ts";
import type { ProfilePatch } from "../../../../main/core/profile/patch.ts";
import { bare, contoso } from "./fixtures.ts";

const login = { domain: "com.jamf.connect.login" };

function changed(patch: ProfilePatch): ProfileDocument {
  const result = applyPatch(contoso(), patch);
  if (!result.ok) throw new Error(result.problem.detail);
  return result.value.document;
}

describe("compareProfiles", () => {
  test("a document equals itself", () => {
    expect(compareProfiles(contoso(), contoso())).toEqual([]);
  });

  test("a changed, an added and a removed setting, by domain and path", () => {
    const after = changed({
      op: "all",
      patches: [
        { op: "set", payload: login, path: ["OIDCTenant"], value: "fabrikam.com" },
        { op: "remove", payload: login, path: ["DenyLocal"] },
        {
          op: "set",
          payload: { domain: "com.jamf.connect" },
          path: ["IdPSettings", "ROPGScopes"],
          value: "openid",
        },
      ],
    });
    expect(compareProfiles(contoso(), after)).toEqual([
      {
        domain: "com.jamf.connect.login",
        keyPath: "OIDCTenant",
        before: "33333333-3333-3333-3333-333333333333",
        after: "fabrikam.com",
      },
      { domain: "com.jamf.connect.login", keyPath: "DenyLocal", before: true, after: null },
      { domain: "com.jamf.connect", keyPath: "IdPSettings.ROPGScopes", before: null, after: "openid" },
    ]);
  });

  test("an array is one value", () => {
    const after = changed({ op: "set", payload: login, path: ["OIDCAdmin", 0], value: "Owner" });
    expect(compareProfiles(contoso(), after)).toMatchObject([
      { keyPath: "OIDCAdmin", before: ["Admin", "Helpdesk"], after: ["Owner", "Helpdesk"] },
    ]);
  });

  test("another kind of the same number is a difference, another order of keys is none", () => {
    expect(
      compareProfiles(bare("<key>A</key><integer>1</integer>"), bare("<key>A</key><real>1</real>")),
    ).toEqual([{ domain: null, keyPath: "A", before: 1, after: { $real: 1 } }]);
    const ab = bare("<key>A</key><true/><key>B</key><true/>");
    expect(compareProfiles(ab, bare("<key>B</key><true/><key>A</key><true/>"))).toEqual([]);
  });

  test("payloads of other kinds are compared under their type", () => {
    const after = changed({
      op: "edit",
      edits: [{ edit: "put", path: ["PayloadContent", 2, "NotificationSettings"], value: [] }],
    });
    expect(compareProfiles(contoso(), after)).toMatchObject([
      { domain: "com.apple.notificationsettings", keyPath: "NotificationSettings", after: [] },
    ]);
  });

  test("names and identifiers of payloads do not count", () => {
    const after = changed({
      op: "edit",
      edits: [{ edit: "put", path: ["PayloadContent", 0, "PayloadUUID"], value: "other" }],
    });
    expect(compareProfiles(contoso(), after)).toEqual([]);
  });

  test("a second payload for a domain is compared with a second one only", () => {
    const after = changed({
      op: "add-payload",
      ...login,
      form: "direct",
      identifier: "i",
      uuid: "u",
      settings: { HelpURL: "x" },
    });
    expect(compareProfiles(contoso(), after)).toEqual([
      { domain: "com.jamf.connect.login", keyPath: "[1].HelpURL", before: null, after: "x" },
    ]);
  });
});

test("attack: thousands of payloads of one domain are counted once each", () => {
  const payload = (value: string) =>
    `<dict><key>PayloadType</key><string>com.jamf.connect</string><key>A</key><${value}/></dict>`;
  const many = (last: string) => {
    const payloads = `${payload("true").repeat(15_000)}${payload(last)}`;
    const source = `<plist version="1.0"><dict><key>PayloadType</key><string>Configuration</string><key>PayloadContent</key><array>${payloads}</array></dict></plist>`;
    const read = readProfile(new TextEncoder().encode(source), { fileName: null });
    if (!read.ok) throw new Error(read.problem.detail);
    return read.value;
  };
  expect(compareProfiles(many("true"), many("false"))).toEqual([
    { domain: "com.jamf.connect", keyPath: "[15000].A", before: true, after: false },
  ]);
});
