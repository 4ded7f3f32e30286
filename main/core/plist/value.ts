/**
 * A property-list value that keeps the kind it had in the file. `<integer>1</integer>` and `<real>1</real>` stay
 * different, integers are exact (64-bit and beyond), dictionaries keep the order of their keys.
 */
export type PlistValue =
  | PlistString
  | PlistInteger
  | PlistReal
  | PlistBoolean
  | PlistDate
  | PlistData
  | PlistUid
  | PlistArray
  | PlistDict;

export type PlistString = { readonly kind: "string"; readonly value: string };
export type PlistInteger = { readonly kind: "integer"; readonly value: bigint };
export type PlistReal = { readonly kind: "real"; readonly value: number };
export type PlistBoolean = { readonly kind: "boolean"; readonly value: boolean };
/** `time` is in milliseconds since 1970-01-01T00:00:00Z; binary plists may hold fractions of a millisecond. */
export type PlistDate = { readonly kind: "date"; readonly time: number };
export type PlistData = { readonly kind: "data"; readonly bytes: Uint8Array };
/** Reference of a keyed archive (`CF$UID`). */
export type PlistUid = { readonly kind: "uid"; readonly value: bigint };
export type PlistArray = { readonly kind: "array"; readonly items: readonly PlistValue[] };
export type PlistDict = { readonly kind: "dict"; readonly entries: ReadonlyMap<string, PlistValue> };
