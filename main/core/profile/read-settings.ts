import { dict } from "../plist/build.ts";
import type { PlistDict } from "../plist/value.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { usualRedirectUri } from "../providers/jamf-redirect.ts";
import { visibleName } from "../text/visible.ts";
import type { ProfileDocument } from "./document.ts";
import { misplacedKeys } from "./misplaced-keys.ts";
import { listPayloads, payloadValues } from "./payloads.ts";
import { checkDiscoveryKeys, type NamedProvider, namedProvider, providerAt } from "./provider-settings.ts";
import { encrypted, notForced } from "./remarks.ts";
import { type SettingsReader, settingsReader } from "./settings-reader.ts";
import type { SettingsSource, Sourced, TestSettings } from "./test-settings.ts";

/** The two things Jamf Connect does with a provider: the sign-in page, and the silent password check (ROPG). */
export type SettingsUse = "sign-in" | "password-check";

/**
 * What a login would use, each value with the key it came from; defaults have `keyPath: null`.
 *
 * `from` names the domain: `com.jamf.connect.login` has settings for the sign-in and, under `ROPG…` keys, for its own
 * password check; `com.jamf.connect` (`IdPSettings`) for the password check only. Several payloads for one domain are
 * read together, as macOS does. Problems: `settings-missing` when the document has no settings for the domain,
 * `provider-missing`, `provider-unknown`.
 */
export function testSettings(
  document: ProfileDocument,
  from: SettingsSource,
  use: SettingsUse = from === "login" ? "sign-in" : "password-check",
): Result<TestSettings> {
  const domain = domainOf[from];
  const settings = settingsOf(document, domain);
  if (settings === null) return fail(missing(document, domain, from));
  const reader = settingsReader(domain, settings);
  const named = namedProvider(reader, from, use === "password-check");
  if (!named.ok) return fail(whyMissing(named.problem, document, from, settings));
  const keys = from === "login" ? loginKeys(reader, use, named.value) : menuBarKeys(reader);
  return succeed({
    from,
    ...providerAt(named.value, keys.discoveryUrl),
    ...keys,
    ...accountKeys(document, reader),
    networkCheckMinutes: networkCheckMinutes(document, reader),
  });
}

type KeyedSettings = Pick<
  TestSettings,
  "clientId" | "clientSecret" | "tenant" | "scopes" | "redirectUri" | "discoveryUrl" | "successCodes"
>;

/**
 * A check takes over what the sign-in names where it has no key of its own; not a check at another provider, or the secret of
 * the one would be sent to the other.
 */
function loginKeys(reader: SettingsReader, use: SettingsUse, { isOther }: NamedProvider): KeyedSettings {
  const check = use === "password-check";
  const first = (own: string, ...shared: readonly string[]): Sourced<string> | null =>
    reader.text(...(check ? [own] : []), ...(isOther ? [] : shared));
  return {
    clientId: check ? reader.text("OIDCROPGID") : reader.text("OIDCClientID"),
    clientSecret: first("ROPGClientSecret", "OIDCClientSecret"),
    // Okta names its domain by a key of its own; every other provider by the tenant.
    tenant: first("ROPGTenant", "OIDCTenant", "AuthServer"),
    scopes: scopes(reader, check ? reader.text("ROPGScopes") : reader.text("OIDCScopes")),
    redirectUri: redirectUri(reader, first("ROPGRedirectURI", "OIDCRedirectURI")),
    discoveryUrl: first(checkDiscoveryKeys.login[0], "OIDCDiscoveryURL"),
    successCodes: successCodes(reader, "ROPGSuccessCodes"),
  };
}

function menuBarKeys(reader: SettingsReader): KeyedSettings {
  return {
    clientId: reader.text("IdPSettings.ROPGID"),
    clientSecret: reader.text("IdPSettings.ClientSecret"),
    tenant: reader.text("IdPSettings.TenantID", "IdPSettings.OktaAuthServer"),
    scopes: scopes(reader, reader.text("IdPSettings.ROPGScopes")),
    redirectUri: redirectUri(reader, null),
    discoveryUrl: reader.text(...checkDiscoveryKeys["menu-bar"], "IdPSettings.DiscoveryURL"),
    successCodes: successCodes(reader, "IdPSettings.SuccessCodes"),
  };
}

type AccountKeys = Pick<
  TestSettings,
  | "shortNameClaim"
  | "fullNameClaim"
  | "adminClaim"
  | "adminValues"
  | "ignoreAdmin"
  | "createAdminUser"
  | "secondaryAccess"
  | "useUserInfo"
>;

