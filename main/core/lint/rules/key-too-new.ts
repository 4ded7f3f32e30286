import { isBefore } from "../../oidc/version.ts";
import { hitAt } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

/** A key that the Jamf Connect in use does not know yet. */
export const keyTooNew: LintRule = {
  id: "key-too-new",
  group: "form",
  name: "A key is newer than the Jamf Connect it is for",
  severity: "warning",
  certainty: "documented",
  why: "Older versions ignore a key that they do not know. The rule speaks where a version is given and the catalogue names the first one that has the key.",
  source: "https://learn.jamf.com/r/en-US/jamf-connect-release-notes",
  fires: {
    settings: { "com.jamf.connect.login": { ...soundLogin, ROPGScopes: "openid+profile+email" } },
    jamfConnect: "2.10",
  },
  silent: {
    settings: { "com.jamf.connect.login": { ...soundLogin, ROPGScopes: "openid+profile+email" } },
    jamfConnect: "2.45",
  },
  *check({ settings }, { jamfConnect }) {
    if (jamfConnect === null) return;
    for (const setting of settings) {
      const since = setting.key?.since;
      if (since === undefined || !isBefore(jamfConnect, since)) continue;
      yield hitAt(setting, {
        title: `${setting.keyPath} needs Jamf Connect ${since}.`,
        detail: `The profile is for ${jamfConnect}, which ignores it.`,
        fix: {
          label: "Update first",
          steps: [`Update Jamf Connect to ${since} or later, or take the key out.`],
        },
      });
    }
  },
};
