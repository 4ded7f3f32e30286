import { equalValues } from "../plist/index.ts";
import type { PlistValue } from "../plist/value.ts";
import { type Payload, payloadValues } from "./payloads.ts";

/** A key that several payloads of one preference domain set, and not to the same. */
export type DisagreeingKey = {
  readonly domain: string;
  /** At the top of the settings: that is where macOS puts payloads together. */
  readonly key: string;
  /** Whether any of the values is a dictionary, of which each payload may hold another part. */
  readonly holdsDictionary: boolean;
};

/**
 * The keys about which payloads of one domain disagree, in the order in which they are met, each once. Only whole values under
 * a key at the top are compared: nobody documents that macOS would put the inside of two dictionaries together.
 */
export function disagreeingKeys(payloads: readonly Payload[]): readonly DisagreeingKey[] {
  const seen = new Map<string, Map<string, PlistValue>>();
  const found = new Map<string, Map<string, DisagreeingKey>>();
  for (const payload of payloads) {
    const { domain } = payload;
    if (domain === null) continue;
    const known = seen.get(domain) ?? new Map<string, PlistValue>();
    const different = found.get(domain) ?? new Map<string, DisagreeingKey>();
    seen.set(domain, known);
    found.set(domain, different);
    for (const [key, value] of payloadValues(payload).entries) {
      const first = known.get(key);
      if (first === undefined) known.set(key, value);
      else if (!equalValues(first, value)) {
        const holdsDictionary =
          first.kind === "dict" || value.kind === "dict" || different.get(key)?.holdsDictionary === true;
        different.set(key, { domain, key, holdsDictionary });
      }
    }
  }
  return [...found.values()].flatMap((keys) => [...keys.values()]);
}
