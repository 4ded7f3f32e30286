import type { PlistValue } from "../../plist/value.ts";
import { hitAt, remove } from "../hit.ts";
import type { Hit, LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";
import type { LintSetting } from "../subject.ts";

/** A list or dictionary with nothing in it. */
export const emptyContainer: LintRule = {
  id: "empty-container",
  group: "secrets and structure",
  name: "A list or dictionary is empty",
  severity: "warning",
  certainty: "inferred",
  why: "What Jamf Connect makes of an empty list is not documented: an empty OIDCAdmin need not mean nobody. What Jamf Pro stores of it is not documented either.",
  source: "https://github.com/jamf/terraform-provider-jamfplatform",
  fires: { settings: { "com.jamf.connect.login": { ...soundLogin, DenyLocalExcluded: [] } } },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  *check({ settings }) {
    const hollow = hollowIn(settings);
    const inside = new Set<PlistValue>();
    for (const setting of settings) {
      const { value } = setting;
      if (!hollow.has(value)) continue;
      for (const part of partsOf(value)) inside.add(part);
      if (!inside.has(value)) yield hit(setting);
    }
  },
};

/** Everything that is empty or holds nothing but what is. What holds others comes before them in the settings. */
function hollowIn(settings: readonly LintSetting[]): ReadonlySet<PlistValue> {
  const hollow = new Set<PlistValue>();
  for (const { value } of settings.toReversed()) {
    if ((value.kind === "dict" || value.kind === "array") && partsOf(value).every((part) => hollow.has(part)))
      hollow.add(value);
  }
  return hollow;
}

function partsOf(value: PlistValue): readonly PlistValue[] {
  if (value.kind === "array") return value.items;
  return value.kind === "dict" ? [...value.entries.values()] : [];
}

function hit(setting: LintSetting): Hit {
  const { value, path, keyPath } = setting;
  const kind = value.kind === "array" ? "list" : "dictionary";
  const isEmpty = partsOf(value).length === 0;
  const unknown = "What Jamf Connect makes of it is not documented";
  const isItem = typeof path.at(-1) === "number";
  return hitAt(setting, {
    title: isEmpty
      ? `${keyPath} is an empty ${kind}.`
      : `${keyPath} is a ${kind} that holds only empty ones.`,
    detail: isItem
      ? `The item says nothing. ${unknown}.`
      : `${unknown}. Where the key is left out, it is as if nobody had set it.`,
    fix: isItem ? { label: "Take it out", steps: [`Take ${keyPath} out.`] } : remove(setting, "Take it out"),
  });
}
