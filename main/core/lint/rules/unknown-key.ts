import { nearest } from "../../text/nearest.ts";
import { hitAt } from "../hit.ts";
import { misplaced, namesBeside } from "../known-places.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

/** A key that nobody knows. */
export const unknownKey: LintRule = {
  id: "unknown-key",
  group: "form",
  name: "A key is not known",
  severity: "warning",
  certainty: "inferred",
  why: "Jamf Connect ignores a key that it does not know, without a word. Names are case-sensitive. The catalogue is gathered from public material and not complete, so a key that resembles no known one is only pointed out.",
  source: "https://learn.jamf.com/r/en-US/jamf-connect-documentation-current",
  fires: { settings: { "com.jamf.connect.login": { ...soundLogin, DenyLokal: true } } },
  silent: { settings: { "com.jamf.connect.login": { ...soundLogin, DenyLocal: true } } },
  *check({ settings }) {
    for (const setting of settings) {
      if (misplaced(setting)?.kind !== "unknown") continue;
      const name = String(setting.path.at(-1));
      const near = nearest(name, namesBeside(setting));
      yield hitAt(setting, {
        severity: near === null ? "info" : "warning",
        title: `${setting.keyPath} is not known.`,
        detail:
          near === null
            ? "The catalogue has no such key in this place, and none that resembles it. It is kept and written as it is."
            : `Perhaps ${near} is meant. A key of another name is ignored.`,
        fix: {
          label: near === null ? "Check the name" : `Perhaps ${near}`,
          steps: [
            near === null
              ? "Look the key up in the documentation of your version."
              : `Rename it to ${near} if that is meant.`,
          ],
        },
      });
    }
  },
};
