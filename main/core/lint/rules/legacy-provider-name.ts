import { hitAt } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

const PROVIDER_KEYS: ReadonlySet<string> = new Set([
  "OIDCProvider",
  "IdPSettings.Provider",
  "AuthUIOIDCProvider",
]);

/** The older name of Entra ID. */
export const legacyProviderName: LintRule = {
  id: "legacy-provider-name",
  group: "form",
  name: "The provider has its older name",
  severity: "info",
  certainty: "documented",
  why: "Jamf's documentation calls the provider EntraID, formerly Azure, and its samples still have Azure. Both are read today. The first version that reads EntraID is not documented, so there is no need to change it, and no sure moment for it.",
  source:
    "https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Menu_Bar_Authentication_Settings",
  fires: { settings: { "com.jamf.connect.login": { ...soundLogin, OIDCProvider: "Azure" } } },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  *check({ settings }) {
    for (const setting of settings) {
      const { value, keyPath } = setting;
      if (value.kind !== "string" || value.value.trim() !== "Azure" || !PROVIDER_KEYS.has(keyPath)) continue;
      yield hitAt(setting, {
        title: "Azure is the older name of EntraID.",
        detail: `${keyPath} holds Azure, which is still read. Jamf does not say which version first reads EntraID.`,
        fix: {
          label: "Try EntraID in a test",
          steps: [
            "Azure can stay. Write EntraID once a test on a Mac of your oldest version has shown that it is read.",
          ],
        },
      });
    }
  },
};
