import type { TypedAs, TypedJson } from "../../preload/contract.ts";

/** What kind of value it is, as the editor tells them apart. */
export type ValueKind = TypedAs | "array" | "dict" | "secret" | "uid";

type Entries = { readonly [key: string]: TypedJson };

const marks: Readonly<Record<string, ValueKind>> = {
  $data: "data",
  $date: "date",
  $real: "real",
  $integer: "integer",
  $uid: "uid",
  $secret: "secret",
};

/** The kind of a value in typed JSON. */
export function kindOf(value: TypedJson): ValueKind {
  if (typeof value === "string") {
    return "string";
  }
  if (typeof value === "boolean") {
    return "boolean";
  }
  if (typeof value === "number") {
    return Number.isInteger(value) ? "integer" : "real";
  }
  if (Array.isArray(value)) {
    return "array";
  }
  const names = Object.keys(value);
  const [only] = names;
  return (names.length === 1 && only !== undefined ? marks[only] : undefined) ?? "dict";
}

/** A value that stands in one field, as text to type in; null for lists, dictionaries and secrets. */
export function textOfValue(value: TypedJson): string | null {
  if (typeof value !== "object") {
    return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
  }
  const kind = kindOf(value);
  if (kind === "array" || kind === "dict" || kind === "secret") {
    return null;
  }
  return String(Object.values(value)[0]);
}

/** Keys and values of a dictionary, the keys as they stand in the file. */
export function entriesOf(value: TypedJson): readonly (readonly [string, TypedJson])[] {
  if (kindOf(value) !== "dict") {
    return [];
  }
  return Object.entries(value as Entries).map(([key, inner]) => [
    key.startsWith("$$") ? key.slice(1) : key,
    inner,
  ]);
}

/** The value under a key of a dictionary; null where it has none. */
export function valueUnder(value: TypedJson, key: string): TypedJson | null {
  return entriesOf(value).find(([name]) => name === key)?.[1] ?? null;
}

/** The kind as a field may be typed as; null for what no field holds. */
export function typedAs(kind: ValueKind): TypedAs | null {
  return kind === "array" || kind === "dict" || kind === "secret" || kind === "uid" ? null : kind;
}
