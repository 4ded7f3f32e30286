import type { Fix } from "../finding.ts";
import type { TypedJson } from "../plist/typed-json.ts";
import type { PlistValue } from "../plist/value.ts";
import { maskedText } from "../profile/index.ts";
import { withoutUnseen } from "../text/unseen.ts";
import type { Hit } from "./rule.ts";
import type { LintSetting } from "./subject.ts";

/** Something found at a setting. */
export function hitAt(setting: Pick<LintSetting, "domain" | "keyPath">, hit: Omit<Hit, "where">): Hit {
  return { ...hit, where: { domain: setting.domain, keyPath: setting.keyPath } };
}

/**
 * A fix that puts another value in the place of a setting and touches nothing else. The new value of a secret would stand in the
 * patch, which is shown and printed: such a fix is left to the person.
 */
export function replace({ at, isSecret, keyPath }: LintSetting, value: TypedJson, label: string): Fix {
  if (isSecret) return { label, steps: [`Open the profile and correct ${keyPath}.`] };
  return { label, patch: { op: "edit", edits: [{ edit: "put", path: at, value }] } };
}

/** A fix that takes a setting out and touches nothing else. For keys of dictionaries: items would move up. */
export function remove({ at }: LintSetting, label: string): Fix {
  return { label, patch: { op: "edit", edits: [{ edit: "remove", path: at }] } };
}

/** Longest piece of a value that a finding repeats. */
const mostShown = 80;

/** A value as a finding may show it: in quotes, shortened, nothing hidden in it, and never that of a secret. */
export function shown({ isSecret, value }: Pick<LintSetting, "isSecret" | "value">): string {
  return isSecret ? "(a secret, not shown)" : shownValue(value);
}

/** The same for a value that is known to be no secret. */
export function shownValue(value: PlistValue): string {
  switch (value.kind) {
    case "string":
      return quoted(value.value);
    case "integer":
    case "real":
    case "boolean":
      return String(value.value);
    case "array":
      return `a list of ${value.items.length}`;
    case "dict":
      return `a dictionary of ${value.entries.size}`;
    default:
      return `a value of the type ${value.kind}`;
  }
}

/** A text in quotes as a finding may show it. */
export function quoted(text: string): string {
  const clean = maskedText(text);
  const short = clean.length > mostShown ? `${clean.slice(0, mostShown)}…` : clean;
  return withoutUnseen(JSON.stringify(short));
}
