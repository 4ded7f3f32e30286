import { emojiIn } from "../../jamf-pro/text-fate.ts";
import { hitAt } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

/** A character that makes Jamf Pro's Classic API lose settings. */
export const jamfProEmoji: LintRule = {
  id: "jamf-pro-emoji",
  group: "secrets and structure",
  name: "A value holds an emoji, with which Jamf Pro's API loses the settings",
  severity: "warning",
  certainty: "inferred",
  why: "A managed-preferences payload that goes over the Classic API with an emoji in it loses its whole dictionary of settings: the profile is stored, and empty. Measured by others on Jamf Pro 11.30. The rule looks for every character beyond U+FFFF, which emoji are.",
  source: "https://github.com/Jamf-Concepts/jamf-cli",
  fires: {
    settings: { "com.jamf.connect.login": { ...soundLogin, LoginWindowMessage: "Welcome \u{1f44b}" } },
  },
  silent: { settings: { "com.jamf.connect.login": { ...soundLogin, LoginWindowMessage: "Welcome" } } },
  *check({ settings }) {
    for (const setting of settings) {
      const { value, keyPath } = setting;
      const code = value.kind === "string" ? emojiIn(value.value) : null;
      if (code === null) continue;
      yield hitAt(setting, {
        title: `${keyPath} holds an emoji.`,
        detail: `There is the character ${code}. Sent over Jamf Pro's API, the payload can lose all of its settings.`,
        fix: {
          label: "Write it in words",
          steps: ["Take the character out, or upload the profile in Jamf Pro's window, signed."],
        },
      });
    }
  },
};
