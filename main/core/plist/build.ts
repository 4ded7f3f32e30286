import type { PlistArray, PlistBoolean, PlistDict, PlistInteger, PlistString, PlistValue } from "./value.ts";

/** Short constructors for values that the app itself makes. Values from files are built by the readers. */
export function string(value: string): PlistString {
  return { kind: "string", value };
}

export function integer(value: number | bigint): PlistInteger {
  return { kind: "integer", value: BigInt(value) };
}

export function boolean(value: boolean): PlistBoolean {
  return { kind: "boolean", value };
}

export function array(items: readonly PlistValue[]): PlistArray {
  return { kind: "array", items };
}

export function dict(entries: Iterable<readonly [string, PlistValue]>): PlistDict {
  return { kind: "dict", entries: new Map(entries) };
}
