import { loginSettings, payload, plist, profile, profileHead } from "./profiles.ts";
import type { PublicCase } from "./public-case.ts";

const managed = (domain: string, inside: string) =>
  profile(
    payload(
      "com.apple.ManagedClient.preferences",
      `<key>PayloadContent</key><dict><key>${domain}</key>${inside}</dict>`,
    ),
  );
const show = (name: string, of: string | null, content: string, says: readonly string[]): PublicCase => ({
  kind: "G",
  name,
  of,
  files: { "p.mobileconfig": content },
  call: ["show", "p.mobileconfig"],
  exit: 0,
  says: ["Note:", ...says],
});
const encrypted = plist(`${profileHead}<key>EncryptedPayloadContent</key><data>MIIBAA==</data>`);
const direct = managed("com.jamf.connect.login", `<dict>${loginSettings}</dict>`);

/** Profiles that look sound and do nothing. */
export const silent: readonly PublicCase[] = [
  show("an encrypted profile", "p27-encrypted.mobileconfig", encrypted, [
    "encrypted",
    "EncryptedPayloadContent",
  ]),
  show("settings beside Forced", "v11-mcx-no-forced.mobileconfig", direct, [
    "settings for com.jamf.connect.login are not under Forced, so macOS ignores them",
  ]),
  show(
    "Forced in small letters",
    null,
    managed(
      "com.jamf.connect.login",
      `<dict><key>forced</key><array><dict><key>mcx_preference_settings</key><dict>${loginSettings}</dict></dict></array></dict>`,
    ),
    ["not under Forced", "It says forced"],
  ),
  show(
    "Forced without mcx_preference_settings",
    null,
    managed(
      "com.jamf.connect.login",
      `<dict><key>Forced</key><array><dict>${loginSettings}</dict></array></dict>`,
    ),
    ["not under Forced", "mcx_preference_settings"],
  ),
  show("no payloads", null, plist(`${profileHead}<key>PayloadContent</key><array/>`), ["has no payloads"]),
  show("no list of payloads", null, plist(profileHead), ["has no payloads"]),
  show("a payload without settings", null, profile(payload("com.jamf.connect.login", "")), [
    "The payload for com.jamf.connect.login has no settings",
  ]),
  show(
    "two payloads of one domain that disagree",
    null,
    profile(
      payload("com.jamf.connect.login", loginSettings, 1),
      payload("com.jamf.connect.login", "<key>OIDCProvider</key><string>Okta</string>", 2),
    ),
    ["Several payloads for com.jamf.connect.login disagree about OIDCProvider"],
  ),
  show(
    "a value that was escaped twice",
    null,
    profile(
      payload(
        "com.jamf.connect.login",
        `${loginSettings}<key>OIDCDiscoveryURL</key><string>https://sso.example/?a=1&amp;amp;b=2</string>`,
      ),
    ),
    ["OIDCDiscoveryURL was escaped twice"],
  ),
  show(
    "a placeholder that nobody filled",
    null,
    profile(payload("com.jamf.connect.login", loginSettings.replace("EntraID", "[YOUR PROVIDER]"))),
    ["OIDCProvider", "[YOUR PROVIDER]"],
  ),
  {
    kind: "G",
    name: "two payloads that agree are no fault",
    of: null,
    files: {
      "p.mobileconfig": profile(
        payload("com.jamf.connect.login", loginSettings, 1),
        payload("com.jamf.connect.login", "<key>OIDCProvider</key><string>EntraID</string>", 2),
      ),
    },
    call: ["show", "p.mobileconfig"],
    exit: 0,
    says: [],
    neverSays: ["disagree"],
  },
  {
    kind: "G",
    name: "programs get what is said, too",
    of: "p27-encrypted.mobileconfig",
    files: { "p.mobileconfig": encrypted },
    call: ["show", "p.mobileconfig", "--json"],
    exit: 0,
    says: [],
    json: { payloads: [], notices: [{ code: "profile-encrypted" }] },
  },
  {
    kind: "G",
    name: "a test of an encrypted profile says so",
    of: "p27-encrypted.mobileconfig",
    files: { "p.mobileconfig": encrypted },
    call: ["test", "ropg", "--profile", "p.mobileconfig", "--username", "u@example.org", "--password-stdin"],
    stdin: ["x"],
    exit: 2,
    says: ["encrypted"],
  },
  {
    kind: "G",
    name: "a test of settings beside Forced says so",
    of: "v11-mcx-no-forced.mobileconfig",
    files: { "p.mobileconfig": direct },
    call: [
      "test",
      "ropg",
      "--profile",
      "p.mobileconfig",
      "--from",
      "login",
      "--username",
      "u@example.org",
      "--password-stdin",
    ],
    stdin: ["x"],
    exit: 2,
    says: ["not under Forced"],
  },
];
