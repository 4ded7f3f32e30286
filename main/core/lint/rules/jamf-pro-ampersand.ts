import { textFate } from "../../jamf-pro/text-fate.ts";
import { hitAt, shown } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

/** A character that Jamf Pro's Classic API reads twice. */
export const jamfProAmpersand: LintRule = {
  id: "jamf-pro-ampersand",
  group: "secrets and structure",
  name: "A value holds & or <, which Jamf Pro's API reads twice",
  severity: "info",
  certainty: "inferred",
  why: "The Classic API decodes the entities of an uploaded profile once more than XML says. A value with & or < then answers 409, or a Mac gets &amp; in its place. Only the managed-preferences form keeps it, and only where the sender escapes once more. Measured by others on Jamf Pro 11.30. A payload in direct form is a warning.",
  source: "https://github.com/Jamf-Concepts/jamf-cli",
  fires: {
    settings: { "com.jamf.connect.login": { ...soundLogin, HelpURL: "https://example.com/?a=1&b=2" } },
  },
  silent: { settings: { "com.jamf.connect.login": { ...soundLogin, HelpURL: "https://example.com/" } } },
  *check({ settings }) {
    for (const setting of settings) {
      const { value, payload, keyPath } = setting;
      if (value.kind !== "string" || !textFate(value.value, false).includes("C2")) continue;
      yield hitAt(setting, {
        ...(textFate(value.value, payload.form !== "direct").includes("C2")
          ? { severity: "warning" as const }
          : {}),
        title: `${keyPath} holds a character that Jamf Pro's API reads twice.`,
        detail: `In ${shown(setting)} there is ${/[&<]/u.test(value.value) ? "& or <" : "]]>"}. Sent over the API as it is, it fails or arrives changed.`,
        fix: {
          label: "Choose the form and the way",
          steps: [
            "Export for the API in the managed-preferences form, and look at what Jamf Pro has stored.",
            "Or upload the profile in Jamf Pro's window, signed.",
          ],
        },
      });
    }
  },
};
