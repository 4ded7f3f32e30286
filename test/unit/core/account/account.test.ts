import { describe, expect, test } from "vitest";
import { previewAccount } from "../../../../main/core/account/preview.ts";
import { settingsFor } from "../../../integration/login/settings.ts";

const sourced = <T>(value: T, keyPath: string | null = "Key") => ({
  value,
  domain: "com.jamf.connect.login",
  keyPath,
});
const claims = { preferred_username: "megan@contoso.com", name: "Megan Bowen", groups: ["staff"] };

function preview(given: object, changes: object = {}) {
  return previewAccount({ ...given }, settingsFor("https://x.example", "EntraID", changes));
}

describe("the account", () => {
  test("takes short and full name from the usual claims and says which", () => {
    expect(preview(claims)).toEqual({
      shortName: "megan",
      fullName: "Megan Bowen",
      role: "standard",
      because: {
        shortName: "It comes from the claim preferred_username, up to the @.",
        fullName: "It comes from the claim name.",
        role: "The claim groups does not contain mac-admins.",
      },
      decidedBy: { shortName: ["preferred_username"], fullName: ["name"], role: ["groups"] },
    });
  });

  test("names no claim where a key, the short name or a missing claim decided", () => {
    const { decidedBy } = preview({ upn: "megan@contoso.com" }) ?? {};
    expect(decidedBy).toEqual({ shortName: ["upn"], fullName: [], role: [] });
    const parts = { upn: "megan@contoso.com", given_name: "Megan", family_name: "Bowen" };
    expect(preview(parts)?.decidedBy.fullName).toEqual(["given_name", "family_name"]);
    expect(preview(claims, { createAdminUser: sourced(true) })?.decidedBy.role).toEqual([]);
  });

  test("OIDCShortName and OIDCFullName pick another claim, where the token has it", () => {
    const changes = {
      shortNameClaim: sourced("mailNickname", "OIDCShortName"),
      fullNameClaim: sourced("display", "OIDCFullName"),
    };
    expect(preview({ ...claims, mailNickname: "meganb", display: "Bowen, Megan" }, changes)).toMatchObject({
      shortName: "meganb",
      fullName: "Bowen, Megan",
    });
    const without = preview(claims, changes);
    expect(without).toMatchObject({ shortName: "megan", fullName: "Megan Bowen" });
    expect(without?.because["shortName"]).toContain(
      "OIDCShortName picks mailNickname, which the token does not have.",
    );
  });

  test("v1 claims win over v2 claims, and a name is put together where none is given", () => {
    expect(
      preview({ unique_name: "mb@contoso.com", email: "x@y", given_name: "Megan", family_name: "Bowen" }),
    ).toMatchObject({
      shortName: "mb",
      fullName: "Megan Bowen",
    });
    expect(preview({ email: "x@y" })).toMatchObject({ shortName: "x", fullName: "x" });
  });

  test("without any name there is no account", () => {
    expect(preview({ sub: "1", name: "Megan Bowen" })).toBeNull();
  });
});

describe("the role", () => {
  test.each([
    [{ groups: ["mac-admins"] }, {}, "admin", "contains mac-admins"],
    [{ groups: "mac-admins" }, {}, "admin", "contains mac-admins"],
    [{ groups: ["Mac-Admins"] }, {}, "standard", "other capitals"],
    [{}, {}, "standard", "has no claim groups"],
    [{ _claim_names: { groups: "src1" } }, {}, "standard", "too many groups"],
    [{ hasgroups: true }, {}, "standard", "too many groups"],
    [
      { roles: ["Admin"] },
      { adminClaim: sourced("roles"), adminValues: sourced(["Admin"]) },
      "admin",
      "roles contains Admin",
    ],
    [{ groups: ["mac-admins"] }, { ignoreAdmin: sourced(true) }, "standard", "OIDCIgnoreAdmin"],
    [{}, { createAdminUser: sourced(true) }, "admin", "CreateAdminUser"],
    [{ groups: ["x"] }, { adminValues: sourced([]) }, "standard", "names no role"],
  ] as const)("%j with %j is %s: %s", (given, changes, role, because) => {
    const account = preview({ preferred_username: "m@c", ...given }, changes);
    expect(account?.role).toBe(role);
    expect(account?.because["role"]).toContain(because);
  });
});
