import { describe, expect, it } from "vitest";
import type { ExampleSettings } from "../../../../main/core/lint/rule.ts";
import { adminAttributeNotRoles } from "../../../../main/core/lint/rules/admin-attribute-not-roles.ts";
import { adminRolesWithoutAttribute } from "../../../../main/core/lint/rules/admin-roles-without-attribute.ts";
import { newPasswordUnset } from "../../../../main/core/lint/rules/newpassword-unset.ts";
import { passwordPolicyDisagrees } from "../../../../main/core/lint/rules/password-policy-disagrees.ts";
import { shortnameClaimMissing } from "../../../../main/core/lint/rules/shortname-claim-missing.ts";
import { soundLogin } from "../../../../main/core/lint/sound-settings.ts";
import { foundIn, foundInLogin } from "./found-in.ts";

const group = "c27d1b33-59b3-4ab2-a5c9-23cf80a4d6f1";
const { OIDCNewPassword: _, ...unset } = soundLogin;

describe("where administrators come from", () => {
  const rules = [adminAttributeNotRoles, adminRolesWithoutAttribute];
  const google = { OIDCProvider: "GoogleID", OIDCClientID: "x.apps.googleusercontent.com" };
  it.each([
    [{ OIDCAdmin: ["Admin"] }, ["warning admin-roles-without-attribute"]],
    [{ OIDCAdmin: "Admin" }, ["warning admin-roles-without-attribute"]],
    [{ OIDCAdmin: ["Admin"], OIDCAdminAttribute: "groups" }, ["warning admin-attribute-not-roles"]],
    [{ OIDCAdmin: ["Admin"], OIDCAdminAttribute: "Roles" }, ["warning admin-attribute-not-roles"]],
    [{ OIDCAdmin: ["Admin"], OIDCAdminAttribute: "role" }, ["warning admin-attribute-not-roles"]],
    [{ OIDCAdmin: ["Admin"], OIDCAdminAttribute: "jobTitle" }, ["info admin-attribute-not-roles"]],
    [{ OIDCAdmin: ["Admin"], OIDCAdminAttribute: "roles" }, []],
    // Entra's groups are object ids, so that somebody meant them.
    [{ OIDCAdmin: [group] }, []],
    [{ OIDCAdmin: [group], OIDCAdminAttribute: "groups" }, []],
    [{ OIDCAdmin: ["Admin"], OIDCAdminAttribute: "groups", OIDCIgnoreAdmin: true }, []],
    [{ OIDCAdmin: [] }, []],
    [{ ...google, OIDCAdmin: ["Admin"] }, ["warning admin-roles-without-attribute"]],
    [{ OIDCProvider: "OneLogin", OIDCAdmin: ["Admin"] }, []],
  ])("%o: %o", (settings, expected) => {
    const found = rules.flatMap((rule) => foundInLogin(rule, { ...soundLogin, ...settings }));
    expect(found.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(expected);
  });
});

it.each([
  [unset, 1],
  [{ ...unset, OIDCNewPassword: true }, 0],
  [{ ...unset, OIDCNewPassword: "false" }, 0],
  [{ OIDCProvider: "Okta", AuthServer: "contoso.okta.com" }, 0],
  // A second payload of the domain that carries one setting only.
  [{ BackgroundImage: "/usr/local/shared/background.jpg" }, 0],
] as const)("the password of the Mac is written down: %o", (settings, count) => {
  expect(foundInLogin(newPasswordUnset, settings)).toHaveLength(count);
});

it.each([
  [{ OIDCScopes: "openid+email", OIDCShortName: "preferred_username" }, ["OIDCShortName"]],
  [{ OIDCScopes: "openid profile", OIDCShortName: "email", OIDCFullName: "name" }, ["OIDCShortName"]],
  [{ OIDCScopes: "openid", OIDCShortName: "email", OIDCFullName: "name" }, ["OIDCShortName", "OIDCFullName"]],
  [{ OIDCScopes: "OpenID+Profile+Email", OIDCShortName: "nickname" }, []],
  [{ OIDCShortName: "email" }, []],
  [{ OIDCScopes: "openid", OIDCShortName: "sAMAccountName" }, []],
  [{ OIDCScopes: "openid" }, []],
])("the claim of a name is asked for: %o", (settings, keyPaths) => {
  const found = foundInLogin(shortnameClaimMissing, { ...soundLogin, ...settings });
  expect(found.map(({ where }) => where.keyPath)).toEqual(keyPaths);
});

describe("the password that macOS wants", () => {
  const both = (policies: ExampleSettings, passcode: ExampleSettings) =>
    foundIn(passwordPolicyDisagrees, {
      profile: {
        PayloadType: "Configuration",
        PayloadContent: [
          { PayloadType: "com.jamf.connect", PasswordPolicies: policies },
          { PayloadType: "com.apple.mobiledevice.passwordpolicy", ...passcode },
        ],
      },
    });
  const asks = (rules: ExampleSettings) => ({ PolicyRequirements: rules });

  it.each([
    [{ minLength: 8 }, { minLength: 12 }, ["minLength"]],
    [{ minLength: 12 }, { minLength: 12 }, []],
    [{ minLength: 14 }, { minLength: 12 }, []],
    [{ minLength: 12 }, { minLength: 12, minComplexChars: 1 }, ["minSymbol"]],
    [{ minLength: 12, minSymbol: 1 }, { minComplexChars: 1 }, []],
    [{ minLength: 12 }, { requireAlphanumeric: true }, ["minNumber"]],
    [{ minLength: 12, minNumber: 1 }, { requireAlphanumeric: true }, []],
    [{ minSymbol: 2 }, { minLength: 12 }, ["minLength"]],
  ])("Jamf Connect asks for %o, macOS for %o: %o", (rules, passcode, keys) => {
    const found = both(asks(rules), passcode);
    expect(found.map(({ where }) => where.keyPath?.split(".").at(-1))).toEqual(keys);
  });

  it("is not compared where Jamf Connect shows no rules, or the passcode is in another file", () => {
    expect(both({}, { minLength: 12 })).toEqual([]);
    const alone = { settings: { "com.jamf.connect": { PasswordPolicies: asks({ minLength: 8 }) } } };
    expect(foundIn(passwordPolicyDisagrees, alone)).toEqual([]);
  });
});
