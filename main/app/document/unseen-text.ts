import type { UnseenText } from "../../../preload/contract.ts";
import { describeKey } from "../../core/keys/index.ts";
import { isProse } from "../../core/lint/prose.ts";
import type { TypedJson } from "../../core/plist/typed-json.ts";
import { findInvisible } from "../../core/text/invisible.ts";

/**
 * What cannot be seen in a value, and the value without it; null where nothing is, and for texts that people read: blanks and
 * line breaks are their layout. Of a list of texts each is looked at, unless it holds something else, such as a secret.
 */
export function unseenIn(domain: string, keyPath: string, value: TypedJson): UnseenText | null {
  const key = describeKey(domain, keyPath);
  // A license in Base64 may be broken into lines.
  if (key !== null && (isProse(key) || key.type === "data")) return null;
  if (typeof value === "string") return unseenInText(value);
  if (!Array.isArray(value) || value.some((item) => typeof item === "object")) return null;
  const found = value.map((item) => (typeof item === "string" ? unseenInText(item) : null));
  const what = found.find((item) => item !== null)?.what;
  return what === undefined ? null : { what, clean: value.map((item, index) => found[index]?.clean ?? item) };
}

/** The same for one text. A text of nothing but such characters stays: without them there would be none. */
export function unseenInText(text: string): UnseenText | null {
  const found = findInvisible(text);
  return found === null || found.clean === "" ? null : found;
}
