import { findInvisible } from "../../text/invisible.ts";
import { hitAt, replace, shown } from "../hit.ts";
import { isProse } from "../prose.ts";
import type { LintRule } from "../rule.ts";
import { exampleClient, soundLogin } from "../sound-settings.ts";

/** What was pasted along with a value and cannot be seen. */
export const invisibleCharacters: LintRule = {
  id: "invisible-characters",
  group: "form",
  name: "A value holds characters that cannot be seen",
  severity: "error",
  certainty: "inferred",
  why: "Ids, addresses and scopes are compared letter by letter. A blank at the end, a zero-width or a no-break space comes along when a value is pasted, and Entra answers that it knows no such app or tenant.",
  source: "https://www.unicode.org/reports/tr36/#Recommendations_General",
  fires: {
    settings: { "com.jamf.connect.login": { ...soundLogin, OIDCClientID: `${exampleClient}\u200b ` } },
  },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  *check({ settings }) {
    for (const setting of settings) {
      const { value, owner, keyPath } = setting;
      if (value.kind !== "string" || owner === null || isProse(owner)) continue;
      // A licence in Base64 may be broken into lines.
      if (owner.type === "data") continue;
      const found = findInvisible(value.value);
      if (found === null || found.clean === "") continue;
      yield hitAt(setting, {
        title: `${keyPath} holds characters that cannot be seen.`,
        detail: `In ${shown(setting)} there is ${found.what}.`,
        fix: replace(setting, found.clean, "Take it out"),
      });
    }
  },
};
