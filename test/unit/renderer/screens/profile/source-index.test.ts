import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { indexSource, linesOfKey } from "../../../../../renderer/screens/profile/source-index.ts";

const file = resolve(import.meta.dirname, "../../../../fixtures/profiles/contoso.mobileconfig");
const source = readFileSync(file, "utf8");
const lines = source.split("\n");
const entries = indexSource(source);
const login = { domain: "com.jamf.connect.login", index: 0 };

const textOf = (place: { first: number; last: number } | null) =>
  place === null ? null : lines.slice(place.first - 1, place.last).map((line) => line.trim());

describe("linesOfKey", () => {
  it("finds a key of a direct payload, from its key to the end of its value", () => {
    expect(textOf(linesOfKey(entries, { ...login, keyPath: "OIDCClientID" }))).toEqual([
      "<key>OIDCClientID</key>",
      "<string>11111111-1111-1111-1111-111111111111</string>",
    ]);
  });

  it("takes all lines of an array", () => {
    const found = textOf(linesOfKey(entries, { ...login, keyPath: "OIDCAdmin" }));
    expect(found?.at(0)).toBe("<key>OIDCAdmin</key>");
    expect(found?.at(-1)).toBe("</array>");
    expect(found).toContain("<string>Helpdesk</string>");
  });

  it("finds a nested key inside a managed preferences payload, not the one of the other domain", () => {
    const found = textOf(
      linesOfKey(entries, { domain: "com.jamf.connect", index: 0, keyPath: "IdPSettings.Provider" }),
    );
    expect(found).toEqual(["<key>Provider</key>", "<string>EntraID</string>"]);
  });

  it("finds nothing for a key or a payload that is not there", () => {
    expect(linesOfKey(entries, { ...login, keyPath: "OIDCRedirectURI" })).toBeNull();
    expect(linesOfKey(entries, { ...login, index: 1, keyPath: "OIDCClientID" })).toBeNull();
    expect(linesOfKey(indexSource("no list at all"), { ...login, keyPath: "OIDCClientID" })).toBeNull();
  });

  it("finds an element of an array by its position", () => {
    expect(textOf(linesOfKey(entries, { ...login, keyPath: "OIDCAdmin.1" }))).toEqual([
      "<string>Helpdesk</string>",
    ]);
  });

  it("reads a bare property list as the settings themselves", () => {
    const bare = indexSource(
      "<plist>\n<dict>\n<key>OIDCTenant</key>\n<string>t</string>\n</dict>\n</plist>\n",
    );
    expect(linesOfKey(bare, { ...login, keyPath: "OIDCTenant" })).toEqual({ first: 3, last: 4 });
  });
});
