import { masked } from "./names.ts";

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
  return text.replace(run, (found) => (found.includes("eyJ") ? maskRun(found) : found));
}

function maskRun(found: string): string {
  const parts = found.split(".");
  const shown: string[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? "";
    const start = part.search(header);
    const isToken = start >= 0 && (parts[at + 1] ?? "") !== "" && at + 2 < parts.length;
    shown.push(isToken ? `${part.slice(0, start)}${masked}` : part);
    if (isToken) at = Math.min(at + mostParts, parts.length) - 1;
  }
  return shown.join(".");
}
