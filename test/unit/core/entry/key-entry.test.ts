import { describe, expect, it } from "vitest";
import { firstValue, readTypedText, wantedFor } from "../../../../main/core/entry/index.ts";
import { describeKey, type KeyDescription, keyDomains } from "../../../../main/core/keys/index.ts";
import { fromTypedJson, type TypedJson } from "../../../../main/core/plist/index.ts";

const login = "com.jamf.connect.login";
const menuBar = "com.jamf.connect";
const every = keyDomains.flatMap(({ keys }) => keys);

function first(domain: string, path: string): TypedJson {
  const key = describeKey(domain, path);
  if (key === null) throw new Error(`${path} is not in the catalogue`);
  return firstValue(key, null);
}

describe("the first value of a key", () => {
  it.each(every.map((key) => [`${key.domain} ${key.path}`, key] as const))(
    "%s fits its type",
    (_name, key) => {
      const value = fromTypedJson(firstValue(key, "EntraID"));
      expect(value.ok && value.value.kind).toBe(key.type);
    },
  );

  it("is what Jamf Connect assumes, else the first of the values, else nothing that could be taken for a setting", () => {
    expect(first(menuBar, "PasswordPolicies.NetworkCheck")).toBe(60);
    expect(first(login, "OIDCRedirectURI")).toBe("https://127.0.0.1/jamfconnect");
    expect(first(login, "OIDCAdminAttribute")).toBe("groups");
    expect(first(login, "OIDCProvider")).toBe("EntraID");
    expect(first(login, "DenyLocal")).toBe(false);
    expect(first(login, "OIDCClientID")).toBe("");
    expect(first(login, "DenyLocalExcluded")).toEqual([]);
    expect(first("com.jamf.connect.shares", "Shares")).toEqual([{ Name: "" }]);
    const page = describeKey(menuBar, "IdPSettings.ChangePasswordURL") as KeyDescription;
    expect(firstValue(page, "EntraID")).toContain("microsoft.com");
    expect(firstValue(page, "Okta")).toBe("");
  });
});

describe("what has to be typed", () => {
  it("goes by the catalogue where a value has the wrong type, and by the value where nothing is known", () => {
    expect(wantedFor(menuBar, "PasswordPolicies.NetworkCheck", "string")).toEqual({
      type: "integer",
      least: 0,
    });
    expect(wantedFor(login, "LicenseFile", "string").type).toBe("string");
    expect(wantedFor("com.contoso", "Own", "real")).toEqual({ type: "real" });
    expect(wantedFor("com.contoso", "Own", null)).toEqual({ type: "string" });
  });

  it("knows items of lists and of dictionaries whose keys are free", () => {
    expect(wantedFor(menuBar, "TemporaryUserPermissions.UserPromotionRole[2].Duration", "string").type).toBe(
      "integer",
    );
    expect(wantedFor(login, "OIDCAdmin[0]", null).type).toBe("string");
    expect(wantedFor(menuBar, "Keychain.PasswordItems.Own", "integer").type).toBe("string");
  });

  it("every whole number of the catalogue counts something: below zero has no meaning", () => {
    for (const key of every.filter(({ type }) => type === "integer")) {
      expect(readTypedText("-5", wantedFor(key.domain, key.path.replaceAll("[]", "[0]"), null)).ok).toBe(
        false,
      );
    }
  });
});
