import { array, dict, integer, string } from "../plist/build.ts";
import { writeBinaryPlist } from "../plist/index.ts";
import type { PlistDict, PlistValue } from "../plist/value.ts";
import { asDict, isBookkeepingKey } from "./bookkeeping.ts";
import type { ProfileDocument } from "./document.ts";
import { nameUuid } from "./name-uuid.ts";
import {
  hasReservedKeys,
  isPreferenceDomain,
  listPayloads,
  managedPreferencesType,
  type Payload,
} from "./payloads.ts";

/** The two forms in which a profile can carry the settings of a preference domain; macOS does the same with both. */
export type WrapForm = "direct" | "managed-preferences";

/**
 * Brings every payload of a preference domain into one form. Identifiers, UUIDs and all other keys of the payload stay;
 * going there and back gives the same values. Payloads of other kinds are left alone, and so are wrappers with a domain
 * of Apple's: as a payload type of its own it could mean something else (`com.apple.screensaver`).
 *
 * What the direct form cannot say stays wrapped too: settings that users may change (`Set-Once`, `Often`), several sets
 * of settings for one domain, settings whose names begin with `Payload`. Callers see it in the forms of the result.
 */
export function rewrap(document: ProfileDocument, form: WrapForm): ProfileDocument {
  const content = document.root.entries.get("PayloadContent");
  if (document.format === "plist" || content?.kind !== "array") return document;
  const payloads = listPayloads(document);
  const items = content.items.flatMap((item, index): readonly PlistValue[] => {
    const here = payloads.filter((payload) => payload.path[1] === index);
    return item.kind === "dict" ? rewrapPayload(item, here, form) : [item];
  });
  const entries = new Map([...document.root.entries, ["PayloadContent", array(items)] as const]);
  return { ...document, root: { kind: "dict", entries } };
}

function rewrapPayload(item: PlistDict, payloads: readonly Payload[], form: WrapForm): readonly PlistDict[] {
  const [first] = payloads;
  if (first?.form === "direct" && form === "managed-preferences")
    return [toManaged(item, first.domain ?? "")];
  if (first?.form === "managed-preferences" && form === "direct") return toDirect(item, payloads) ?? [item];
  return [item];
}

/** The settings move into the wrapper at the place of the first of them; the payload's own keys stay where they are. */
function toManaged(item: PlistDict, domain: string): PlistDict {
  const settings = [...item.entries].filter(([key]) => !isBookkeepingKey(key) || key === "PayloadContent");
  const content = managedContent(domain, dict(settings));
  const entries: [string, PlistValue][] = [];
  for (const [key, value] of item.entries) {
    if (key === "PayloadType") entries.push([key, string(managedPreferencesType)]);
    else if (isBookkeepingKey(key) && key !== "PayloadContent") entries.push([key, value]);
    else if (!entries.some(([name]) => name === "PayloadContent")) entries.push(["PayloadContent", content]);
  }
  if (settings.length === 0) entries.push(["PayloadContent", content]);
  return dict(entries);
}

/** One direct payload for each domain of the wrapper; null when one of them does not fit. */
function toDirect(item: PlistDict, payloads: readonly Payload[]): readonly PlistDict[] | null {
  const made: PlistDict[] = [];
  for (const [position, { domain }] of payloads.entries()) {
    const settings = domain === null || !isPreferenceDomain(domain) ? null : forcedSettings(item, domain);
    if (domain === null || settings === null) return null;
    const entries = [...item.entries].flatMap(([key, value]): readonly (readonly [string, PlistValue])[] => {
      if (key === "PayloadType") return [[key, string(domain)]];
      if (key === "PayloadContent") return [...settings.entries];
      return [[key, position === 0 ? value : ownIdentity(key, value, domain)]];
    });
    made.push(dict(entries));
  }
  return made;
}

/** The settings of a domain when the direct form can express all that the wrapper says about them. */
function forcedSettings(item: PlistDict, domain: string): PlistDict | null {
  const modes = asDict(asDict(item.entries.get("PayloadContent"))?.entries.get(domain));
  const forced = modes?.entries.size === 1 ? modes.entries.get("Forced") : undefined;
  const elements = forced?.kind === "array" ? forced.items : [];
  const element = elements.length === 1 ? asDict(elements[0]) : null;
  const settings =
    element?.entries.size === 1 ? asDict(element.entries.get("mcx_preference_settings")) : null;
  return settings === null || hasReservedKeys(settings) ? null : settings;
}

/**
 * The value of a key for a dictionary that becomes several, one for each domain: identifier and UUID need to be of its own, and follow
 * from what they were, so that the same file always gives the same ones.
 */
export function ownIdentity(key: string, value: PlistValue, domain: string): PlistValue {
  if (value.kind !== "string") return value;
  if (key === "PayloadIdentifier") return string(`${value.value}.${domain}`);
  return key === "PayloadUUID"
    ? string(nameUuid(new TextEncoder().encode(`${value.value} ${domain}`)))
    : value;
}

/** A profile around the settings of one domain. Its identifiers follow from the content: the same input, the same profile. */
export function wrapSettings(settings: PlistDict, domain: string, form: WrapForm): PlistDict {
  const outer = nameUuid(writeBinaryPlist(dict([[domain, settings]])));
  const inner = nameUuid(new TextEncoder().encode(`${outer} payload`));
  const head = (type: string, uuid: string): [string, PlistValue][] => [
    ["PayloadDisplayName", string(`Settings for ${domain}`)],
    ["PayloadIdentifier", string(`${domain}.${uuid}`)],
    ["PayloadType", string(type)],
    ["PayloadUUID", string(uuid)],
    ["PayloadVersion", integer(1)],
  ];
  const payload =
    form === "direct"
      ? dict([...head(domain, inner), ...settings.entries])
      : dict([...head(managedPreferencesType, inner), ["PayloadContent", managedContent(domain, settings)]]);
  return dict([
    ["PayloadContent", array([payload])],
    ...head("Configuration", outer),
    ["PayloadScope", string("System")],
  ]);
}

function managedContent(domain: string, settings: PlistDict): PlistDict {
  return dict([[domain, dict([["Forced", array([dict([["mcx_preference_settings", settings]])])]])]]);
}
