import type { PlistValue } from "./value.ts";

/**
 * Whether two values are the same in kind and content. The order of a dictionary's keys does not count, as macOS gives
 * it no meaning; dates count as the same within a microsecond, the finest step that is kept.
 */
export function equalValues(a: PlistValue, b: PlistValue): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case "string":
      return b.kind === "string" && a.value === b.value;
    case "boolean":
      return b.kind === "boolean" && a.value === b.value;
    case "integer":
      return b.kind === "integer" && a.value === b.value;
    case "uid":
      return b.kind === "uid" && a.value === b.value;
    case "real":
      return b.kind === "real" && Object.is(a.value, b.value);
    case "date":
      return b.kind === "date" && Math.abs(a.time - b.time) < 0.001;
    case "data":
      return b.kind === "data" && equalBytes(a.bytes, b.bytes);
    case "array":
      return b.kind === "array" && equalItems(a.items, b.items);
    case "dict":
      return b.kind === "dict" && equalEntries(a.entries, b.entries);
  }
}

/** Whether both hold the same bytes. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function equalItems(a: readonly PlistValue[], b: readonly PlistValue[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((item, i) => {
    const other = b[i];
    return other !== undefined && equalValues(item, other);
  });
}

function equalEntries(a: ReadonlyMap<string, PlistValue>, b: ReadonlyMap<string, PlistValue>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined || !equalValues(value, other)) return false;
  }
  return true;
}
