import { describeKey, type KeyDescription, keyDomains } from "../keys/index.ts";
import { dict } from "../plist/build.ts";
import type { PlistValue } from "../plist/value.ts";
import { isBookkeepingKey } from "../profile/bookkeeping.ts";
import {
  type DisagreeingKey,
  disagreeingKeys,
  isSecretSetting,
  listPayloads,
  type Payload,
  type ProfileDocument,
  payloadValues,
  testSettings,
} from "../profile/index.ts";
import type { KeyPath } from "../profile/patch.ts";
import { type SettingsReader, settingsReader } from "../profile/settings-reader.ts";
import type { TestSettings } from "../profile/test-settings.ts";

/** Preference domain of the login window. */
export const loginDomain = "com.jamf.connect.login";
/** Preference domain of the menu bar / Self Service+. */
export const menuBarDomain = "com.jamf.connect";

/** One value among the settings of Jamf Connect: a scalar, a list or a dictionary, those inside them as well. */
export type LintSetting = {
  readonly domain: string;
  readonly payload: Payload;
  /** Path inside the settings. */
  readonly path: KeyPath;
  /** The same as findings write it: `IdPSettings.ROPGID`, `ROPGSuccessCodes[0]`. */
  readonly keyPath: string;
  /** Path from the root of the document, for a patch that touches this place and no other. */
  readonly at: KeyPath;
  readonly value: PlistValue;
  /** What the catalogue knows about the key; null for one that it does not have. */
  readonly key: KeyDescription | null;
  /** The same for the list or value that it is part of: an item of a list has no entry of its own. */
  readonly owner: KeyDescription | null;
  /** Its value must not stand in any text. */
  readonly isSecret: boolean;
};

/** A document as the rules look at it: everything that several of them need, found once. */
export type LintSubject = {
  readonly document: ProfileDocument;
  /** All payloads, those of other products too. */
  readonly payloads: readonly Payload[];
  /** Payloads for a preference domain of Jamf Connect, those of 1.x included. */
  readonly jamfConnect: readonly Payload[];
  /** Every setting of these payloads, in the order of the document; what holds others comes before them. */
  readonly settings: readonly LintSetting[];
  /** What several payloads of one of these domains say differently; which of them counts is not documented. */
  readonly disagreeing: readonly DisagreeingKey[];
  /** The settings of a domain as macOS puts its payloads together; null where the document has none. */
  readonly login: SettingsReader | null;
  readonly menuBar: SettingsReader | null;
  /** What the sign-in and the two password checks would use; null where the document does not say enough. */
  readonly signIn: TestSettings | null;
  readonly loginCheck: TestSettings | null;
  readonly menuBarCheck: TestSettings | null;
};

/** Looks through a document once, for all rules. */
export function lintSubject(document: ProfileDocument): LintSubject {
  const payloads = listPayloads(document);
  const jamfConnect = isManifest(document)
    ? []
    : payloads.filter(({ domain }) => domain !== null && isJamfConnectDomain(domain));
  return {
    document,
    payloads,
    jamfConnect,
    settings: jamfConnect.flatMap(settingsOf),
    disagreeing: disagreeingKeys(jamfConnect),
    login: readerOf(jamfConnect, loginDomain),
    menuBar: readerOf(jamfConnect, menuBarDomain),
    signIn: settingsOrNull(document, "login", "sign-in"),
    loginCheck: settingsOrNull(document, "login", "password-check"),
    menuBarCheck: settingsOrNull(document, "menu-bar", "password-check"),
  };
}

/** A description of keys for profile editors (github.com/ProfileCreator/ProfileManifests) is a property list, too, and no settings. */
function isManifest({ root }: ProfileDocument): boolean {
  return root.entries.has("pfm_subkeys") || root.entries.has("pfm_format_version");
}

/** Whether settings of a domain are Jamf Connect's, of this or an older version. */
export function isJamfConnectDomain(domain: string): boolean {
  return domain.startsWith("com.jamf.connect") || keyDomains.some((known) => known.domain === domain);
}

/** The setting at a dotted path; with several payloads of the domain that of the last, which counts. */
export function findSetting(
  { settings }: LintSubject,
  domain: string,
  keyPath: string,
): LintSetting | undefined {
  return settings.findLast((setting) => setting.domain === domain && setting.keyPath === keyPath);
}

function settingsOf(payload: Payload): readonly LintSetting[] {
  const found: LintSetting[] = [];
  const domain = payload.domain ?? "";
  const walk = (
    place: Pick<LintSetting, "path" | "keyPath" | "at" | "value">,
    list: LintSetting["owner"],
  ): void => {
    const key = describeKey(domain, place.keyPath);
    const owner = key ?? list;
    const isSecret = isSecretSetting(domain, place.keyPath, place.value);
    found.push({ ...place, domain, payload, key, owner, isSecret });
    const { path, keyPath, at, value } = place;
    if (value.kind === "dict") {
      for (const [name, inner] of value.entries)
        walk({ path: [...path, name], keyPath: `${keyPath}.${name}`, at: [...at, name], value: inner }, null);
    }
    if (value.kind === "array") {
      for (const [index, inner] of value.items.entries())
        walk(
          { path: [...path, index], keyPath: `${keyPath}[${index}]`, at: [...at, index], value: inner },
          owner,
        );
    }
  };
  for (const layer of payload.layers) {
    for (const [name, value] of layer.settings.entries) {
      if (!isBookkeepingKey(name))
        walk({ path: [name], keyPath: name, at: [...layer.path, name], value }, null);
    }
  }
  return found;
}

function readerOf(payloads: readonly Payload[], domain: string): SettingsReader | null {
  const own = payloads.filter((payload) => payload.domain === domain);
  if (own.length === 0) return null;
  return settingsReader(domain, dict(own.flatMap((payload) => [...payloadValues(payload).entries])));
}

function settingsOrNull(...call: Parameters<typeof testSettings>): TestSettings | null {
  const settings = testSettings(...call);
  return settings.ok ? settings.value : null;
}
