import { isLookedUp, namesGroups } from "../admin-roles.ts";
import { hitAt } from "../hit.ts";
import { jamfPage } from "../jamf-page.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";
import { loginDomain } from "../subject.ts";

const named = { ...soundLogin, OIDCAdmin: ["Admin"] };

/** Roles are named, and nothing says where they are. */
export const adminRolesWithoutAttribute: LintRule = {
  id: "admin-roles-without-attribute",
  group: "accounts",
  name: "Admin roles are named without the claim that holds them",
  severity: "warning",
  certainty: "documented",
  why: "Without OIDCAdminAttribute Jamf Connect looks for the roles of OIDCAdmin in the claim groups. Entra ID has app roles in roles, and groups as object ids only where the app registration adds them; Google has neither claim. Then nobody becomes an administrator.",
  source: jamfPage("OpenID_Connect_User_Role_Settings"),
  fires: { settings: { "com.jamf.connect.login": named } },
  silent: { settings: { "com.jamf.connect.login": { ...named, OIDCAdminAttribute: "roles" } } },
  *check({ signIn }) {
    if (signIn === null || !isLookedUp(signIn) || signIn.adminClaim.keyPath !== null) return;
    const provider = signIn.provider.value;
    const isGoogle = provider === "GoogleID";
    if (!isGoogle && (provider !== "EntraID" || namesGroups(signIn))) return;
    yield hitAt(
      { domain: loginDomain, keyPath: signIn.adminValues.keyPath ?? "OIDCAdmin" },
      {
        title: "Nothing says in which claim the admin roles are.",
        detail: isGoogle
          ? "OIDCAdmin names roles, and Google's ID token has neither groups nor roles."
          : "OIDCAdmin names roles and OIDCAdminAttribute is not set, so that they are looked up in groups; app roles of Entra ID are in roles.",
        fix: isGoogle
          ? {
              label: "Decide otherwise who is an administrator",
              steps: ["Take OIDCAdmin out, and use CreateAdminUser or privilege elevation."],
            }
          : {
              label: "Name the claim",
              steps: ["Set OIDCAdminAttribute to roles, and assign the app roles in Entra ID."],
            },
      },
    );
  },
};
