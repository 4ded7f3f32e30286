import type { Provider } from "../provider.ts";
import { keyDomains, keySources, unresolvedKeys } from "./catalogue.ts";
import type { KeyDescription, KeyRequirement } from "./key.ts";

export { type KnownElsewhere, knownElsewhere } from "./elsewhere.ts";
export type {
  KeyCertainty,
  KeyDescription,
  KeyDomain,
  KeyFormat,
  KeyGroup,
  KeyRequirement,
  KeySource,
  KeyType,
  KeyValue,
  UnresolvedKey,
} from "./key.ts";
export { type KeyNode, keyTree } from "./tree.ts";
export { keyDomains, keySources, unresolvedKeys };

/** A look at every key of a large profile, on each stroke in the editor, must not go through the whole catalogue each time. */
const keysByPath: ReadonlyMap<string, ReadonlyMap<string, KeyDescription>> = new Map(
  keyDomains.map(({ domain, keys }) => [domain, new Map(keys.map((key) => [key.path, key]))]),
);

/**
 * What is known about a key; null for keys that the catalogue does not have, which is no error: profiles may hold any.
 *
 * @param keyPath dotted path; positions in arrays as `[]`, `[2]` or `.2`
 */
export function describeKey(domain: string, keyPath: string): KeyDescription | null {
  const path = /\d/.test(keyPath) ? keyPath.replace(/\[\d+\]|\.\d+(?=\.|$)/g, "[]") : keyPath;
  return keysByPath.get(domain)?.get(path) ?? null;
}

/** A key that a provider needs, and under which condition. */
export type RequiredKey = { readonly key: KeyDescription; readonly requirement: KeyRequirement };

/** The keys of a domain that must be set for a provider, in the order of the catalogue. */
export function requiredKeys(provider: Provider, domain: string): readonly RequiredKey[] {
  const keys = keyDomains.find((known) => known.domain === domain)?.keys ?? [];
  return keys.flatMap((key) =>
    (key.required ?? [])
      .filter((requirement) => requirement.providers?.includes(provider) ?? true)
      .map((requirement) => ({ key, requirement })),
  );
}
