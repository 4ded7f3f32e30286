import { findSecrets } from "./find-secrets.ts";
import type { KnownSecrets } from "./needles.ts";
import { type Range, replaceRanges } from "./ranges.ts";
import { tokenRanges } from "./tokens.ts";

/**
 * Characters that are looked at behind those that are kept, so that a value which begins before the cut is found: the
 * beginning by which a long value is recognised, at its longest in two encodings.
 */
const margin = 8_192;

/**
 * Replaces every known secret in a text, also in the forms in which software repeats it (see {@link findSecrets}).
 *
 * @param keep how many characters of the text come out; what is cut off is said
 */
export function maskKnown(text: string, known: KnownSecrets, keep?: number): string {
  return maskWith(text, keep, (seen) => findSecrets(seen, known));
}

/** The same, and everything that looks like a token by itself. */
export function maskSecrets(text: string, known: KnownSecrets, keep?: number): string {
  return maskWith(text, keep, (seen) => [...findSecrets(seen, known), ...tokenRanges(seen)]);
}

/** Replaces what `find` finds in what is kept of a text and a margin behind it. */
export function maskWith(
  text: string,
  keep: number | undefined,
  find: (seen: string) => readonly Range[],
): string {
  const seen = keep === undefined || text.length <= keep + margin ? text : text.slice(0, keep + margin);
  return replaceRanges(text, find(seen), keep);
}
