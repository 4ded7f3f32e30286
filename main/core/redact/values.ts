import { type KnownSecrets, knownMask } from "./secrets.ts";

/**
 * Makes a copy of any value of plain data with the known secrets masked in every string; names, numbers and shape stay, so
 * its type does too. For results, where `maskJson` would also hide members that only share a name with a secret.
 */
export function valueMask(known: KnownSecrets): <T>(value: T) => T {
  const mask = knownMask(known);
  const copy = (value: unknown): unknown => {
    if (typeof value === "string") return mask(value);
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copy(member)]));
  };
  // Masking only replaces text inside strings.
  return <T>(value: T) => copy(value) as T;
}
