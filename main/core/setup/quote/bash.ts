import { splitUnseen } from "./split-unseen.ts";

/**
 * A text as one word of bash that is nothing but this text. Bash reads everything between single quotes to the letter; what is not seen
 * is spelled as its bytes. Not for a text with a NUL, which no argument can hold.
 *
 * Source: https://www.gnu.org/software/bash/manual/bash.html#Single-Quotes; #ANSI_002dC-Quoting for the bytes
 */
export function bashWord(text: string): string {
  const words = splitUnseen(text).map((part) => (part.isSeen ? quoted(part.text) : spelled(part.text)));
  return words.join("") || "''";
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function spelled(text: string): string {
  const bytes = [...new TextEncoder().encode(text)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`);
  return `$'${bytes.join("")}'`;
}
