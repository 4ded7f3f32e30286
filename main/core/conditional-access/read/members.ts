import type { Ids } from "../policy.ts";

/** Members of a JSON object without the annotations that Graph adds; `get` and `has` take lower-cased names. */
export type Members = {
  readonly get: (name: string) => unknown;
  readonly has: (name: string) => boolean;
  /** Name as written, and value. */
  readonly entries: readonly (readonly [written: string, value: unknown])[];
};

const NO_IDS: Ids = { written: [], keys: new Set() };

/**
 * The members of `value`, or null if it is no object. Names are compared without case because PowerShell writes
 * `IncludeUsers` where Graph writes `includeUsers`; the SDK's `AdditionalProperties` are members too. `@odata…`,
 * `name@odata…` and `#microsoft.graph…` are annotations and left out.
 */
export function membersOf(value: unknown): Members | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const members = new Map<string, readonly [string, unknown]>();
  for (const [written, member] of Object.entries(value)) {
    if (written.includes("@") || written.startsWith("#")) continue;
    const name = written.replace(/^_/u, "");
    if (name.toLowerCase() !== "additionalproperties") {
      members.set(name.toLowerCase(), [name, member]);
      continue;
    }
    // One level only: nested ones mean nothing, and their depth is in the hands of the file.
    for (const [inner, extra] of typeof member === "object" && member !== null
      ? Object.entries(member)
      : []) {
      if (!members.has(inner.toLowerCase())) members.set(inner.toLowerCase(), [inner, extra]);
    }
  }
  return {
    get: (name) => members.get(name)?.[1],
    has: (name) => members.has(name),
    entries: [...members.values()],
  };
}

/** True for null, absent, an empty text or list, and an object with nothing but such values: "not configured". */
export function isEmpty(value: unknown, depth = 0): boolean {
  if (value === null || value === undefined || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== "object" || depth > 20) return false;
  for (const [name, member] of Object.entries(value)) {
    if (!name.includes("@") && !name.startsWith("#") && !isEmpty(member, depth + 1)) return false;
  }
  return true;
}

export function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** A list of texts, or a single text without its list. Values that are no text are left out. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
  if (!Array.isArray(value)) return [];
  const texts: string[] = [];
  for (const item of value) {
    const text = textOf(item);
    if (text !== null) texts.push(text);
  }
  return texts;
}

/** A set of flags: Graph writes `"a,b"`, hand-made files also `["a","b"]`. */
export function flagsOf(value: unknown): readonly string[] {
  return textsOf(value)
    .flatMap((text) => text.split(",").map((part) => part.trim()))
    .filter((part) => part !== "");
}

export function idsOf(written: readonly string[]): Ids {
  return written.length === 0
    ? NO_IDS
    : { written, keys: new Set(written.map((each) => each.toLowerCase())) };
}
