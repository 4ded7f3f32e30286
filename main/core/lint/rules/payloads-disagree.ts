import { equalValues } from "../../plist/index.ts";
import { exampleHead, examplePayload } from "../example-profile.ts";
import { hitAt } from "../hit.ts";
import type { ExampleSettings, LintRule } from "../rule.ts";
import { exampleClient } from "../sound-settings.ts";
import type { LintSetting } from "../subject.ts";

function payload(number: number, settings: ExampleSettings): ExampleSettings {
  return { ...examplePayload("com.jamf.connect.login", number), ...settings };
}

/** Two payloads of one domain that say two things. */
export const payloadsDisagree: LintRule = {
  id: "payloads-disagree",
  group: "identity",
  name: "Two payloads of one domain hold different values",
  severity: "warning",
  certainty: "inferred",
  why: "macOS puts the payloads of one preference domain together. Where two of them set one key to different values, Apple does not say which one counts, and it can change with the order in which they arrive.",
  source: "https://developer.apple.com/documentation/devicemanagement/custom",
  fires: {
    profile: {
      ...exampleHead,
      PayloadContent: [
        payload(1, { OIDCClientID: exampleClient, DenyLocal: true }),
        payload(2, { DenyLocal: false }),
      ],
    },
  },
  silent: {
    profile: {
      ...exampleHead,
      PayloadContent: [payload(1, { OIDCClientID: exampleClient }), payload(2, { DenyLocal: false })],
    },
  },
  *check({ settings }) {
    const seen = new Map<string, LintSetting>();
    for (const setting of settings) {
      const { domain, keyPath, value, payload: from } = setting;
      // What a dictionary holds is compared, not the dictionary; a list is one value.
      if (value.kind === "dict" || keyPath.includes("[")) continue;
      const place = `${domain} ${keyPath}`;
      const earlier = seen.get(place);
      if (earlier === undefined) seen.set(place, setting);
      else if (earlier.payload !== from && !equalValues(earlier.value, value)) {
        yield hitAt(setting, {
          title: `${keyPath} is set twice, and not to the same.`,
          detail: `Two payloads for ${domain} hold different values. Which one counts is not documented.`,
          fix: { label: "Keep one", steps: [`Take ${keyPath} out of one of the two payloads.`] },
        });
      }
    }
  },
};
