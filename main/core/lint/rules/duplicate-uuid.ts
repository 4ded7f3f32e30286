import { textAt } from "../../profile/bookkeeping.ts";
import { nameUuid } from "../../profile/name-uuid.ts";
import { exampleHead, examplePayload, exampleUuid } from "../example-profile.ts";
import { quoted } from "../hit.ts";
import { payloadItems, payloadName } from "../payload-items.ts";
import type { LintRule } from "../rule.ts";

/** An id that two parts of a profile share. */
export const duplicateUuid: LintRule = {
  id: "duplicate-uuid",
  group: "secrets and structure",
  name: "Two parts of the profile have one UUID",
  severity: "error",
  certainty: "documented",
  why: "Apple asks for a UUID that is unique in the profile. Where two payloads share one, macOS and Jamf Pro cannot tell them apart, and one of them may not arrive or may not be taken away again.",
  source: "https://developer.apple.com/documentation/devicemanagement/commonpayloadkeys",
  fires: {
    profile: {
      ...exampleHead,
      PayloadContent: [
        examplePayload("com.jamf.connect.login", 1),
        { ...examplePayload("com.jamf.connect", 2), PayloadUUID: exampleUuid(1) },
      ],
    },
  },
  silent: {
    profile: {
      ...exampleHead,
      PayloadContent: [examplePayload("com.jamf.connect.login", 1), examplePayload("com.jamf.connect", 2)],
    },
  },
  *check({ document }) {
    const own = document.format === "plist" ? null : textAt(document.root, "PayloadUUID");
    const seen = new Set(own === null ? [] : [own.toLowerCase()]);
    for (const item of payloadItems(document)) {
      const uuid = textAt(item.item, "PayloadUUID");
      if (uuid === null || uuid === "") continue;
      if (!seen.has(uuid.toLowerCase())) {
        seen.add(uuid.toLowerCase());
        continue;
      }
      const fresh = nameUuid(new TextEncoder().encode(`${uuid} ${item.path.join(".")}`));
      yield {
        title: `${payloadName(item)} has the UUID of another part of the profile.`,
        detail: `${quoted(uuid)} stands twice.`,
        where: { keyPath: `${item.path[0]}[${item.path[1]}].PayloadUUID` },
        fix: {
          label: "Give it a UUID of its own",
          patch: { op: "edit", edits: [{ edit: "put", path: [...item.path, "PayloadUUID"], value: fresh }] },
        },
      };
    }
  },
};
