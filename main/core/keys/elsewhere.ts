import { keyDomains } from "./catalogue.ts";

/** Where a key is known that the catalogue does not have where it stands. */
export type KnownElsewhere =
  /** At the same place of other current domains. */
  | { readonly kind: "other-domain"; readonly domains: readonly string[] }
  /** Inside dictionaries of the same domain; every path that ends with the name. */
  | { readonly kind: "dictionary"; readonly paths: readonly string[] };

/** Domains of current versions. */
const current = keyDomains.filter(({ deprecated }) => deprecated === undefined);

/** A file may hold a hundred thousand keys that nobody knows: none of them goes through the whole catalogue. */
const domainsByPath = grouped(
  current.flatMap(({ domain, keys }) => keys.map(({ path }) => [path, domain] as const)),
);
const pathsByName = grouped(
  current.flatMap(({ domain, keys }) =>
    keys
      .filter(({ path }) => path.includes(".") && !path.includes("[]"))
      .map(({ path }) => [inDomain(domain, path.slice(path.lastIndexOf(".") + 1)), path] as const),
  ),
);

/**
 * Where a key belongs that its domain does not have at this place: into a dictionary of the same domain that knows the name, or else
 * into another domain. Names that begin with `OIDC` are the login window's, whatever else knows them. Null where nothing knows it.
 *
 * @param keyPath where it stands, dotted
 */
export function knownElsewhere(domain: string, keyPath: string): KnownElsewhere | null {
  const name = keyPath.slice(keyPath.lastIndexOf(".") + 1);
  const domains = (domainsByPath.get(keyPath) ?? []).filter((other) => other !== domain);
  const paths = pathsByName.get(inDomain(domain, name)) ?? [];
  if (domains.length > 0 && (paths.length === 0 || name.startsWith("OIDC")))
    return { kind: "other-domain", domains };
  return paths.length > 0 ? { kind: "dictionary", paths } : null;
}

function inDomain(domain: string, name: string): string {
  return `${domain} ${name}`;
}

function grouped(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(value);
  }
  return groups;
}
