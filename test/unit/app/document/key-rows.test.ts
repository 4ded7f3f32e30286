import { expect, it } from "vitest";
import { keyRows } from "../../../../main/app/document/key-rows.ts";

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
