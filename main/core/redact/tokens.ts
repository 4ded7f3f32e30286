import { masked } from "./names.ts";
import { type Range, replaceRanges } from "./ranges.ts";

/** A run of the characters that a compact token is made of, as long as it goes. */
const run = /(?<![\w.-])[\w.-]+/g;

/** How a compact JWS or JWE (RFC 7515 section 7.1) begins: the base64url of `{"`. */
const header = /\beyJ[\w-]{5}/;

/** Parts of a JWE, which has the most. */
const mostParts = 5;

/**
 * Masks everything in a text that looks like a signed or encrypted token: a token whatever the member is called. Looks
 * at each part once, so that a text made to be slow is not.
 */
export function maskTokens(text: string): string {
  return replaceRanges(text, tokenRanges(text));
}

/** The tokens of a text. One that the end of the text cuts off is one too. */
export function tokenRanges(text: string): readonly Range[] {
  const ranges: Range[] = [];
  for (const match of text.matchAll(run)) {
    if (match[0].includes("eyJ")) ranges.push(...tokensOf(match[0], match.index));
  }
  return ranges;
}

function tokensOf(found: string, offset: number): readonly Range[] {
  const parts = found.split(".");
  const ranges: Range[] = [];
  let at = offset;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? "";
    const begin = part.search(header);
    const isToken = begin >= 0 && (parts[index + 1] ?? "") !== "" && index + 2 < parts.length;
    const last = isToken ? Math.min(index + mostParts, parts.length) - 1 : index;
    const end = at + parts.slice(index, last + 1).join(".").length;
    if (isToken) ranges.push({ start: at + begin, end, shown: masked });
    index = last;
    at = end + 1;
  }
  return ranges;
}
