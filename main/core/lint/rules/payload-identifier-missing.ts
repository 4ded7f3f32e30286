import type { PlistDict } from "../../plist/value.ts";
import { textAt } from "../../profile/bookkeeping.ts";
import { exampleHead, examplePayload } from "../example-profile.ts";
import { payloadItems, payloadName } from "../payload-items.ts";
import type { Hit, LintRule } from "../rule.ts";

/** A profile or payload without a name that stays the same. */
export const payloadIdentifierMissing: LintRule = {
  id: "payload-identifier-missing",
  group: "secrets and structure",
  name: "PayloadIdentifier or PayloadUUID is missing",
  severity: "warning",
  certainty: "documented",
  why: "Apple requires PayloadIdentifier and PayloadUUID of the profile and of each payload. A Mac replaces an installed profile by the one with the same identifier; without it an update is a second profile, or is refused. Jamf Pro gives new ones where they are missing, so that each upload differs from the last.",
  source: "https://developer.apple.com/documentation/devicemanagement/toplevel",
  fires: {
    profile: {
      ...exampleHead,
      PayloadContent: [{ PayloadType: "com.jamf.connect.login", PayloadVersion: 1 }],
    },
  },
  silent: { profile: { ...exampleHead, PayloadContent: [examplePayload("com.jamf.connect.login")] } },
  *check({ document }) {
    if (document.format === "plist") return;
    yield* missingIn(document.root, "The profile", "");
    for (const item of payloadItems(document)) {
      yield* missingIn(item.item, payloadName(item), `${item.path[0]}[${item.path[1]}].`);
    }
  },
};

function* missingIn(dict: PlistDict, name: string, prefix: string): Iterable<Hit> {
  for (const key of ["PayloadIdentifier", "PayloadUUID"]) {
    if ((textAt(dict, key) ?? "").trim() !== "") continue;
    yield {
      title: `${name} has no ${key}.`,
      detail: "Apple requires it, and updates go by it.",
      where: { keyPath: `${prefix}${key}` },
      fix: {
        label: "Write it",
        steps: [
          key === "PayloadUUID"
            ? "Write a UUID (uuidgen makes one), and keep it from version to version."
            : "Write a name such as com.example.jamf-connect, and keep it from version to version.",
        ],
      },
    };
  }
}
