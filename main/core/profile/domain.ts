import type { PlistDict } from "../plist/value.ts";
import { textAt } from "./bookkeeping.ts";

/** Jamf Connect's preference domains, the longer names first so that a search finds the whole name. */
const jamfConnectDomains = [
  "com.jamf.connect.authchanger",
  "com.jamf.connect.actions",
  "com.jamf.connect.shares",
  "com.jamf.connect.verify",
  "com.jamf.connect.login",
  "com.jamf.connect.sync",
  "com.jamf.connect",
];

/**
 * The preference domain that a file name tells: a Jamf Connect domain anywhere in it (`com.jamf.connect.login (1).plist`),
 * else a reversed domain name in front of the extension. Null when the name tells none.
 */
export function domainFromFileName(fileName: string): string | null {
  const name = fileName.replace(/^.*[/\\]/, "");
  const known = jamfConnectDomains.find((domain) =>
    new RegExp(`${domain.replaceAll(".", "\\.")}(?![A-Za-z0-9])`).test(name),
  );
  if (known !== undefined) return known;
  const stem = name.replace(/(\.(plist|xml|mobileconfig|tpl|template|txt))+$/i, "");
  return (
    /(?:^|[^A-Za-z0-9.-])((?:com|org|net|io|edu|gov|us|uk|de|fr|ch|eu|nl|menu)(?:\.[A-Za-z0-9-]+)+)$/.exec(
      stem,
    )?.[1] ?? null
  );
}

/** Keys that occur in one domain only, enough of them that every working file has at least one. */
const tellingKeys: readonly (readonly [domain: string, keys: readonly string[]])[] = [
  [
    "com.jamf.connect",
    ["IdPSettings", "SignIn", "PasswordPolicies", "TemporaryUserPermissions", "CustomMenuItems"],
  ],
  ["com.jamf.connect.actions", ["Actions"]],
  ["com.jamf.connect.shares", ["Shares", "HomeMount"]],
  [
    "com.jamf.connect.login",
    [
      "OIDCProvider",
      "OIDCClientID",
      "OIDCROPGID",
      "OIDCTenant",
      "OIDCDiscoveryURL",
      "AuthServer",
      "DenyLocal",
      "LocalFallback",
      "OIDCNewPassword",
      "CreateJamfConnectPassword",
      "EnrollmentUserName",
    ],
  ],
];

/** The Jamf Connect domain whose keys the settings use, else the type that a payload saved on its own names. */
export function domainFromKeys(root: PlistDict): string | null {
  const found = tellingKeys.find(([, keys]) => keys.some((key) => root.entries.has(key)));
  return found?.[0] ?? textAt(root, "PayloadType");
}
