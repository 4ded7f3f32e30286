import { array, boolean, dict, string } from "../../core/plist/build.ts";
import { readPlistText } from "../../core/plist/index.ts";
import type { PlistDict, PlistValue } from "../../core/plist/value.ts";

const managed = "com.apple.ManagedClient.preferences";
/** Types that Jamf Pro writes anew from what it has read; all others it keeps as text. */
const rendered = new Set([managed, "com.apple.notificationsettings"]);

/** What a profile is stored with beside its payloads. */
export type StoreOptions = {
  readonly name: string;
  readonly level: "computer" | "user";
  readonly userRemovable: boolean;
  readonly newUuid: () => string;
  /** The stored profile that is replaced; null for a new one. */
  readonly before: PlistDict | null;
};

/**
 * What Jamf Pro makes of `<payloads>` (quirks C1 to C5, C10, C11).
 *
 * @param text what an XML reader finds in the element, CDATA or not
 * @returns null where Jamf Pro answers "Unable to update the database"
 */
export function storePayloads(text: string, options: StoreOptions): PlistDict | null {
  // C1: one layer of escaping is taken off, although an XML reader has done its part already.
  const inner = dictOf(decodeOnce(text));
  const kept = dictOf(text);
  if (inner === null || kept === null) return null;
  const decodedItems = itemsOf(inner);
  const keptItems = itemsOf(kept);
  const payloads = decodedItems.map((item, index) => {
    const type = textIn(item, "PayloadType");
    // C2, C3: other types stay as the text that came.
    const stored = rendered.has(type) ? emptied(item) : verbatim(keptItems[index] ?? item);
    return sorted(trimmed(aboutPayload(stored, type, options)));
  });
  return asDict(sorted(trimmed(aboutProfile(inner, payloads, options))));
}

/** Named and numbered character references, once. */
export function decodeOnce(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return named[String(name)] ?? whole;
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** C4: with an emoji in it, a managed-preferences payload loses its settings. */
function emptied(item: PlistDict): PlistDict {
  if (textIn(item, "PayloadType") !== managed || !hasEmoji(item)) return item;
  const without = (value: PlistValue): PlistValue => {
    if (value.kind === "array") return array(value.items.map(without));
    if (value.kind !== "dict") return value;
    return dict(
      [...value.entries]
        .filter(([key]) => key !== "mcx_preference_settings")
        .map(([key, inner]) => [key, without(inner)]),
    );
  };
  return asDict(without(item));
}

/** C3, C4: line feeds and tabs go, emojis become two marks, in the names of settings too. */
function verbatim(item: PlistDict): PlistDict {
  const marks = (text: string) => text.replace(/[\u{10000}-\u{10ffff}]/gu, "\ufffd\ufffd");
  return asDict(eachText(item, (text) => marks(text.replace(/[\n\t]/g, "")), marks));
}

/** C11: what describes a payload is derived anew, and more is added. */
function aboutPayload(item: PlistDict, type: string, { newUuid }: StoreOptions): PlistDict {
  const uuid = newUuid();
  const own: readonly (readonly [string, PlistValue])[] = [
    ["PayloadDisplayName", string(type === managed ? "Custom Settings" : type)],
    ["PayloadIdentifier", string(uuid)],
    ["PayloadUUID", string(uuid)],
    ["PayloadOrganization", string("PRACTICE")],
    ["PayloadDescription", string("")],
    ["PayloadEnabled", boolean(true)],
  ];
  return { kind: "dict", entries: new Map([...item.entries, ...own]) };
}

/** C10: a new profile gets an identity of Jamf Pro's own; an update takes what is sent, and a ghost with it. */
function aboutProfile(root: PlistDict, payloads: readonly PlistDict[], options: StoreOptions): PlistDict {
  const { name, level, userRemovable, newUuid, before } = options;
  const uuid = newUuid();
  const identity = (key: string) => string(before === null ? uuid : textIn(root, key) || uuid);
  const texts = [...root.entries].map(([key, value]) => [key, verbatimText(value)] as const);
  return {
    kind: "dict",
    entries: new Map<string, PlistValue>([
      ...texts,
      ["PayloadDisplayName", string(name)],
      ["PayloadIdentifier", identity("PayloadIdentifier")],
      ["PayloadUUID", identity("PayloadUUID")],
      ["PayloadOrganization", string("PRACTICE")],
      ["PayloadDescription", string("")],
      ["PayloadScope", string(level === "user" ? "User" : "System")],
      ["PayloadEnabled", boolean(true)],
      ["PayloadRemovalDisallowed", boolean(!userRemovable)],
      ["PayloadContent", array(payloads)],
    ]),
  };
}

function verbatimText(value: PlistValue): PlistValue {
  return value.kind === "string" ? string(value.value.replace(/[\n\t]/g, "")) : value;
}

function trimmed(value: PlistValue): PlistValue {
  return eachText(value, (text) => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ""));
}

/** C5: keys come back sorted. */
function sorted(value: PlistValue): PlistDict {
  const sort = (inner: PlistValue): PlistValue => {
    if (inner.kind === "array") return array(inner.items.map(sort));
    if (inner.kind !== "dict") return inner;
    return dict(
      [...inner.entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sort(item)]),
    );
  };
  return asDict(sort(value));
}

function eachText(
  value: PlistValue,
  change: (text: string) => string,
  changeKey = (key: string) => key,
): PlistValue {
  if (value.kind === "string") return string(change(value.value));
  if (value.kind === "array") return array(value.items.map((item) => eachText(item, change, changeKey)));
  if (value.kind !== "dict") return value;
  return dict([...value.entries].map(([key, item]) => [changeKey(key), eachText(item, change, changeKey)]));
}

function hasEmoji(value: PlistValue): boolean {
  if (value.kind === "string") return /[\u{10000}-\u{10ffff}]/u.test(value.value);
  if (value.kind === "array") return value.items.some(hasEmoji);
  if (value.kind !== "dict") return false;
  return [...value.entries].some(([key, item]) => /[\u{10000}-\u{10ffff}]/u.test(key) || hasEmoji(item));
}

function dictOf(text: string): PlistDict | null {
  const read = readPlistText(text.trim());
  return read.ok && read.value.value.kind === "dict" ? read.value.value : null;
}

function itemsOf(root: PlistDict): readonly PlistDict[] {
  const content = root.entries.get("PayloadContent");
  return content?.kind === "array"
    ? content.items.flatMap((item) => (item.kind === "dict" ? [item] : []))
    : [];
}

function textIn(item: PlistDict, key: string): string {
  const value = item.entries.get(key);
  return value?.kind === "string" ? value.value : "";
}

function asDict(value: PlistValue): PlistDict {
  return value.kind === "dict" ? value : dict([]);
}
