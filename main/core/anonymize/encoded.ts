import { decodeBase64 } from "../plist/base64.ts";

/** A word with percent escapes. */
const percentWord = /[^\s"'<>()[\]{}]*%[0-9a-f]{2}[^\s"'<>()[\]{}]*/gi;

/** A run that base64 (RFC 4648 sections 4 and 5) could have made of a name or an id. */
const base64Word = /[\w+/-]{8,}={0,2}/g;

/** How often a text may have been percent-encoded; an address inside an address inside an address. */
const deepest = 4;

/**
 * Masks a text in which values may also stand percent-encoded or in base64.
 *
 * @param mask masks plain text
 * @param tells true for a decoded text that holds something to mask
 * @param replacement what stands for a base64 run that holds something to mask
 */
export function maskEncoded(
  text: string,
  mask: (plain: string) => string,
  tells: (decoded: string) => boolean,
  replacement: string,
): string {
  const afterBase64 = (part: string): string =>
    replaceSome(part, base64Word, (word) => (base64Tells(word, tells) ? replacement : null), mask);
  return replaceSome(text, percentWord, (word) => maskPercent(word, afterBase64), afterBase64);
}

/** Null when nothing in the word had to be masked. */
function maskPercent(word: string, mask: (plain: string) => string): string | null {
  let decoded = word;
  for (let round = 0; round < deepest; round++) {
    const next = decodePercent(decoded);
    if (next === decoded) break;
    decoded = next;
  }
  const masked = mask(decoded);
  return masked === decoded && mask(word) === word ? null : masked;
}

/** Decodes what can be decoded: one bad escape leaves the others readable. */
function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
    }
  });
}

/** Tries every start within a group of four, because what was encoded may begin anywhere in the run. */
function base64Tells(word: string, tells: (decoded: string) => boolean): boolean {
  const digits = word.replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "");
  const decoder = new TextDecoder();
  return [0, 1, 2, 3].some((skip) => {
    const rest = digits.slice(skip);
    const whole = rest.length % 4 === 1 ? rest.slice(0, -1) : rest;
    const bytes = decodeBase64(whole.padEnd(Math.ceil(whole.length / 4) * 4, "="));
    return bytes !== null && tells(decoder.decode(bytes));
  });
}

/** Replaces the words for which `replace` gives something, and hands the text between them to `between`. */
function replaceSome(
  text: string,
  word: RegExp,
  replace: (word: string) => string | null,
  between: (text: string) => string,
): string {
  let result = "";
  let from = 0;
  for (const match of text.matchAll(word)) {
    const replaced = replace(match[0]);
    if (replaced === null) continue;
    result += between(text.slice(from, match.index)) + replaced;
    from = match.index + match[0].length;
  }
  return result + between(text.slice(from));
}
