import type { KeyEntry } from "../../../../preload/contract.ts";

/** An entry of a made-up catalogue. */
export function keyEntry(entry: Pick<KeyEntry, "domain" | "keyPath"> & Partial<KeyEntry>): KeyEntry {
  return {
    title: entry.keyPath,
    description: "What it does.",
    group: "Login",
    section: "Section",
    type: "string",
    certainty: "documented",
    sensitive: false,
    sources: [],
    isOldDomain: false,
    ...entry,
  };
}
