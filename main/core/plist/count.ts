import type { PlistValue } from "./value.ts";

/** How many keys and values there are, the value itself included. */
export function countValues(value: PlistValue): number {
  let count = 1;
  if (value.kind === "array") for (const item of value.items) count += countValues(item);
  if (value.kind === "dict") for (const item of value.entries.values()) count += 1 + countValues(item);
  return count;
}
