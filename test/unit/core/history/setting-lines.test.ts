import { describe, expect, test } from "vitest";
import { fingerprintText, settingLeaves, settingLines } from "../../../../main/core/history/index.ts";
import { array, boolean, dict, integer, string } from "../../../../main/core/plist/build.ts";
import type { PlistDict, PlistValue } from "../../../../main/core/plist/value.ts";
import type { ProfileDocument } from "../../../../main/core/profile/index.ts";

function profile(...payloads: readonly PlistDict[]): ProfileDocument {
  const root = dict([
    ["PayloadType", string("Configuration")],
    ["PayloadContent", array(payloads)],
  ]);
  return { format: "mobileconfig", encoding: "xml", root, domain: null, notices: [] };
}

function loginPayload(...settings: readonly (readonly [string, PlistValue])[]): PlistDict {
  return dict([...settings, ["PayloadType", string("com.jamf.connect.login")], ["PayloadUUID", string("x")]]);
}

const lines = (document: ProfileDocument) => settingLines(settingLeaves(document), () => "1");

describe("setting lines", () => {
  test("open dictionaries, keep arrays whole, and leave out what describes the payload", () => {
    const document = profile(
      loginPayload(["OIDCAdmin", array([string("Admin"), string("Owner")])], ["DenyLocal", boolean(true)]),
      dict([
        ["PayloadType", string("com.jamf.connect")],
        ["IdPSettings", dict([["ROPGID", string("app")]])],
      ]),
    );
    expect(lines(document).map(({ domain, keyPath, value }) => [domain, keyPath, value])).toEqual([
      ["com.jamf.connect.login", "OIDCAdmin", "Admin, Owner"],
      ["com.jamf.connect.login", "DenyLocal", "true"],
      ["com.jamf.connect", "IdPSettings.ROPGID", "app"],
    ]);
  });

  test("mark the settings of a second payload of one domain", () => {
    const document = profile(loginPayload(["A", string("1")]), loginPayload(["A", string("2")]));
    expect(lines(document).map(({ keyPath }) => keyPath)).toEqual(["A", "[1].A"]);
  });

  test.each(["OIDCClientSecret", "LicenseFile", "SomeApiKey", "wifiPassword"])("hold no %s", (key) => {
    const document = profile(loginPayload([key, string("very-secret")]));
    expect(lines(document)).toEqual([
      { domain: "com.jamf.connect.login", keyPath: key, value: "1", kind: "secret" },
    ]);
  });

  test("do not take switches about passwords for secrets", () => {
    const document = profile(loginPayload(["OIDCNewPassword", boolean(false)]));
    expect(lines(document)[0]).toMatchObject({ kind: "plain", value: "false" });
  });
});

describe("a fingerprint", () => {
  const print = (...settings: readonly (readonly [string, PlistValue])[]) =>
    fingerprintText(settingLeaves(profile(loginPayload(...settings))));

  test("does not depend on the order of keys, but on kinds and values", () => {
    const [a, b] = [["A", string("1")] as const, ["B", string("2")] as const];
    expect(print(a, b)).toBe(print(b, a));
    expect(print(a)).not.toBe(print(["A", string("2")]));
    expect(print(a)).not.toBe(print(["A", integer(1)]));
    expect(print(a)).not.toBe(print(a, b));
  });

  test("gives no way to try a secret", () => {
    expect(print(["OIDCClientSecret", string("one")])).toBe(print(["OIDCClientSecret", string("two")]));
    expect(print(["OIDCClientSecret", string("one")])).not.toBe(print());
  });
});
