import { unseen } from "../text/unseen.ts";

/** Control sequences and operating system commands (ECMA-48) as terminals read them; an unfinished command loses its start only. */
const terminalEscape =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]*[0-~]?/g;

/** Halves of a surrogate pair; they have no UTF-8 form. */
const halfPair = /\p{Surrogate}/gu;

/**
 * Text from outside as text: terminal escapes and characters that are not seen are gone, so that nothing can reorder,
 * hide or recolour what stands around it. Line feeds and tabs stay.
 */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(terminalEscape, "")
    .replace(halfPair, "\ufffd")
    .replace(unseen, (character) => (character === "\n" || character === "\t" ? character : ""));
}

/** The same on one line, with single blanks. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, " ").trim();
}
