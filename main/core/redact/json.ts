import { masked, treatmentOf } from "./names.ts";
import { type KnownSecrets, maskKnown } from "./secrets.ts";
import { maskTokens } from "./tokens.ts";
import { shortenUserName } from "./user-name.ts";

/** How deep nested values are followed; what lies deeper is masked as a whole. */
const deepest = 40;

/** A copy of a JSON value with every secret member masked, at any depth. */
export function maskJson(value: unknown, known: KnownSecrets, depth = 0): unknown {
  if (depth > deepest) return masked;
  if (typeof value === "string") return maskString(value, known);
  if (Array.isArray(value)) return value.map((element) => maskJson(element, known, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, maskMember(name, member, known, depth)]),
  );
}

function maskMember(name: string, member: unknown, known: KnownSecrets, depth: number): unknown {
  const treatment = treatmentOf(name);
  // OAuth errors have a numeric `code` now and then; only text can be a credential.
  if (treatment === "secret" && typeof member === "string") return member === "" ? "" : masked;
  if (treatment === "user-name" && typeof member === "string") return shortenUserName(member);
  return maskJson(member, known, depth + 1);
}

function maskString(text: string, known: KnownSecrets): string {
  return maskTokens(maskKnown(text, known));
}
