import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isLicense,
  type License,
  readLicense,
  readLicenseValue,
} from "../../../../main/core/license/index.ts";
import { encodeBase64 } from "../../../../main/core/plist/base64.ts";
import { dict, integer, string } from "../../../../main/core/plist/build.ts";
import { writeBinaryPlist, writeXmlPlist } from "../../../../main/core/plist/index.ts";
import type { PlistDict, PlistValue } from "../../../../main/core/plist/value.ts";
import type { Result } from "../../../../main/core/problem.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const licenseKey = "canary-A1B2-C3D4";

/** The fields of a license as public scripts read them; the values are made up. */
const contoso = dict([
  ["Name", string("Contoso Ltd")],
  ["Email", string("macs@contoso.example")],
  ["Product", string("Jamf Connect")],
  ["Edition", string("Standard")],
  ["LicenseKey", string(licenseKey)],
  ["DateIssued", string("2025-02-01 00:00:00 +0000")],
  ["ExpirationDate", string("2027-01-31 23:59:59 +0000")],
  ["NumberOfClients", integer(250)],
  ["MajorVersion", string("3")],
]);

const read: License = {
  name: "Contoso Ltd",
  email: "macs@contoso.example",
  product: "Jamf Connect",
  edition: "Standard",
  clients: 250,
  issued: { day: "2025-02-01", asWritten: "2025-02-01 00:00:00 +0000" },
  expires: { day: "2027-01-31", asWritten: "2027-01-31 23:59:59 +0000" },
  majorVersion: "3",
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const data = (bytes: Uint8Array): PlistValue => ({ kind: "data", bytes });
const lines = (text: string): string => text.replace(/.{60}/g, "$&\n\t\t");

function licenseOf(result: Result<License>): License {
  if (!result.ok) throw new Error(result.problem.title);
  return result.value;
}

const withField = (key: string, value: PlistValue): PlistDict =>
  dict([...contoso.entries].map(([name, old]) => [name, name === key ? value : old] as const));

describe("a license is read", () => {
  const once = encodeBase64(writeXmlPlist(contoso));
  test.each([
    ["the file itself", data(writeXmlPlist(contoso))],
    ["the file as a binary property list", data(writeBinaryPlist(contoso))],
    ["Base64 text", string(once)],
    ["Base64 text in lines, as editors wrap it", string(`\n\t\t${lines(once)}\n`)],
    ["Base64 text that was encoded once more for data", data(bytesOf(once))],
    ["Base64 of Base64, as a template makes it", string(encodeBase64(bytesOf(`${lines(once)}\n`)))],
    ["the XML itself, pasted as text", string(new TextDecoder().decode(writeXmlPlist(contoso)))],
  ])("from %s", (_, value) => {
    expect(licenseOf(readLicenseValue(value))).toEqual(read);
  });

  test("without the license key, in whatever form it stands", () => {
    expect(JSON.stringify(readLicense(writeXmlPlist(contoso)))).not.toContain(licenseKey);
  });

  test.each([
    ["a date", { kind: "date", time: Date.UTC(2027, 0, 31, 23) } as const, "2027-01-31"],
    ["a day alone", string("2027-01-31"), "2027-01-31"],
    ["a time with a T", string("2027-01-31T10:00:00Z"), "2027-01-31"],
    ["a form that nobody knows", string("31 January 2027"), null],
    ["a day that does not exist", string("2027-02-31"), null],
  ])("with its expiry as %s", (_, value, day) => {
    expect(licenseOf(readLicense(writeXmlPlist(withField("ExpirationDate", value)))).expires?.day).toBe(day);
  });

  test.each([
    [string("250"), 250],
    [string("unlimited"), null],
    [integer(-1), null],
    [integer(10n ** 20n), null],
  ])("with the number of Macs as %o", (value, clients) => {
    expect(licenseOf(readLicense(writeXmlPlist(withField("NumberOfClients", value)))).clients).toBe(clients);
  });

  test("with nothing where a field is not there", () => {
    const bare = dict([["ExpirationDate", string("2027-01-31")]]);
    expect(licenseOf(readLicense(writeXmlPlist(bare)))).toMatchObject({
      name: null,
      clients: null,
      issued: null,
    });
  });
});

describe("a license is refused", () => {
  const settings = dict([["DenyLocal", { kind: "boolean", value: true }]]);
  test.each([
    ["license-empty", string(" \n")],
    ["license-empty", data(new Uint8Array())],
    ["license-placeholder", string("$FLEET_SECRET_JAMF_CONNECT_LICENSE")],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template's own placeholder
    ["license-placeholder", string("${license_file_base64}")],
    ["license-placeholder", string("[YOUR LICENSE]")],
    ["license-not-base64", string("PD94bWwgdm!")],
    ["license-not-base64", string("PD94b")],
    ["license-not-readable", data(bytesOf("Hello, a license is no letter."))],
    ["license-not-readable", string(encodeBase64(writeXmlPlist(contoso).slice(0, 200)))],
    ["license-not-readable", integer(1)],
    ["license-not-readable", contoso],
    ["license-not-a-license", data(writeXmlPlist(settings))],
    ["license-not-a-license", data(writeXmlPlist({ kind: "array", items: [contoso] }))],
    ["license-too-large", data(new Uint8Array(300_000))],
    ["license-too-large", string("A".repeat(300_000))],
    [
      "license-not-readable",
      string(encodeBase64(bytesOf(encodeBase64(bytesOf(encodeBase64(writeXmlPlist(contoso))))))),
    ],
  ])("with %s: %o", (code, value) => {
    const result = readLicenseValue(value);
    expect(result.ok ? "read" : result.problem.code).toBe(code);
  });

  test("in words that never hold a part of it", () => {
    const result = readLicenseValue(string(`${licenseKey}!`));
    expect(JSON.stringify(result)).not.toContain("canary");
  });
});

describe("whatever is handed in", () => {
  test("is answered", () => {
    assertProperty(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }).map(data), fc.string().map(string)), (value) => {
        const result = readLicenseValue(value);
        if (!result.ok) expect(result.problem.code).toMatch(/^license-/);
      }),
    );
  });

  test("a license that is damaged anywhere is read or refused, and the key stays out of the answer", () => {
    const whole = writeXmlPlist(contoso);
    assertProperty(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const damaged = whole.slice();
        damaged[at] = byte;
        expect(JSON.stringify(readLicense(damaged))).not.toContain(licenseKey);
      }),
    );
  });

  test("any name, number and day come back as they went in, in either form and at either depth", () => {
    const day = fc
      .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    assertProperty(
      fc.property(
        fc.string({ unit: "grapheme-ascii", minLength: 1 }).filter((text) => text.trim() !== ""),
        fc.nat(999_999),
        day,
        fc.boolean(),
        fc.nat(2),
        (name, clients, expires, isBinary, depth) => {
          const root = dict([
            ["Name", string(name)],
            ["NumberOfClients", integer(clients)],
            ["ExpirationDate", string(expires)],
          ]);
          let bytes = isBinary ? writeBinaryPlist(root) : writeXmlPlist(root);
          for (let layer = 0; layer < depth; layer++) bytes = bytesOf(encodeBase64(bytes));
          const license = licenseOf(readLicense(bytes));
          expect([license.name, license.clients, license.expires?.day]).toEqual([
            name.trim(),
            clients,
            expires,
          ]);
        },
      ),
    );
  });
});

test("settings are no license file, and a license is no settings", () => {
  expect(isLicense(contoso)).toBe(true);
  expect(isLicense(dict([["LicenseFile", data(writeXmlPlist(contoso))]]))).toBe(false);
  expect(isLicense(dict([["LicenseKey", string("x")]]))).toBe(false);
});
