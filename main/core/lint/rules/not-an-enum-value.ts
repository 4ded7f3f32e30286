import type { KeyDescription, KeyValue } from "../../keys/index.ts";
import { nearest } from "../../text/nearest.ts";
import { findPlaceholder } from "../../text/placeholder.ts";
import { hitAt, replace, shown } from "../hit.ts";
import type { Hit, LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";
import type { LintSetting } from "../subject.ts";

/** A value that is none of those that a key takes. */
export const notAnEnumValue: LintRule = {
  id: "not-an-enum-value",
  group: "form",
  name: "A value is none of those that the key takes",
  severity: "error",
  certainty: "documented",
  why: "The key takes one of a few words, and they are compared to the letter. Where the list is known not to be complete, another value is only pointed out.",
  source: "https://learn.jamf.com/r/en-US/jamf-connect-documentation-current",
  fires: { settings: { "com.jamf.connect.login": { ...soundLogin, OIDCProvider: "Entra" } } },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  *check({ settings }) {
    for (const setting of settings) {
      const { owner, value } = setting;
      if (owner?.values === undefined || value.kind !== "string") continue;
      const text = value.value.trim();
      if (text === "" || isKnown(owner.values, text)) continue;
      if (findPlaceholder(text) !== null) continue;
      yield hit(setting, text, owner);
    }
  },
};

/** Jamf's menu-bar page writes `Okta OIDC` with a blank, its login page with a hyphen. */
function isKnown(values: readonly KeyValue[], text: string): boolean {
  return values.some(({ value, alsoSpelled = [] }) => value === text || alsoSpelled.includes(text));
}

function hit(
  setting: LintSetting,
  text: string,
  { values = [], valuesComplete = true }: KeyDescription,
): Hit {
  const known = values.map(({ value }) => value);
  const same = known.find((value) => plain(value) === plain(text));
  const near = same ?? nearest(text, known);
  return hitAt(setting, {
    severity: valuesComplete && same === undefined ? "error" : "info",
    ...(valuesComplete ? {} : { certainty: "inferred" as const }),
    title: `${setting.keyPath} holds a value that is not known.`,
    detail: `It holds ${shown(setting)}. Known are ${known.join(", ")}.`,
    fix:
      same === undefined
        ? {
            label: "Choose a known value",
            steps: [near === null ? "Use one of the known values." : `Perhaps ${near} is meant.`],
          }
        : replace(setting, same, `Write ${same}`),
  });
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/gu, "");
}
