import { exampleHead, examplePayload } from "../example-profile.ts";
import { payloadItems, payloadName } from "../payload-items.ts";
import type { LintRule } from "../rule.ts";

/** A key inside a payload that Apple does not have there. */
export const innerPayloadEnabled: LintRule = {
  id: "inner-payload-enabled",
  group: "secrets and structure",
  name: "PayloadEnabled stands inside a payload",
  severity: "info",
  certainty: "documented",
  why: "PayloadEnabled is none of Apple's common payload keys. Jamf Pro marks it as unrecognised inside a payload, and whoever takes it away there makes the file and the server differ. The value false does not switch the payload off.",
  source: "https://github.com/jamf/terraform-provider-jamfplatform",
  fires: {
    profile: {
      ...exampleHead,
      PayloadContent: [{ ...examplePayload("com.jamf.connect.login"), PayloadEnabled: true }],
    },
  },
  silent: { profile: { ...exampleHead, PayloadContent: [examplePayload("com.jamf.connect.login")] } },
  *check({ document }) {
    for (const item of payloadItems(document)) {
      const value = item.item.entries.get("PayloadEnabled");
      if (value === undefined || !item.isJamfConnect) continue;
      const isOff = value.kind === "boolean" && !value.value;
      yield {
        ...(isOff ? { severity: "warning" as const } : {}),
        title: `PayloadEnabled stands in ${payloadName(item)}.`,
        detail: isOff
          ? "It is false, and the payload counts all the same: Apple has no such key."
          : "Apple has no such key in a payload, and Jamf Pro marks it as unrecognised.",
        where: { keyPath: `${item.path[0]}[${item.path[1]}].PayloadEnabled` },
        fix: {
          label: "Take it out",
          patch: { op: "edit", edits: [{ edit: "remove", path: [...item.path, "PayloadEnabled"] }] },
        },
      };
    }
  },
};
