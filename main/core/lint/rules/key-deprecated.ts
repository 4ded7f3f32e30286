import { keyDomains } from "../../keys/index.ts";
import { isBefore } from "../../oidc/version.ts";
import { hitAt } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

/** A key that the Jamf Connect in use has no more. */
export const keyDeprecated: LintRule = {
  id: "key-deprecated",
  group: "form",
  name: "A key has been dropped",
  severity: "warning",
  certainty: "documented",
  why: "The version that is named dropped the key, and it does nothing since. Without --jamf-connect the current version counts.",
  source: "https://learn.jamf.com/r/en-US/jamf-connect-release-notes",
  fires: { settings: { "com.jamf.connect.login": { ...soundLogin, LoginScreen: true } } },
  silent: {
    settings: { "com.jamf.connect.login": { ...soundLogin, LoginScreen: true } },
    jamfConnect: "1.19",
  },
  *check({ settings }, { jamfConnect }) {
    for (const setting of settings) {
      const { key, keyPath, domain } = setting;
      if (key?.deprecated === undefined || isBefore(jamfConnect, key.deprecated)) continue;
      // A domain that ended as a whole has a rule of its own.
      if (keyDomains.some((known) => known.domain === domain && known.deprecated !== undefined)) continue;
      yield hitAt(setting, {
        title: `${keyPath} was dropped in Jamf Connect ${key.deprecated}.`,
        detail: "Since then it does nothing.",
        fix: { label: "Take it out", steps: [`Take ${keyPath} out of the profile.`] },
      });
    }
  },
};
