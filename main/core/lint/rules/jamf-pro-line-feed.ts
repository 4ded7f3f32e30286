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
  why: "The Classic API deletes line feeds and tabs inside the values of a payload that it otherwise keeps as it is, so that words run together. A carriage return and the line separator U+2028 survive. Measured by others on Jamf Pro 11.30.",
  source: "https://github.com/Jamf-Concepts/jamf-cli",
  fires: {
    settings: { "com.jamf.connect.login": { ...soundLogin, LoginWindowMessage: "Call us.\nWe help." } },
  },
  silent: {
    settings: { "com.jamf.connect.login": { ...soundLogin, LoginWindowMessage: "Call us. We help." } },
  },
  *check({ settings }) {
    for (const setting of settings) {
      const { value, owner, keyPath } = setting;
      // Whatever is Base64 may be broken into lines.
      if (value.kind !== "string" || owner?.type === "data" || !/[\n\t]/u.test(value.value.trim())) continue;
      yield hitAt(setting, {
        title: `${keyPath} holds a line break or a tab.`,
        detail: "Sent over Jamf Pro's API it is deleted, and the words around it run together.",
        fix: {
          label: "Look at what arrives",
          steps: [
            "Upload the profile in Jamf Pro's window, signed, or write the text in one line.",
            "After an upload over the API, look at what Jamf Pro has stored.",
          ],
        },
      });
    }
  },
};
