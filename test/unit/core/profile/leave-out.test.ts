import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equalValues } from "../../../../main/core/plist/equal.ts";
import {
  leaveOutSecrets,
  leftOutIn,
  readProfile,
  writeProfile,
} from "../../../../main/core/profile/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const mark = "left-out-0b2c4a6e";

function profile(payloads: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>
  <key>PayloadContent</key><array>${payloads}</array>
  <key>PayloadType</key><string>Configuration</string></dict></plist>`;
}

function payload(type: string, settings: string): string {
  return `<dict><key>PayloadType</key><string>${type}</string>${settings}</dict>`;
}

function read(text: string, fileName = "a.mobileconfig") {
  const document = readProfile(Buffer.from(text), { fileName });
  if (!document.ok) throw new Error(document.problem.title);
  return document.value;
}

function leftOut(text: string) {
  const written = writeProfile(leaveOutSecrets(read(text), mark), { to: "mobileconfig" });
  return written.ok ? new TextDecoder().decode(written.value) : "";
}

const pem = "-----BEGIN RSA PRIVATE KEY-----\nSECRET\n-----END RSA PRIVATE KEY-----";

describe("leaving secrets out", () => {
  it.each([
    ["a client secret", "com.jamf.connect.login", "<key>OIDCClientSecret</key><string>SECRET</string>"],
    [
      "a secret inside",
      "com.jamf.connect",
      "<key>IdPSettings</key><dict><key>ClientSecret</key><string>SECRET</string></dict>",
    ],
    ["a license as data", "com.jamf.connect", "<key>LicenseFile</key><data>U0VDUkVU</data>"],
    ["a license as text", "com.jamf.connect.login", "<key>LicenseFile</key><string>SECRET</string>"],
    ["a secret by its name", "com.contoso.app", "<key>ApiToken</key><string>SECRET</string>"],
    [
      "a group with such a name",
      "com.contoso.app",
      "<key>Password</key><dict><key>value</key><string>SECRET</string></dict>",
    ],
    ["an identity", "com.apple.security.pkcs12", "<key>PayloadContent</key><data>U0VDUkVU</data>"],
    ["its password", "com.apple.security.pkcs12", "<key>Password</key><string>SECRET</string>"],
    ["a certificate", "com.apple.security.root", "<key>PayloadContent</key><data>U0VDUkVU</data>"],
    ["a Wi-Fi password", "com.apple.wifi.managed", "<key>Password</key><string>SECRET</string>"],
    ["a private key", "com.contoso.app", `<key>Text</key><string>${pem}</string>`],
    [
      "a private key as data",
      "com.contoso.app",
      `<key>Text</key><data>${Buffer.from(pem).toString("base64")}</data>`,
    ],
    [
      "a password in an address",
      "com.contoso.app",
      "<key>Share</key><string>smb://mira:SECRET@files.contoso.com/x</string>",
    ],
    [
      "one in an array",
      "com.contoso.app",
      "<key>List</key><array><dict><key>Secret</key><string>SECRET</string></dict></array>",
    ],
    [
      "one in managed preferences",
      "com.apple.ManagedClient.preferences",
      `<key>PayloadContent</key><dict><key>com.jamf.connect.login</key><dict><key>Forced</key><array><dict>
       <key>mcx_preference_settings</key><dict><key>OIDCClientSecret</key><string>SECRET</string></dict></dict></array></dict></dict>`,
    ],
  ])("%s", (_, type, settings) => {
    const text = profile(payload(type, settings));
    const out = leftOut(text);
    expect(out).not.toMatch(/SECRET<|SECRET@|SECRET\n|U0VDUkVU|VSBLRVktLS0tL/);
    expect(leftOutIn(read(out), mark)).toHaveLength(1);
  });

  it("keeps what is no secret, and says where something was", () => {
    const text = profile(
      payload(
        "com.jamf.connect.login",
        `<key>OIDCProvider</key><string>EntraID</string><key>OIDCClientSecret</key><string>SECRET</string>
         <key>EulaText</key><string>No secret.</string><key>DenyLocal</key><true/>`,
      ),
    );
    const out = read(leftOut(text));
    expect(leftOutIn(out, mark)).toEqual([
      {
        path: ["PayloadContent", 0, "OIDCClientSecret"],
        domain: "com.jamf.connect.login",
        keyPath: "OIDCClientSecret",
      },
    ]);
    expect(leftOut(text).replace(mark, "SECRET")).toContain("<string>No secret.</string>");
  });

  it("leaves a document without secrets as it is, and one that was left out before", () => {
    const plain = read(profile(payload("com.jamf.connect", "<key>A</key><string>b</string>")));
    expect(leaveOutSecrets(plain, mark).root).toBe(plain.root);
    const once = leaveOutSecrets(read(profile(payload("x.y", "<key>Secret</key><string>s</string>"))), mark);
    expect(leaveOutSecrets(once, mark).root).toBe(once.root);
  });

  it("knows a bare property list by its domain", () => {
    const text = "<plist><dict><key>OIDCClientSecret</key><string>SECRET</string></dict></plist>";
    const bare = read(text, "com.jamf.connect.login.plist");
    expect(leftOutIn(leaveOutSecrets(bare, mark), mark)).toMatchObject([
      { domain: "com.jamf.connect.login", path: ["OIDCClientSecret"] },
    ]);
  });

  it("changes nothing but values of secrets, whatever the profile holds", () => {
    assertProperty(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[A-Za-z]{1,8}$/), fc.stringMatching(/^[a-z]{1,8}$/)),
        (entries) => {
          const settings = Object.entries(entries).map(
            ([key, value]) => `<key>${key}</key><string>${value}</string>`,
          );
          const before = read(profile(payload("com.contoso.app", settings.join(""))));
          const after = leaveOutSecrets(before, mark);
          const missing = new Set(leftOutIn(after, mark).map(({ keyPath }) => keyPath));
          const [a, b] = [before, after].map(({ root }) => root.entries.get("PayloadContent"));
          if (a?.kind !== "array" || b?.kind !== "array") throw new Error("no payloads");
          const [one, other] = [a.items[0], b.items[0]];
          if (one?.kind !== "dict" || other?.kind !== "dict") throw new Error("no payload");
          expect([...other.entries.keys()]).toEqual([...one.entries.keys()]);
          for (const [key, value] of one.entries) {
            const now = other.entries.get(key);
            if (now !== undefined && !missing.has(key)) expect(equalValues(value, now)).toBe(true);
          }
        },
      ),
    );
  });
});
