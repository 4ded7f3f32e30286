import type { DisagreeingKey } from "../../profile/index.ts";
import { exampleHead, examplePayload } from "../example-profile.ts";
import { hitAt } from "../hit.ts";
import type { ExampleSettings, Hit, LintRule } from "../rule.ts";
import { exampleClient } from "../sound-settings.ts";

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
  check: ({ disagreeing }) => disagreeing.map(hit),
};

function hit({ domain, key, holdsDictionary }: DisagreeingKey): Hit {
  const what = holdsDictionary ? "dictionaries or values" : "values";
  return hitAt(
    { domain, keyPath: key },
    {
      title: `Several payloads set ${key} to different values.`,
      detail: `Payloads for ${domain} hold different ${what} under it. Which one counts is not documented${holdsDictionary ? ", nor whether a Mac puts parts of a dictionary together" : ""}.`,
      fix: {
        label: "Keep one",
        steps: [
          holdsDictionary
            ? `Put all of ${key} into one of the payloads, and take it out of the others.`
            : `Take ${key} out of all payloads but one.`,
        ],
      },
    },
  );
}
