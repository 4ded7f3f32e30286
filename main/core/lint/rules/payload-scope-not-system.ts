import { textAt } from "../../profile/bookkeeping.ts";
import { exampleHead, examplePayload } from "../example-profile.ts";
import { quoted } from "../hit.ts";
import { payloadItems } from "../payload-items.ts";
import type { LintRule } from "../rule.ts";

const payloads = [examplePayload("com.jamf.connect.login")];

/** A profile for a user where the login window looks for one for the Mac. */
export const payloadScopeNotSystem: LintRule = {
  id: "payload-scope-not-system",
  group: "secrets and structure",
  name: "The profile is not for the whole Mac",
  severity: "warning",
  certainty: "documented",
  why: "At the login window nobody is logged in, so it reads only what is managed for the whole Mac. PayloadScope is User where it is left out; a device management service that installs the profile for the device overrides that, a person who opens it does not.",
  source: "https://developer.apple.com/documentation/devicemanagement/toplevel",
  fires: { profile: { ...exampleHead, PayloadScope: "User", PayloadContent: payloads } },
  silent: { profile: { ...exampleHead, PayloadContent: payloads } },
  check: ({ document }) => {
    if (!payloadItems(document).some(({ isJamfConnect }) => isJamfConnect)) return [];
    const scope = textAt(document.root, "PayloadScope");
    if (scope === "System") return [];
    const isMissing = !document.root.entries.has("PayloadScope");
    return [
      {
        ...(isMissing ? { severity: "info" as const } : {}),
        title: isMissing ? "PayloadScope is not written down." : "PayloadScope is not System.",
        detail: isMissing
          ? "Apple's default is User. Jamf Connect needs System."
          : `It is ${quoted(scope ?? "of another type")}. The login window reads only what is managed for the whole Mac.`,
        where: { keyPath: "PayloadScope" },
        fix: {
          label: "Write System",
          patch: { op: "edit", edits: [{ edit: "put", path: ["PayloadScope"], value: "System" }] },
        },
      },
    ];
  },
};
