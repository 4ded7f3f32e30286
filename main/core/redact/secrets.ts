import { masked } from "./names.ts";
import { shortenUserName } from "./user-name.ts";

/** The values of one run that must not appear anywhere: `hidden` become {@link masked}, user names are shortened. */
export type KnownSecrets = { readonly hidden: readonly string[]; readonly userNames: readonly string[] };

/** Values of fewer characters are masked under their field name only: replacing "a" everywhere would hide nothing and garble all. */
const shortestSearched = 6;

/**
 * Replaces every known secret in a text, also in the forms in which software repeats it: percent-encoded,
 * form-encoded, JSON-escaped and base64.
 */
export function maskKnown(text: string, known: KnownSecrets): string {
  return knownMask(known)(text);
}

/** {@link maskKnown} for many texts: the forms of the secrets are worked out once. */
export function knownMask(known: KnownSecrets): (text: string) => string {
  const pairs = replacements(known);
  return (text) =>
    pairs.reduce((rest, [value, replacement]) => rest.replaceAll(value, () => replacement), text);
}

function replacements(known: KnownSecrets): readonly (readonly [string, string])[] {
  const pairs: [string, string][] = [];
  for (const secret of known.hidden) {
    if (secret.length < shortestSearched) continue;
    for (const form of formsOf(secret)) pairs.push([form, masked]);
  }
  for (const name of known.userNames) {
    if (name.length < shortestSearched) continue;
    for (const form of [name, encodeURIComponent(name)]) pairs.push([form, shortenUserName(name)]);
  }
  // The longest first, so that a secret which contains another one disappears as a whole.
  return pairs.sort((a, b) => b[0].length - a[0].length);
}

function formsOf(secret: string): readonly string[] {
  const percent = encodeUri(secret);
  const form = new URLSearchParams({ v: secret }).toString().slice(2);
  const json = JSON.stringify(secret).slice(1, -1);
  const base64 = toBase64(new TextEncoder().encode(secret));
  const unpadded = base64.replace(/=+$/, "");
  const url = unpadded.replaceAll("+", "-").replaceAll("/", "_");
  return [...new Set([secret, percent, percent.toLowerCase(), form, json, base64, unpadded, url])];
}

/** A lone surrogate makes `encodeURIComponent` throw; such a secret has no percent-encoded form. */
function encodeUri(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 with padding (RFC 4648 section 4); the pure core has neither `btoa` nor `Buffer`. */
function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const chunk = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const known = Math.min(3, bytes.length - at) + 1;
    for (let digit = 0; digit < 4; digit += 1) {
      text += digit < known ? (alphabet[(chunk >> (18 - 6 * digit)) & 63] ?? "") : "=";
    }
  }
  return text;
}
