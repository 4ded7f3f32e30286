import { notForced as notForcedRemarks } from "../../profile/remarks.ts";
import { exampleHead, examplePayload } from "../example-profile.ts";
import type { ExampleSettings, LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

function wrapped(modes: ExampleSettings): ExampleSettings {
  return {
    ...exampleHead,
    PayloadContent: [
      {
        ...examplePayload("com.apple.ManagedClient.preferences"),
        PayloadContent: { "com.jamf.connect.login": modes },
      },
    ],
  };
}

/** Managed settings that people may change, or that macOS does not find. */
export const notForced: LintRule = {
  id: "not-forced",
  group: "secrets and structure",
  name: "Settings are not forced",
  severity: "warning",
  certainty: "documented",
  why: "A managed-preferences payload holds the settings of a domain in Forced, in a list, in mcx_preference_settings. Under Set-Once and Often people may change them, and the login window, where nobody is logged in, need not see them. Settings outside of these are not found at all.",
  source: "https://developer.apple.com/documentation/devicemanagement/managedpreferences",
  fires: { profile: wrapped({ "Set-Once": [{ mcx_preference_settings: soundLogin }] }) },
  silent: { profile: wrapped({ Forced: [{ mcx_preference_settings: soundLogin }] }) },
  *check({ document, jamfConnect }) {
    for (const { domain, form, layers, path } of jamfConnect) {
      if (form !== "managed-preferences" || domain === null) continue;
      const modes = [...new Set(layers.map(({ mode }) => mode))].filter((mode) => mode !== "Forced");
      const keyPath = `${path[0]}[${path[1]}].PayloadContent.${domain}`;
      if (layers.length === 0) {
        // The same words as show has for it.
        const [unread] = notForcedRemarks(document, domain);
        if (unread === undefined) continue;
        const { title, detail, fix } = unread;
        yield {
          severity: "error",
          title,
          detail,
          where: { domain, keyPath },
          fix: { label: "Put them into Forced", steps: [fix] },
        };
      }
      for (const mode of modes) {
        yield {
          title: `Settings of ${domain} are not forced.`,
          detail: `They stand under ${mode ?? "another mode"}: people may change them, and the login window need not see them.`,
          where: { domain, keyPath: `${keyPath}.${mode}` },
          fix: { label: "Force them", steps: [`Put the settings of ${mode} into Forced.`] },
        };
      }
    }
  },
};
