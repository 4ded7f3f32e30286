import type { PlistDict, PlistValue } from "../plist/value.ts";

/**
 * Whether a top-level key of a payload describes the payload instead of setting something: every key that begins with
 * `Payload` and a capital letter (`PayloadType`, `PayloadUUID`, `PayloadDisplayName`, …). Apple reserves this prefix
 * for payload keys (developer.apple.com, CommonPayloadKeys), and no Jamf Connect key uses it.
 */
export function isBookkeepingKey(key: string): boolean {
  return /^Payload[A-Z]/.test(key);
}

/** The settings among the entries of a payload, in their order. */
export function withoutBookkeeping(payload: PlistDict): PlistDict {
  return { kind: "dict", entries: new Map([...payload.entries].filter(([key]) => !isBookkeepingKey(key))) };
}

/** The text under a key; null when it is absent or no text. */
export function textAt(dict: PlistDict, key: string): string | null {
  const value = dict.entries.get(key);
  return value?.kind === "string" ? value.value : null;
}

/** The value if it is a dictionary. */
export function asDict(value: PlistValue | undefined): PlistDict | null {
  return value?.kind === "dict" ? value : null;
}
