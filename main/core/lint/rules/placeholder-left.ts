import { findPlaceholder } from "../../text/placeholder.ts";
import { hitAt, quoted } from "../hit.ts";
import { isProse } from "../prose.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

/** A value that a template left for somebody to fill in. */
export const placeholderLeft: LintRule = {
  id: "placeholder-left",
  group: "form",
  name: "A placeholder stands where a value belongs",
  severity: "error",
  certainty: "inferred",
  why: "Templates and manuals leave places for a value, and tools that deliver profiles put values into marks such as {{…}} or $FLEET_SECRET_…. A Mac that gets the mark sends it to the provider. A mark of a tool is only a warning: the tool may fill it in later.",
  source: "https://github.com/jamf/jamfconnect/tree/main/configurations",
  fires: {
    settings: { "com.jamf.connect.login": { ...soundLogin, OIDCTenant: "[YOUR TENANT UUID]" } },
  },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  *check({ settings }) {
    for (const setting of settings) {
      const { value, keyPath, isSecret, owner } = setting;
      if (value.kind !== "string") continue;
      const left = findPlaceholder(value.value, owner !== null && isProse(owner));
      if (left === null) continue;
      const isTool = left.filledBy === "tool";
      // Whatever stands in the place of a secret is taken for one.
      const text = isSecret ? "a placeholder, not shown" : quoted(left.text);
      yield hitAt(setting, {
        ...(isTool ? { severity: "warning" as const } : {}),
        title: isTool
          ? `${keyPath} waits for a tool to fill it in.`
          : `${keyPath} holds a placeholder, not a value.`,
        detail: isTool
          ? `It holds ${text}. A Mac that gets the profile without that tool takes it for the value.`
          : `It holds ${text}. Nobody has put the value in.`,
        fix: {
          label: "Put the value in",
          steps: [
            isTool
              ? "Deliver the profile by the tool that fills the mark in, and look at what a Mac got."
              : `Put the value into ${keyPath}.`,
          ],
        },
      });
    }
  },
};
