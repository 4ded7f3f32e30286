import { hitAt } from "../hit.ts";
import { misplaced } from "../known-places.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin, soundMenuBar } from "../sound-settings.ts";

/** A key of one preference domain in another. */
export const keyInWrongDomain: LintRule = {
  id: "key-in-wrong-domain",
  group: "form",
  name: "A key stands in the wrong preference domain",
  severity: "warning",
  certainty: "documented",
  why: "The login window reads com.jamf.connect.login, the menu bar / Self Service+ reads com.jamf.connect; neither looks into the other. A key in the wrong one does nothing.",
  source:
    "https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Menu_Bar_Authentication_Settings",
  fires: {
    settings: {
      "com.jamf.connect.login": soundLogin,
      "com.jamf.connect": { ...soundMenuBar, DenyLocal: true },
    },
  },
  silent: {
    settings: {
      "com.jamf.connect.login": { ...soundLogin, DenyLocal: true },
      "com.jamf.connect": soundMenuBar,
    },
  },
  *check({ settings }) {
    for (const setting of settings) {
      const place = misplaced(setting);
      if (place?.kind !== "other-domain") continue;
      const domains = place.domains.join(" and ");
      yield hitAt(setting, {
        title: `${setting.keyPath} belongs to ${domains}.`,
        detail: `It stands in ${setting.domain}, where it does nothing.`,
        fix: {
          label: "Move it",
          steps: [`Set ${setting.keyPath} in ${domains}, and take it out of ${setting.domain}.`],
        },
      });
    }
  },
};
