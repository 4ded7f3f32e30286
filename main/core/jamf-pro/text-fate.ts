import type { PlistValue } from "../plist/value.ts";
import { managedPreferencesType } from "../profile/payloads.ts";

/** What Jamf Pro does to a text, by the number of the quirk. */
export type TextQuirk = "C2" | "C3" | "C4" | "C5";

/** Payloads that Jamf Pro writes anew from what it has read, and so keeps as they are; of all others it keeps the text that came. */
const keptTypes: ReadonlySet<string> = new Set([managedPreferencesType, "com.apple.notificationsettings"]);

/** What has to be escaped in the XML that is sent, so that a layer of it can stay. */
const escaped = /[&<]|\]\]>/u;

/** What is deleted so that words run together; of a line break with a carriage return that one is left. */
const deleted = /\t|(?<!\r)\n/u;

/** Whether Jamf Pro keeps the settings of a payload of this type value by value, blanks at their ends and emoji aside. */
export function isKeptType(type: string | null): boolean {
  return type !== null && keptTypes.has(type);
}

/**
 * What becomes of one text on its way into Jamf Pro, gravest first.
 *
 * @param isKept as {@link isKeptType} says of its payload
 * @param isKey true for the name of a setting, whose blanks and line breaks nobody has measured
 */
export function textFate(text: string, isKept: boolean, isKey = false): readonly TextQuirk[] {
  const found: TextQuirk[] = [];
  if (hasEmoji(text)) found.push("C4");
  if (!isKept && escaped.test(text)) found.push("C2");
  if (!isKept && !isKey && deleted.test(trimmed(text))) found.push("C3");
  if (!isKey && text !== trimmed(text)) found.push("C5");
  return found;
}

/** Blanks as Jamf Pro cuts them off. */
export function trimmed(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
}

/** Whether a text holds a character beyond the first 65,536, which Jamf Pro's database does not take. */
export function hasEmoji(text: string): boolean {
  return emojiIn(text) !== null;
}

/** The first of these characters as `U+1F44B`; null where there is none. */
export function emojiIn(text: string): string | null {
  const [found] = /[\u{10000}-\u{10ffff}]/u.exec(text) ?? [];
  return found === undefined ? null : `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
}

/** One text in a value: a text of its own, or the name of a setting. */
export type PlacedText = {
  readonly text: string;
  readonly path: readonly string[];
  readonly isKey: boolean;
};

/** Every text in a value, keys among them, each with its path. */
export function* textsIn(value: PlistValue, path: readonly string[] = []): Generator<PlacedText> {
  if (value.kind === "string") yield { text: value.value, path, isKey: false };
  if (value.kind === "array")
    for (const [index, item] of value.items.entries()) yield* textsIn(item, [...path, String(index)]);
  if (value.kind !== "dict") return;
  for (const [key, item] of value.entries) {
    yield { text: key, path: [...path, key], isKey: true };
    yield* textsIn(item, [...path, key]);
  }
}
