import { expect, it } from "vitest";
import { findingPlace } from "../../../../renderer/text/finding-place.ts";

const login = "com.jamf.connect.login";
const rows = new Set(["OIDCAdmin", "IdPSettings.ROPGScopes", "CustomMenu[0]", "Odd.Name"]);
const isShown = (domain: string, keyPath: string) => domain === login && rows.has(keyPath);
const place = (keyPath: string, domain?: string) =>
  findingPlace({ keyPath, ...(domain === undefined ? {} : { domain }) }, isShown);

it.each([
  ["OIDCAdmin", "OIDCAdmin"],
  ["OIDCAdmin[2]", "OIDCAdmin"],
  ["CustomMenu[0].Title", "CustomMenu[0]"],
  ["IdPSettings.ROPGScopes[0].x", "IdPSettings.ROPGScopes"],
  ["Odd.Name", "Odd.Name"],
])("%s stands beside %s", (keyPath, row) => {
  expect(place(keyPath, login)).toEqual({ kind: "key", domain: login, keyPath: row });
});

it("a key without a row of its own stands beside its payload or the profile, and nothing else anywhere", () => {
  expect(place("PayloadContent[3].PayloadIdentifier", "com.apple.other")).toEqual({
    kind: "payload",
    position: 3,
  });
  expect(place("PayloadContent[0].PayloadContent.com.jamf.connect.login.Set-Once", login)).toEqual({
    kind: "payload",
    position: 0,
  });
  expect(place("PayloadIdentifier")).toEqual({ kind: "profile" });
  expect(place("OIDCAdminAttribute", login)).toBeNull();
  expect(findingPlace({ policyId: "x" }, isShown)).toBeNull();
});
