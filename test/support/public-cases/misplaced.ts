import { loginSettings, menuBarSettings, payload, profile } from "./profiles.ts";
import type { PublicCase } from "./public-case.ts";

const flat = profile(
  payload("com.jamf.connect", menuBarSettings.replace(/<key>IdPSettings<\/key><dict>|<\/dict>$/g, "")),
);
const oidcInMenuBar = profile(payload("com.jamf.connect", loginSettings));
const idpInLogin = profile(payload("com.jamf.connect.login", menuBarSettings));

const refused = (
  name: string,
  of: string | null,
  content: string,
  from: string,
  says: readonly string[],
): PublicCase => ({
  kind: "N",
  name,
  of,
  files: { "p.mobileconfig": content },
  call: [
    "test",
    "ropg",
    "--profile",
    "p.mobileconfig",
    "--from",
    from,
    "--username",
    "u@example.org",
    "--password-stdin",
  ],
  stdin: ["x"],
  exit: 2,
  says,
});
const shown = (name: string, of: string | null, content: string, says: readonly string[]): PublicCase => ({
  kind: "N",
  name,
  of,
  files: { "p.mobileconfig": content },
  call: ["show", "p.mobileconfig"],
  exit: 0,
  says: ["Note:", ...says],
});

/** Keys and values that stand where nothing reads them. */
export const misplaced: readonly PublicCase[] = [
  refused("keys of the provider beside IdPSettings, tested", "p16-menu-flat.mobileconfig", flat, "menu-bar", [
    "Provider, ROPGID and TenantID stand in com.jamf.connect beside the dictionary IdPSettings",
    "Move them into IdPSettings",
  ]),
  shown("keys of the provider beside IdPSettings, shown", "p16-menu-flat.mobileconfig", flat, [
    "IdPSettings.ROPGID",
    "IdPSettings.TenantID",
  ]),
  refused(
    "keys of the login window in the menu bar's domain, tested",
    "p10-menu-oidc-keys.mobileconfig",
    oidcInMenuBar,
    "menu-bar",
    ["OIDCProvider, OIDCClientID, OIDCROPGID", "belong to com.jamf.connect.login"],
  ),
  shown(
    "keys of the login window in the menu bar's domain, shown",
    "p10-menu-oidc-keys.mobileconfig",
    oidcInMenuBar,
    ["OIDCProvider belongs to com.jamf.connect.login"],
  ),
  refused("IdPSettings in the domain of the login window, tested", null, idpInLogin, "login", [
    "IdPSettings stands in com.jamf.connect.login and belongs to com.jamf.connect",
  ]),
  refused(
    "a blank behind the name of a key, tested",
    null,
    profile(payload("com.jamf.connect.login", loginSettings.replace("OIDCProvider", "OIDCProvider "))),
    "login",
    ['"OIDCProvider " stands in com.jamf.connect.login', "a blank at the end", "Name the key OIDCProvider"],
  ),
  refused(
    "the name of a key in other letters, tested",
    null,
    profile(payload("com.jamf.connect", menuBarSettings.replace("Provider", "provider"))),
    "menu-bar",
    ['"provider" stands in com.jamf.connect', "capital and small letters differ"],
  ),
  refused(
    "an invisible character in the name of a domain, tested",
    null,
    profile(payload("com.jamf.connect.login\u200b", loginSettings)),
    "login",
    ["has no settings for the login window", 'It has settings for "com.jamf.connect.login\\u200b"'],
  ),
  shown("IdPSettings in the domain of the login window, shown", null, idpInLogin, [
    "IdPSettings belongs to com.jamf.connect",
  ]),
  shown(
    "text where a switch belongs",
    "p13-bool-strings.mobileconfig",
    profile(
      payload(
        "com.jamf.connect.login",
        `${loginSettings.replace("<false/>", "<string>false</string>")}<key>DenyLocal</key><string>YES</string><key>LocalFallback</key><integer>1</integer>`,
      ),
    ),
    [
      "OIDCNewPassword is a string, not a switch",
      "DenyLocal is a string, not a switch",
      "LocalFallback must be true or false",
    ],
  ),
];
