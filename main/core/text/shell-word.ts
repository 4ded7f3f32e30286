import { unseen } from "./unseen.ts";

/**
 * A text as one word of a command that somebody copies into a shell: names of files come from outside and may hold blanks,
 * quotes, `$(…)` and line breaks. Everything but plain names is quoted so that zsh and bash read it to the letter.
 *
 * Source: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02, and for `$'…'` 2.2.4
 */
export function shellWord(text: string): string {
  // A name that begins with a hyphen would be an option.
  const word = text.startsWith("-") ? `./${text}` : text;
  if (/^[A-Za-z0-9_./][A-Za-z0-9_./@%+:,-]*$/.test(word)) return word;
  // What is not seen is spelled, so that what is copied is what stands there.
  if (word.search(unseen) < 0) return `'${word.replaceAll("'", "'\\''")}'`;
  const spelled = word.replace(/[\\']/g, "\\$&").replace(unseen, bytesOf);
  return `$'${spelled}'`;
}

/** Its bytes in UTF-8, which every shell reads; the bash of macOS knows no code points. */
function bytesOf(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`)
    .join("");
}
