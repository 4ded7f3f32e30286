import type { Fix } from "../../finding.ts";
import type { KeyType } from "../../keys/index.ts";
import type { PlistValue } from "../../plist/value.ts";
import { hitAt, replace, shown } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";
import type { LintSetting } from "../subject.ts";
import { meantBoolean } from "./boolean-as-string.ts";

/** A value of another type than the key takes. */
export const typeMismatch: LintRule = {
  id: "type-mismatch",
  group: "form",
  name: "A value has another type than the key takes",
  severity: "warning",
  certainty: "inferred",
  why: "An app that asks for one type and finds another gets nothing, or what macOS makes of it: a string where a list belongs is no list. The types are those of Jamf's documentation and samples.",
  source: "https://learn.jamf.com/r/en-US/jamf-connect-documentation-current",
  fires: { settings: { "com.jamf.connect.login": { ...soundLogin, OIDCAdmin: "Admin" } } },
  silent: { settings: { "com.jamf.connect.login": { ...soundLogin, OIDCAdmin: ["Admin"] } } },
  *check({ settings }) {
    for (const setting of settings) {
      const wanted = wantedTypes(setting);
      if (wanted === null || wanted.includes(typeOf(setting.value))) continue;
      // A switch that is written as text has a rule of its own.
      if (wanted.includes("boolean") && meantBoolean(setting.value) !== null) continue;
      const [usual = "string"] = wanted;
      const fix = fixOf(setting, usual) ?? {
        label: "Write another type",
        steps: [`Write ${names[usual]}.`],
      };
      yield hitAt(setting, {
        title: `${subjectOf(setting.keyPath)} must be ${names[usual]}.`,
        detail: `It holds ${shown(setting)}, which is ${kindNames[setting.value.kind]}.`,
        fix,
      });
    }
  },
};

type ValueType = KeyType | "real";

const names: Readonly<Record<ValueType, string>> = {
  string: "a string",
  boolean: "true or false",
  integer: "a whole number",
  real: "a number",
  array: "a list",
  dict: "a dictionary",
  data: "data",
};

const kindNames: Readonly<Record<PlistValue["kind"], string>> = {
  string: "a string",
  boolean: "true or false",
  integer: "a whole number",
  real: "a fraction",
  array: "a list",
  dict: "a dictionary",
  data: "data",
  date: "a date",
  uid: "a reference",
};

const ordinals = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

/** A value of a list by its place as people count, where that has a word. */
function subjectOf(keyPath: string): string {
  const [, list, index] = /^([^[\]]+)\[(\d+)\]$/u.exec(keyPath) ?? [];
  const ordinal = index === undefined ? undefined : ordinals[Number(index)];
  return list === undefined || ordinal === undefined ? keyPath : `The ${ordinal} value of ${list}`;
}

/** The types that a place may have, the usual one first; null where nothing is known. */
function wantedTypes({ key, owner, path }: LintSetting): readonly ValueType[] | null {
  if (key !== null) return [key.type, ...(key.alsoAccepted ?? [])];
  const isItem = typeof path.at(-1) === "number";
  return isItem && owner?.items !== undefined ? [owner.items] : null;
}

function typeOf({ kind }: PlistValue): ValueType {
  return kind === "date" || kind === "uid" ? "data" : kind;
}

/** The value in the type that the key takes, where there is only one way to write it. */
function fixOf(setting: LintSetting, wanted: ValueType): Fix | null {
  const { value } = setting;
  if (wanted === "integer" && value.kind === "string" && /^-?\d{1,15}$/u.test(value.value.trim()))
    return replace(setting, Number(value.value.trim()), writeAs(setting, value.value.trim(), "a number"));
  if (wanted === "string" && value.kind === "integer")
    return replace(setting, value.value.toString(), writeAs(setting, value.value.toString(), "text"));
  if (wanted === "array" && value.kind === "string" && setting.key?.items === "string" && value.value !== "")
    return replace(setting, [value.value], "Write a list with this one item");
  if (wanted === "boolean" && value.kind === "integer" && (value.value === 0n || value.value === 1n))
    return replace(setting, value.value === 1n, value.value === 1n ? "Write <true/>" : "Write <false/>");
  return null;
}

/** Names the result on the button; of a secret, or of digits without end, nothing is repeated. */
function writeAs({ isSecret }: LintSetting, value: string, kind: string): string {
  return `Write ${isSecret || value.length > 20 ? "it" : value} as ${kind}`;
}
