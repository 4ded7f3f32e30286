import { expect, it } from "vitest";
import { keyRows } from "../../../../main/app/document/key-rows.ts";
import type { TypedJson } from "../../../../main/core/plist/index.ts";

const payload = { domain: "com.contoso.example" };
const shown = (settings: Parameters<typeof keyRows>[1]) =>
  keyRows(payload, settings).map(({ keyPath, type, display }) => [keyPath, type, display]);

it("opens dictionaries, keeps arrays in one row, and names every kind", () => {
  expect(
    shown({
      Text: "a",
      Flag: false,
      Count: 3,
      Share: 0.5,
      Whole: { $real: 2 },
      Large: { $integer: "9223372036854775807" },
      When: { $date: "2026-11-23T09:15:42Z" },
      Bytes: { $data: "AAECAw==" },
      $$odd: 1,
      List: ["a", 1, true],
      Entries: [{ Name: "x" }],
      Nothing: [],
      Group: { Inner: { Deep: "b" }, Empty: {} },
    }),
  ).toEqual([
    ["Text", "string", "a"],
    ["Flag", "boolean", "No"],
    ["Count", "integer", "3"],
    ["Share", "real", "0.5"],
    ["Whole", "real", "2"],
    ["Large", "integer", "9223372036854775807"],
    ["When", "date", "2026-11-23T09:15:42Z"],
    ["Bytes", "data", "4 bytes"],
    ["$odd", "integer", "1"],
    ["List", "array", "a, 1, true"],
    ["Entries", "array", "1 entry"],
    ["Nothing", "array", "Empty"],
    ["Group.Inner.Deep", "string", "b"],
    ["Group.Empty", "dictionary", "Empty"],
  ]);
});

it("takes a real key that begins with a dollar for a key, not for a kind", () => {
  expect(shown({ Odd: { $$data: "x" } })).toEqual([["Odd.$data", "string", "x"]]);
});

it("never carries a secret", () => {
  const rows = keyRows({ domain: "com.jamf.connect.login" }, { OIDCClientSecret: "hidden-value" });
  expect(rows[0]).toMatchObject({ keyPath: "OIDCClientSecret", display: "", value: "" });
  expect(JSON.stringify(rows)).not.toContain("hidden-value");
});

it("shows of a license for whom, for how many Macs and until when it is, and nothing else of it", () => {
  const license =
    "<plist><dict><key>Name</key><string>Contoso</string><key>LicenseKey</key><string>canary</string><key>NumberOfClients</key><integer>9</integer><key>ExpirationDate</key><string>2027-01-31</string></dict></plist>";
  const row = (value: TypedJson) => keyRows({ domain: "com.jamf.connect" }, { LicenseFile: value })[0];
  const base64 = Buffer.from(license).toString("base64");
  for (const value of [{ $data: base64 }, base64]) {
    expect(row(value)).toMatchObject({ value: "", display: "Contoso, 9 Macs, until 2027-01-31" });
  }
  expect(row("PD94b!")?.display).toBe("The license is not complete Base64 text.");
  expect(keyRows({ domain: "com.jamf.connect.login" }, { OIDCClientSecret: "canary" })[0]?.display).toBe("");
});

it("hides a secret in a place that Jamf Connect does not know, and no switch or text of a like name", () => {
  const rows = keyRows(
    { domain: "com.jamf.connect" },
    {
      OIDCClientSecret: "canary",
      IdPSettings: { Provider: "EntraID", OIDCClientSecret: "canary" },
      PasswordPolicies: { SomePassword: true },
      CustomMenuItems: { ChangePassword: "New password" },
    },
  );
  expect(rows.filter(({ secret }) => secret === true).map(({ keyPath }) => keyPath)).toEqual([
    "OIDCClientSecret",
    "IdPSettings.OIDCClientSecret",
  ]);
  expect(JSON.stringify(rows)).not.toContain("canary");
  expect(JSON.stringify(rows)).toContain("New password");
});