/** Accounts are made at the login window, so these come from its domain whichever login is tested. */
function accountKeys(document: ProfileDocument, asked: SettingsReader): AccountKeys {
  const login = "com.jamf.connect.login";
  const reader =
    asked.domain === login ? asked : settingsReader(login, settingsOf(document, login) ?? dict([]));
  const none: Sourced<readonly string[]> = { value: [], domain: login, keyPath: null };
  return {
    shortNameClaim: reader.text("OIDCShortName"),
    fullNameClaim: reader.text("OIDCFullName"),
    adminClaim: reader.text("OIDCAdminAttribute") ?? { value: "groups", domain: login, keyPath: null },
    adminValues: reader.list("OIDCAdmin") ?? none,
    ignoreAdmin: reader.flag("OIDCIgnoreAdmin", false),
    createAdminUser: reader.flag("CreateAdminUser", false),
    secondaryAccess: reader.list("OIDCSecondaryAccess"),
    useUserInfo: reader.flag("UseUserInfo", false),
  };
}

/** The checks of the menu bar / Self Service+ are timed in its own domain, whichever login is tested. */
function networkCheckMinutes(document: ProfileDocument, asked: SettingsReader): Sourced<number> | null {
  const domain = "com.jamf.connect";
  const settings = settingsOf(document, domain);
  const reader = asked.domain === domain || settings === null ? asked : settingsReader(domain, settings);
  const minutes = reader.domain === domain ? reader.number("PasswordPolicies.NetworkCheck") : null;
  return minutes !== null && minutes.value >= 0 ? minutes : null;
}

/** Jamf documents `+` between scopes; its own Keycloak sample and its app's placeholder have blanks. */
function scopes(reader: SettingsReader, written: Sourced<string> | null): Sourced<readonly string[]> {
  const parts = (written?.value ?? "").split(/[+\s]+/).filter((scope) => scope !== "");
  return written === null || parts.length === 0
    ? { value: ["openid", "profile", "email"], domain: reader.domain, keyPath: null }
    : { ...written, value: parts };
}

function redirectUri(reader: SettingsReader, written: Sourced<string> | null): Sourced<string> {
  return written ?? { value: usualRedirectUri, domain: reader.domain, keyPath: null };
}

/** Jamf does not document the form of the elements: both `50076` and `AADSTS50076` are read. */
function successCodes(reader: SettingsReader, keyPath: string): Sourced<readonly number[]> {
  const written = reader.list(keyPath);
  if (written === null) return { value: [], domain: reader.domain, keyPath: null };
  const codes = written.value
    .flatMap((text) => text.split(/[\s,;]+/))
    .map((text) => /^(?:AADSTS)?(\d{4,8})$/i.exec(text)?.[1])
    .filter((digits) => digits !== undefined);
  return { ...written, value: codes.map(Number) };
}

function settingsOf(document: ProfileDocument, domain: string): PlistDict | null {
  const payloads = listPayloads(document).filter((payload) => payload.domain === domain);
  if (payloads.length === 0) return null;
  return dict(payloads.flatMap((payload) => [...payloadValues(payload).entries]));
}

const domainOf: Readonly<Record<SettingsSource, string>> = {
  login: "com.jamf.connect.login",
  "menu-bar": "com.jamf.connect",
};

const domainText: Readonly<Record<SettingsSource, string>> = {
  login: "login window",
  "menu-bar": "menu bar / Self Service+",
};

/** A provider that is missing although its keys are somewhere: then the place is the fault. */
function whyMissing(
  problem: Problem,
  document: ProfileDocument,
  from: SettingsSource,
  settings: PlistDict,
): Problem {
  if (problem.code !== "provider-missing") return problem;
  const domain = domainOf[from];
  const [ignored] = notForced(document, domain);
  if (ignored !== undefined && settings.entries.size === 0) return ignored;
  const parted = partedProvider(document, domain, from);
  if (parted !== null) return { ...problem, ...parted };
  const misplaced = misplacedKeys(from, settings);
  return misplaced === null ? problem : { ...problem, ...misplaced };
}

/** A provider that one payload names, in a dictionary in whose place the last payload puts another. */
function partedProvider(
  document: ProfileDocument,
  domain: string,
  from: SettingsSource,
): Pick<Problem, "detail" | "fix"> | null {
  if (from === "login") return null;
  const isNamed = listPayloads(document).some(
    (payload) =>
      payload.domain === domain &&
      settingsReader(domain, payloadValues(payload)).text("IdPSettings.Provider") !== null,
  );
  if (!isNamed) return null;
  return {
    detail: `IdPSettings stands in several payloads for ${domain} with different contents. Which one counts is not documented; Latchkey takes the last one, which names no provider.`,
    fix: "Put all of IdPSettings into one payload.",
  };
}

function missing(document: ProfileDocument, domain: string, from: SettingsSource): Problem {
  const [encryption] = encrypted(document);
  if (encryption !== undefined) return encryption;
  const domains = [...new Set(listPayloads(document).flatMap((payload) => payload.domain ?? []))];
  const found =
    domains.length === 0
      ? "It has no preference domain."
      : `It has settings for ${domains.map(visibleName).join(", ")}.`;
  return {
    code: "settings-missing",
    title: `This profile has no settings for the ${domainText[from]} (${domain}).`,
    detail: found,
    fix: `Open a profile with ${domain}, or test with the settings of the ${domainText[from === "login" ? "menu-bar" : "login"]}.`,
  };
}
