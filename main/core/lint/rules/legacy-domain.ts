import { keyDomains } from "../../keys/index.ts";
import { isBefore } from "../../oidc/version.ts";
import type { LintRule } from "../rule.ts";
import { exampleClient, soundLogin } from "../sound-settings.ts";

/** Settings of a version that nobody can have any more. */
export const legacyDomain: LintRule = {
  id: "legacy-domain",
  group: "form",
  name: "A preference domain is that of Jamf Connect 1.x",
  severity: "warning",
  certainty: "documented",
  why: "Jamf Connect Verify and Jamf Connect Sync became one menu bar app with Jamf Connect 2.0. It reads com.jamf.connect and none of their domains.",
  source: "https://docs.jamf.com/jamf-connect/2.17.0/documentation/",
  fires: { settings: { "com.jamf.connect.verify": { OIDCClientID: exampleClient } } },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  *check({ jamfConnect }, context) {
    for (const { domain } of jamfConnect) {
      const known = keyDomains.find((one) => one.domain === domain);
      if (domain === null || known?.deprecated === undefined) continue;
      if (isBefore(context.jamfConnect, known.deprecated)) continue;
      yield {
        title: `${domain} is read by Jamf Connect 1.x only.`,
        detail: `${known.title} ended with Jamf Connect ${known.deprecated}. What stands here does nothing since.`,
        where: { domain },
        fix: {
          label: "Move the settings",
          steps: [
            "Write the settings anew for com.jamf.connect, where the keys have other names.",
            "Take this payload out.",
          ],
        },
      };
    }
  },
};
