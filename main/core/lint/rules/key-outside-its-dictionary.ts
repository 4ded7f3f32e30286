import type { Fix } from "../../finding.ts";
import { toTypedJson } from "../../plist/index.ts";
import { hasSecret } from "../../profile/index.ts";
import { hitAt } from "../hit.ts";
import { misplaced } from "../known-places.ts";
import type { LintRule } from "../rule.ts";
import { soundMenuBar } from "../sound-settings.ts";
import { findSetting, type LintSetting, type LintSubject } from "../subject.ts";

/** A key beside the dictionary that it belongs in. */
export const keyOutsideItsDictionary: LintRule = {
  id: "key-outside-its-dictionary",
  group: "form",
  name: "A key stands beside its dictionary",
  severity: "warning",
  certainty: "documented",
  why: "com.jamf.connect keeps its settings in dictionaries such as IdPSettings and PasswordPolicies. The same key one level above is not read.",
  source:
    "https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Menu_Bar_Authentication_Settings",
  fires: {
    settings: { "com.jamf.connect": { ...soundMenuBar, NetworkCheck: 60 } },
  },
  silent: {
    settings: { "com.jamf.connect": { ...soundMenuBar, PasswordPolicies: { NetworkCheck: 60 } } },
  },
  *check(subject) {
    for (const setting of subject.settings) {
      const place = misplaced(setting);
      if (place?.kind !== "dictionary") continue;
      const [path] = place.paths;
      const isClear = place.paths.length === 1 && path !== undefined;
      const where = place.paths.join(" or ");
      const fix = isClear ? moveTo(subject, setting, path) : null;
      yield hitAt(setting, {
        title: `${setting.keyPath} belongs in a dictionary.`,
        detail: `Jamf Connect reads ${where}. Where it stands it does nothing.`,
        fix: fix ?? { label: "Move it", steps: [`Set ${where}, and take ${setting.keyPath} away.`] },
      });
    }
  },
};

/** Moves a setting of the top into its dictionary; null where the place is taken, or the value is or holds a secret. */
function moveTo(subject: LintSubject, setting: LintSetting, path: string): Fix | null {
  const { domain, payload, at } = setting;
  if (setting.path.length !== 1 || findSetting(subject, domain, path) !== undefined) return null;
  if (payload.layers.length !== 1 || hasSecret(domain, setting.keyPath, setting.value)) return null;
  // Where something else stands in the place of the dictionary, nothing can be put into it.
  const holder = findSetting(subject, domain, path.slice(0, path.lastIndexOf(".")));
  if (holder !== undefined && holder.value.kind !== "dict") return null;
  const index = subject.payloads.filter((other) => other.domain === domain).indexOf(payload);
  return {
    label: `Move it to ${path}`,
    patch: {
      op: "all",
      patches: [
        { op: "edit", edits: [{ edit: "remove", path: at }] },
        { op: "set", payload: { domain, index }, path: path.split("."), value: toTypedJson(setting.value) },
      ],
    },
  };
}
