import type { PlistValue } from "../../plist/value.ts";
import { hitAt, replace, shown } from "../hit.ts";
import type { LintRule } from "../rule.ts";

const TRUE = /^(?:y|yes|true|1)$/iu;
const FALSE = /^(?:n|no|false|0)$/iu;

/** `true` and `false` that were written as a text. */
export const booleanAsString: LintRule = {
  id: "boolean-as-string",
  group: "secrets and structure",
  name: "A switch is written as text",
  severity: "warning",
  certainty: "inferred",
  why: 'The key is a switch, and the profile holds a string. Where an app reads it with boolForKey, macOS takes "YES" and "true" for true and every other string for false. An app that asks for a boolean and gets a string ignores the key. How Jamf Connect reads each key is not documented, so only <true/> and <false/> are safe.',
  source: "https://developer.apple.com/documentation/foundation/userdefaults/bool(forkey:)",
  fires: { settings: { "com.jamf.connect.login": { OIDCNewPassword: "false" } } },
  silent: { settings: { "com.jamf.connect.login": { OIDCNewPassword: false } } },
  *check({ settings }) {
    for (const setting of settings) {
      const { key, value } = setting;
      if (key?.type !== "boolean" || key.alsoAccepted?.includes("string") === true) continue;
      const meant = meantBoolean(value);
      if (meant === null) continue;
      yield hitAt(setting, {
        title: `${setting.keyPath} is a string, not a switch.`,
        detail: `It holds ${shown(setting)} as a string. Jamf Connect may ignore it.`,
        fix: replace(setting, meant, `Write ${meant ? "<true/>" : "<false/>"}`),
      });
    }
  },
};

/** What a text means that stands where a switch belongs; null for everything else. */
export function meantBoolean(value: PlistValue): boolean | null {
  if (value.kind !== "string") return null;
  const text = value.value.trim();
  return TRUE.test(text) ? true : FALSE.test(text) ? false : null;
}
