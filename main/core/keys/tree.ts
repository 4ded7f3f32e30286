import { keyDomains } from "./catalogue.ts";
import type { KeyDescription } from "./key.ts";

/** A key and what may stand inside it: the keys of a dictionary, or of each dictionary of an array. */
export type KeyNode = {
  readonly key: KeyDescription;
  /** The last word of its path, as it stands in the dictionary. */
  readonly name: string;
  readonly children: readonly KeyNode[];
};

/** The keys of a domain in their structure and in the order of the catalogue; empty for a domain that it does not have. */
export function keyTree(domain: string): readonly KeyNode[] {
  const byParent = new Map<string, KeyDescription[]>();
  for (const key of keyDomains.find((known) => known.domain === domain)?.keys ?? []) {
    const siblings = byParent.get(parentOf(key.path)) ?? [];
    siblings.push(key);
    byParent.set(parentOf(key.path), siblings);
  }
  const under = (parent: string): readonly KeyNode[] =>
    (byParent.get(parent) ?? []).map((key) => ({ key, name: nameOf(key.path), children: under(key.path) }));
  return under("");
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** `Actions` for `Actions[].Name`; empty for a key at the top. */
function parentOf(path: string): string {
  const dot = path.lastIndexOf(".");
  return dot === -1 ? "" : path.slice(0, dot).replace(/\[\]$/, "");
}
