import { type KnownSecrets, maskKnown } from "./secrets.ts";

/**
 * A copy of any value of plain data with the known secrets masked in every string; names, numbers and shape stay.
 * For results, where `maskJson` would also hide members that only share a name with a secret.
 */
export function maskValues(value: unknown, known: KnownSecrets): unknown {
  if (typeof value === "string") return maskKnown(value, known);
  if (Array.isArray(value)) return value.map((element) => maskValues(element, known));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, maskValues(member, known)]));
}
