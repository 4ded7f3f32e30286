import type { PlistValue } from "../plist/value.ts";
import type { Problem } from "../problem.ts";
import { asDict, textAt } from "./bookkeeping.ts";
import { disagreeingKeys } from "./disagreeing-keys.ts";
import type { ProfileDocument } from "./document.ts";
import { listPayloads, managedPreferencesType, type Payload, payloadValues } from "./payloads.ts";

/** Most remarks of one kind about one document; a file may deserve one at every key. */
const most = 20;

/**
 * What a profile does not do although it looks as if it did: content that is encrypted, settings that macOS does not take because
 * they are not under `Forced`, payloads without settings, payloads of one domain that say different things.
 */
export function profileRemarks(document: ProfileDocument): readonly Problem[] {
  const payloads = listPayloads(document);
  return [
    ...encrypted(document),
    ...empty(document, payloads),
    ...notForced(document),
    ...disagreeing(payloads),
  ];
}

/**
 * The content of an encrypted profile is for one device and stands in `EncryptedPayloadContent`
 * (https://developer.apple.com/documentation/devicemanagement/toplevel).
 */
export function encrypted({ root, format }: ProfileDocument): readonly Problem[] {
  if (format !== "mobileconfig" || !root.entries.has("EncryptedPayloadContent")) return [];
  return [
    {
      code: "profile-encrypted",
      title: "The content of this profile is encrypted.",
      detail:
        "Its payloads are in EncryptedPayloadContent, which only the device that it was made for can read.",
      fix: "Open the profile before it was encrypted, as the server or Apple Configurator has it.",
    },
  ];
}

function empty(document: ProfileDocument, payloads: readonly Payload[]): readonly Problem[] {
  if (document.root.entries.has("EncryptedPayloadContent")) return [];
  if (payloads.length === 0) return [emptyProfile(document)];
  const without = payloads.filter(
    (payload) =>
      payload.domain !== null && payload.layers.length > 0 && payloadValues(payload).entries.size === 0,
  );
  return without.slice(0, most).map(({ domain }) => ({
    code: "payload-empty",
    title: `The payload for ${domain} has no settings.`,
    detail: "Nothing in it can have an effect.",
    fix: "Export the profile again with its settings, or remove the payload.",
  }));
}

function emptyProfile({ root, format }: ProfileDocument): Problem {
  const content = root.entries.get("PayloadContent");
  const seen =
    format === "plist"
      ? "It has no keys."
      : content === undefined
        ? "It has no PayloadContent."
        : content.kind === "array"
          ? content.items.length === 0
            ? "Its PayloadContent is empty."
            : "What its PayloadContent lists are no payloads."
          : "Its PayloadContent is no list.";
  return {
    code: "profile-empty",
    title: "This profile has no payloads.",
    detail: seen,
    fix: "Export the profile again with its settings.",
  };
}

/** The three names under which macOS looks for managed preferences; only `Forced` cannot be changed by a user. */
const modes = ["Forced", "Often", "Set-Once"];

/**
 * Settings of `com.apple.ManagedClient.preferences` count where they stand in `DOMAIN/Forced/[n]/mcx_preference_settings`.
 *
 * @param only the one domain that is asked about; all if left out
 */
export function notForced({ root }: ProfileDocument, only?: string): readonly Problem[] {
  const content = root.entries.get("PayloadContent");
  if (content?.kind !== "array") return [];
  const found = content.items.flatMap((item) => {
    const payload = asDict(item);
    if (payload === null || textAt(payload, "PayloadType") !== managedPreferencesType) return [];
    const domains = asDict(payload.entries.get("PayloadContent"));
    return [...(domains?.entries ?? [])].flatMap(([domain, value]) => {
      const problem = only === undefined || only === domain ? unread(domain, value) : null;
      return problem === null ? [] : [problem];
    });
  });
  return found.slice(0, most);
}

function unread(domain: string, value: PlistValue): Problem | null {
  const entries = asDict(value)?.entries ?? new Map<string, PlistValue>();
  if (modes.some((mode) => hasSettings(entries.get(mode)))) return null;
  const misspelt = [...entries.keys()].find((key) =>
    modes.some((mode) => key.toLowerCase() === mode.toLowerCase()),
  );
  const isNamed = modes.some((mode) => entries.has(mode));
  const seen = isNamed
    ? "Forced stands there, but no list whose items hold mcx_preference_settings."
    : misspelt !== undefined
      ? `It says ${misspelt}: capital and small letters differ.`
      : entries.size === 0
        ? "Nothing stands below the name of the domain."
        : "They stand directly below the name of the domain.";
  return {
    code: "settings-not-forced",
    title: `The settings for ${domain} are not under Forced, so macOS ignores them.`,
    detail: seen,
    fix: "Put them into Forced, a list with one dictionary whose key mcx_preference_settings holds them, or use a payload of the type of the domain.",
  };
}

function hasSettings(value: PlistValue | undefined): boolean {
  if (value?.kind !== "array") return false;
  return value.items.some((item) => asDict(asDict(item)?.entries.get("mcx_preference_settings")) !== null);
}

/** Which of two payloads for one domain counts is not documented; all that is sure is that they cannot both. */
function disagreeing(payloads: readonly Payload[]): readonly Problem[] {
  const keys = new Map<string, string[]>();
  for (const { domain, key } of disagreeingKeys(payloads)) {
    const ofDomain = keys.get(domain) ?? [];
    ofDomain.push(key);
    keys.set(domain, ofDomain);
  }
  return [...keys].slice(0, most).map(([domain, ofDomain]) => disagreement(domain, ofDomain));
}

function disagreement(domain: string, keys: readonly string[]): Problem {
  const named = keys.slice(0, 5).join(", ");
  return {
    code: "payloads-disagree",
    title: `Several payloads for ${domain} disagree about ${named}${keys.length > 5 ? ` and ${keys.length - 5} more` : ""}.`,
    detail: "Which of them a Mac uses is not documented. Latchkey takes the last one in the file.",
    fix: "Set each key in one payload.",
  };
}
