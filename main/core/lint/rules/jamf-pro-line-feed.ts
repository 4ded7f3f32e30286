import { textFate } from "../../jamf-pro/text-fate.ts";
import { hitAt } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

/** A line break or tab that Jamf Pro's Classic API takes away. */
export const jamfProLineFeed: LintRule = {
  id: "jamf-pro-line-feed",
  group: "secrets and structure",
  name: "A value holds a line break or tab, which Jamf Pro's API deletes",
  severity: "info",
  certainty: "inferred",
  why: "The Classic API deletes line feeds and tabs inside the values of a payload in direct form, so that words run together. A carriage return and the line separator U+2028 survive, and so do all of them in the managed-preferences form. Measured by others on Jamf Pro 11.30.",
  source: "https://github.com/Jamf-Concepts/jamf-cli",
  fires: {
    settings: { "com.jamf.connect.login": { ...soundLogin, LoginWindowMessage: "Call us.\nWe help." } },
  },
  silent: {
    settings: { "com.jamf.connect.login": { ...soundLogin, LoginWindowMessage: "Call us. We help." } },
  },
  *check({ settings }) {
    for (const setting of settings) {
      const { value, owner, keyPath, payload } = setting;
      // Whatever is Base64 may be broken into lines.
      if (value.kind !== "string" || owner?.type === "data") continue;
      // Managed preferences keep them, and bare settings become that where they are uploaded.
      if (!textFate(value.value, payload.form !== "direct").includes("C3")) continue;
      yield hitAt(setting, {
        title: `${keyPath} holds a line break or a tab.`,
        detail:
          "Sent over Jamf Pro's API in this form it is deleted, and the words around it run together. As managed preferences it is kept.",
        fix: {
          label: "Choose the form and the way",
          steps: [
            "Export for the API in the managed-preferences form, which Latchkey's own delivery always takes.",
            "Or upload the profile in Jamf Pro's window, signed, or write the text in one line.",
          ],
        },
      });
    }
  },
};
