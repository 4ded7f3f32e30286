import { isLookedUp, namesGroups } from "../admin-roles.ts";
import { hitAt, quoted } from "../hit.ts";
import { jamfPage } from "../jamf-page.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";
import { loginDomain } from "../subject.ts";

const named = { ...soundLogin, OIDCAdmin: ["Admin"] };

/** With Entra ID, roles are looked up in another claim than the one that holds them. */
export const adminAttributeNotRoles: LintRule = {
  id: "admin-attribute-not-roles",
  group: "accounts",
  name: "Admin roles are looked up in the wrong claim",
  severity: "warning",
  certainty: "documented",
  why: "App roles of Entra ID come in the claim roles, and Jamf says to set OIDCAdminAttribute to roles for Entra ID. In another claim the roles of OIDCAdmin are not found: nobody becomes an administrator. The claim groups holds object ids, and only where the app registration adds it.",
  source: jamfPage("OpenID_Connect_User_Role_Settings"),
  fires: { settings: { "com.jamf.connect.login": { ...named, OIDCAdminAttribute: "groups" } } },
  silent: { settings: { "com.jamf.connect.login": { ...named, OIDCAdminAttribute: "roles" } } },
  *check({ signIn }) {
    if (signIn === null || signIn.provider.value !== "EntraID" || !isLookedUp(signIn)) return;
    const { value, keyPath } = signIn.adminClaim;
    if (keyPath === null || value.trim() === "roles") return;
    const isUsual = /^(?:groups?|roles?)$/iu.test(value.trim());
    if (isUsual && namesGroups(signIn)) return;
    yield hitAt(
      { domain: loginDomain, keyPath },
      {
        title: "The admin roles are not looked up in the claim roles.",
        detail: `OIDCAdminAttribute is ${quoted(value)}. ${isUsual ? "App roles of Entra ID are in roles, written exactly so." : "That fits only if the app registration adds a claim of this name."}`,
        severity: isUsual ? "warning" : "info",
        certainty: isUsual ? "documented" : "inferred",
        fix: {
          label: "Look in roles",
          steps: [
            "Make app roles in the app registration and assign them to people or groups.",
            "Set OIDCAdminAttribute to roles, and test a login: the result says who becomes an administrator and why.",
          ],
        },
      },
    );
  },
};
