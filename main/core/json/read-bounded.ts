import { findJsonFault, type JsonLimits } from "./find-fault.ts";

/**
 * Limits for everything that comes from a provider: answers, tokens, key sets, claims challenges. The largest honest answer
 * (a key set with certificates) has 20 kB, the largest honest token 250 values (200 groups), both three levels.
 */
export const providerLimits: JsonLimits & { readonly characters: number } = {
  characters: 1_000_000,
  depth: 64,
  values: 10_000,
};

/** Why a text from a provider was not taken. */
export type JsonRefusal = "not-json" | "too-large" | "too-deep" | "too-many";

export type BoundedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly because: JsonRefusal };

/**
 * The one reader for JSON of a provider. What is beyond the limits is never built, so nothing behind this door can be
 * made to recurse too deep or to loop for long.
 */
export function readProviderJson(text: string): BoundedJson {
  if (text.length > providerLimits.characters) return { ok: false, because: "too-large" };
  const fault = findJsonFault(text, providerLimits);
  if (fault !== null) {
    const { kind } = fault;
    return { ok: false, because: kind === "too-deep" || kind === "too-many" ? kind : "not-json" };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, because: "not-json" };
  }
}

/** What was refused, as the end of a sentence that begins with what it was: “The ID token …”. */
export function refusalWords(because: JsonRefusal): string {
  switch (because) {
    case "not-json":
      return "is not JSON";
    case "too-large":
      return "is larger than 1 MB";
    case "too-deep":
      return `is nested deeper than ${providerLimits.depth} levels`;
    case "too-many":
      return "holds more than 10,000 values";
  }
}
