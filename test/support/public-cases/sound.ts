import { clientId, loginSettings, menuBarSettings, payload, profile, soundProfile } from "./profiles.ts";
import type { PublicCase } from "./public-case.ts";

/** What is right must stay without a word: the profile that the other cases damage, and near things that are no damage. */
export const sound: readonly PublicCase[] = [
  {
    kind: "E",
    name: "a sound profile is shown without a note",
    of: null,
    files: { "staff.mobileconfig": soundProfile },
    call: ["show", "staff.mobileconfig"],
    exit: 0,
    says: ["Staff Macs", `OIDCClientID: "${clientId}"`],
    neverSays: ["Note:"],
  },
  {
    kind: "M",
    name: "a comment with single hyphens is none",
    of: null,
    files: { "staff.mobileconfig": soundProfile.replace("<dict>", "<!-- login - window --><dict>") },
    call: ["show", "staff.mobileconfig"],
    exit: 0,
    says: ["Staff Macs"],
    neverSays: ["Note:"],
  },
  {
    kind: "N",
    name: "the order of payloads does not matter",
    of: null,
    files: {
      "staff.mobileconfig": profile(
        payload("com.jamf.connect", menuBarSettings, 1),
        payload("com.jamf.connect.login", loginSettings, 2),
      ),
    },
    call: ["show", "staff.mobileconfig", "--json"],
    exit: 0,
    says: [],
    json: {
      format: "mobileconfig",
      payloads: [{ domain: "com.jamf.connect" }, { domain: "com.jamf.connect.login" }],
    },
  },
];
