import data from "../../../assets/reference/keys.json" with { type: "json" };
import type { KeyDescription, KeyDomain, KeySource, UnresolvedKey } from "./key.ts";

/**
 * The catalogue as data. The file is checked against {@link KeyDescription} by a test, which is what the assertion
 * below rests on: TypeScript widens the texts of a JSON file to `string`.
 */
export const keyDomains: readonly KeyDomain[] = data.domains.map((domain) => ({
  ...domain,
  keys: domain.keys.map((key) => ({ ...key, domain: domain.domain }) as unknown as KeyDescription),
}));

/** The sources that the entries name. */
export const keySources: Readonly<Record<string, KeySource>> = data.sources;

/** Settings that Jamf Connect has and that nobody could read the names of. */
export const unresolvedKeys: readonly UnresolvedKey[] = data.unresolved;
