import { isGuid } from "../../guid.ts";
import { isEmpty, membersOf } from "./members.ts";

/** A list as an export has it. */
export type ListReading = {
  readonly texts: readonly string[];
  /** What stands there instead, in words; null where all of the list was read. */
  readonly lost: string | null;
  /** True where one text held several values that can be split without doubt. */
  readonly joined: boolean;
};

/**
 * What ConvertTo-Json writes in place of an object that lies deeper than it was told to go: the name of the object's
 * type, or its members as `@{Name=Value; …}`.
 */
export function isTypeName(text: string): boolean {
  return /^(?:Microsoft\.(?:Graph|Open)\.|System\.|@\{)/iu.test(text.trim());
}

/** What a value is that should be something else, for the message about it. */
export function kindOfValue(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "string") return isTypeName(value) ? "the name of a type" : "a text";
  if (typeof value === "number") return "a number";
  return Array.isArray(value) ? "a list" : typeof value === "object" ? "an object" : "true or false";
}

/**
 * Reads a list of texts, and what exports make of one: a single text without its list, values joined by blanks
 * (ConvertTo-Json at the end of its depth), `{value: […], Count: n}` (Windows PowerShell 5.1).
 *
 * @param word a value that the list can hold beside ids; a joined text is split only where every part is one or an id
 */
export function readList(value: unknown, word: RegExp): ListReading {
  if (isEmpty(value)) return NOTHING;
  if (typeof value === "string") return fromText(value.trim(), word);
  const list = Array.isArray(value) ? value : countedList(value);
  if (list === null) return { texts: [], lost: kindOfValue(value), joined: false };
  const texts: string[] = [];
  let lost: string | null = null;
  for (const item of list) {
    if (typeof item !== "string" || isTypeName(item)) lost ??= kindOfValue(item);
    else if (item.trim() !== "") texts.push(item.trim());
  }
  return { texts, lost, joined: false };
}

const NOTHING: ListReading = { texts: [], lost: null, joined: false };

function fromText(text: string, word: RegExp): ListReading {
  if (text === "") return NOTHING;
  if (isTypeName(text)) return { texts: [], lost: "the name of a type", joined: false };
  const parts = text.split(/\s+/u);
  if (parts.length === 1) return { texts: [text], lost: null, joined: false };
  return parts.every((part) => isGuid(part) || word.test(part))
    ? { texts: parts, lost: null, joined: true }
    : { texts: [], lost: "one text that may be several values", joined: false };
}

function countedList(value: unknown): readonly unknown[] | null {
  const members = membersOf(value);
  const list = members?.get("value");
  return members?.entries.length === 2 && members.has("count") && Array.isArray(list) ? list : null;
}
