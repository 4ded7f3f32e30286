import { hitAt } from "../hit.ts";
import { jamfPage } from "../jamf-page.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";
import { loginDomain } from "../subject.ts";

const { OIDCNewPassword: _, ...unset } = soundLogin;

/** The key that decides between a password of one's own and the network password is left to a default that changed. */
export const newPasswordUnset: LintRule = {
  id: "newpassword-unset",
  group: "accounts",
  name: "Nothing says which password the Mac gets",
  severity: "info",
  certainty: "documented",
  why: "OIDCNewPassword decides whether people choose a password for the Mac or type the network password, which is then checked with the provider. Jamf's documentation gives the default as false today and as true for 2.1.2, and an older public manifest has true. Written down, it means the same in every version.",
  source: jamfPage("Initial_Password_Settings"),
  fires: { settings: { "com.jamf.connect.login": unset } },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  *check({ login, signIn }) {
    // Okta's own API checks the password by itself; the key is for OpenID Connect.
    if (login === null || signIn === null || signIn.provider.value === "Okta") return;
    if (login.flag("OIDCNewPassword", false).keyPath !== null) return;
    yield hitAt(
      { domain: loginDomain, keyPath: "OIDCNewPassword" },
      {
        title: "OIDCNewPassword is not set.",
        detail:
          "Whether the Mac gets the network password or one of its own then depends on the version of Jamf Connect.",
        fix: {
          label: "Write it down",
          steps: [
            "Set OIDCNewPassword to false for the network password, which is checked with the provider.",
            "Set it to true for a password of the Mac's own.",
          ],
        },
      },
    );
  },
};
