import { type RequiredKey, requiredKeys } from "../../keys/index.ts";
import { payloadValues } from "../../profile/index.ts";
import { type SettingsReader, settingsReader } from "../../profile/settings-reader.ts";
import type { TestSettings } from "../../profile/test-settings.ts";
import { usualRedirectUri } from "../../providers/jamf-redirect.ts";
import { hitAt } from "../hit.ts";
import type { Hit, LintRule } from "../rule.ts";
import { exampleTenant, soundLogin } from "../sound-settings.ts";
import { type LintSubject, loginDomain, menuBarDomain } from "../subject.ts";

/** A key without which the provider of the profile cannot work. */
export const requiredKeyMissing: LintRule = {
  id: "required-key-missing",
  group: "identity",
  name: "A key is missing that the provider needs",
  severity: "error",
  certainty: "documented",
  why: "Each provider needs a few keys, which Jamf lists with the settings of the login window and of the menu bar. A file that holds no identity at all is left alone: its settings may be parted over several profiles. What the list only suggests is an info.",
  source:
    "https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Login_Window_Authentication_Settings",
  fires: {
    settings: {
      "com.jamf.connect.login": {
        OIDCProvider: "EntraID",
        OIDCTenant: exampleTenant,
        OIDCROPGID: "9fcc52c7-ee36-4889-8517-2a1d5c0f3b77",
        OIDCRedirectURI: usualRedirectUri,
      },
    },
  },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  *check(subject) {
    yield* missingIn(subject, loginDomain, subject.signIn, loginIdentity);
    yield* missingIn(subject, menuBarDomain, subject.menuBarCheck, menuBarIdentity);
  },
};

/** Keys that show that a payload is the one with the identity, that of the provider first. */
const loginIdentity: readonly [string, ...string[]] = [
  "OIDCProvider",
  "OIDCClientID",
  "OIDCROPGID",
  "OIDCTenant",
  "OIDCDiscoveryURL",
  "AuthServer",
];
const menuBarIdentity: readonly [string, ...string[]] = [
  "IdPSettings.Provider",
  "IdPSettings.ROPGID",
  "IdPSettings.TenantID",
  "IdPSettings.DiscoveryURL",
  "IdPSettings.OktaAuthServer",
];

function* missingIn(
  subject: LintSubject,
  domain: string,
  settings: TestSettings | null,
  [providerKey, ...others]: readonly [string, ...string[]],
): Iterable<Hit> {
  const together = domain === loginDomain ? subject.login : subject.menuBar;
  if (together === null) return;
  const readers = readersOf(subject, domain);
  const held = [providerKey, ...others].filter((key) => readers.some((reader) => reader.text(key) !== null));
  // A provider that nobody knows has a rule of its own.
  if (settings === null) {
    if (held.length > 0 && !held.includes(providerKey))
      yield hit(domain, providerKey, "error", "It decides which other keys count.");
    return;
  }
  // Such a payload may only name the provider; the rest stands in another profile.
  if (held.length < 2) return;
  const missing = new Set<string>();
  for (const { key, requirement } of requiredKeys(settings.provider.value, domain)) {
    if (missing.has(key.path) || isItemOrDictionary(key)) continue;
    if (readers.some((reader) => isThere(reader, key))) continue;
    if (!holds(requirement, together)) continue;
    missing.add(key.path);
    yield hit(domain, key.path, requirement.certainty === "documented" ? "error" : "info", key.description);
  }
}

/** Each payload for itself: a key that stands in any of them is not missing, whichever of them counts. */
function readersOf({ jamfConnect }: LintSubject, domain: string): readonly SettingsReader[] {
  return jamfConnect
    .filter((payload) => payload.domain === domain)
    .map((payload) => settingsReader(domain, payloadValues(payload)));
}

function hit(domain: string, keyPath: string, severity: "error" | "info", purpose: string): Hit {
  return hitAt(
    { domain, keyPath },
    {
      severity,
      ...(severity === "info" ? { certainty: "inferred" as const } : {}),
      title: `${keyPath} is missing.`,
      detail: purpose,
      fix: { label: "Set it", steps: [`Set ${keyPath} in ${domain}.`] },
    },
  );
}

function isThere(reader: SettingsReader, { path, type }: RequiredKey["key"]): boolean {
  if (type === "array") return (reader.list(path)?.value.length ?? 0) > 0;
  if (type === "boolean") return reader.flag(path, false).keyPath !== null;
  return reader.text(path) !== null || type === "integer";
}

/** Requirements inside lists and dictionaries depend on whether the thing is used at all. */
function isItemOrDictionary({ path, type }: RequiredKey["key"]): boolean {
  return type === "dict" || path.includes("[]");
}

/** Whether the condition of a requirement is met; one that is not understood is not. */
function holds({ when }: RequiredKey["requirement"], reader: SettingsReader): boolean {
  switch (when) {
    case undefined:
      return true;
    case "OIDCNewPassword is false":
      return !reader.flag("OIDCNewPassword", false).value;
    case "ROPGProvider is Custom":
      return reader.text("ROPGProvider")?.value.trim() === "Custom";
    default:
      return false;
  }
}
