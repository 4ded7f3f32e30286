import { hitAt } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { findSetting } from "../subject.ts";

const google = {
  OIDCProvider: "GoogleID",
  OIDCClientID: "829415848243-example.apps.googleusercontent.com",
  OIDCRedirectURI: "https://127.0.0.1/jamfconnect",
};

/** A password check at a provider that has none. */
export const googleHasNoRopg: LintRule = {
  id: "google-has-no-ropg",
  group: "identity",
  name: "Google checks no passwords",
  severity: "error",
  certainty: "documented",
  why: "Google offers no password grant, so nothing can check that the password of the Mac is that of the account. With Google people choose a password for the Mac: OIDCNewPassword has to be true, and it is false where it is left out.",
  source: "https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Initial_Password_Settings",
  fires: { settings: { "com.jamf.connect.login": { ...google, OIDCNewPassword: false } } },
  silent: { settings: { "com.jamf.connect.login": { ...google, OIDCNewPassword: true } } },
  *check(subject) {
    const { signIn, login, menuBarCheck } = subject;
    if (signIn?.provider.value === "GoogleID" && login !== null && signIn.clientId !== null) {
      const flag = login.flag("OIDCNewPassword", false);
      const { domain } = signIn.provider;
      if (!flag.value) {
        yield hitAt(
          { domain, keyPath: "OIDCNewPassword" },
          {
            title: "Google checks no passwords.",
            detail: `OIDCNewPassword is ${flag.keyPath === null ? "not set, which means false" : "false"}: Jamf Connect would check the password at Google.`,
            fix: {
              label: "Let people choose a password for the Mac",
              patch: { op: "set", payload: { domain }, path: ["OIDCNewPassword"], value: true },
            },
          },
        );
      }
    }
    const ropgId = findSetting(subject, "com.jamf.connect", "IdPSettings.ROPGID");
    if (menuBarCheck?.provider.value === "GoogleID" && ropgId !== undefined) {
      yield hitAt(ropgId, {
        severity: "warning",
        title: "Google checks no passwords.",
        detail: "IdPSettings names an app for a password check, and Google has none.",
        fix: { label: "Take it out", steps: ["Take IdPSettings.ROPGID out of the profile."] },
      });
    }
  },
};
