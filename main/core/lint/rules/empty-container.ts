import { hitAt, remove } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

/** A list or dictionary with nothing in it. */
export const emptyContainer: LintRule = {
  id: "empty-container",
  group: "secrets and structure",
  name: "A list or dictionary is empty",
  severity: "warning",
  certainty: "inferred",
  why: "What Jamf Connect makes of an empty list is not documented: an empty OIDCAdmin need not mean nobody. Jamf Pro leaves empty values out when it stores a profile, so that what a Mac gets is not what the file says.",
  source: "https://github.com/jamf/terraform-provider-jamfplatform",
  fires: { settings: { "com.jamf.connect.login": { ...soundLogin, DenyLocalExcluded: [] } } },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  *check({ settings }) {
    for (const setting of settings) {
      const { value, path, keyPath } = setting;
      const isEmpty =
        (value.kind === "array" && value.items.length === 0) ||
        (value.kind === "dict" && value.entries.size === 0);
      if (!isEmpty) continue;
      const isItem = typeof path.at(-1) === "number";
      yield hitAt(setting, {
        title: `${keyPath} is empty.`,
        detail: `It is an empty ${value.kind === "array" ? "list" : "dictionary"}. Without it the default holds for certain.`,
        fix: isItem
          ? { label: "Take it out", steps: [`Take ${keyPath} out.`] }
          : remove(setting, "Take it out"),
      });
    }
  },
};
