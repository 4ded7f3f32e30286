/**
 * What is in a value and cannot be seen: blanks and line breaks at its ends, blanks that are none (no-break, thin, ideographic),
 * zero-width characters, byte order marks and marks that turn the direction of writing.
 */
const INSIDE = /\p{Cc}|\p{Cf}|(?! )\p{Zs}|\u2028|\u2029|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0/u;
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/u;
const EVERY_INSIDE = new RegExp(INSIDE.source, "gu");

/** Blanks that are no blank: they stand for a blank, everything else for nothing. */
const BLANK = /\p{Zs}/u;

/** What is invisible in a text that a program compares letter by letter, such as an id; null where nothing is. */
export function findInvisible(text: string): { readonly what: string; readonly clean: string } | null {
  // Most values are plain ASCII without a blank at an end.
  if (PLAIN.test(text)) return null;
  const inside = INSIDE.exec(text);
  const clean = text.replace(EVERY_INSIDE, (mark) => (BLANK.test(mark) ? " " : "")).trim();
  if (clean === text) return null;
  if (inside === null) return { what: "blanks or line breaks at its ends", clean };
  const code = inside[0].codePointAt(0) ?? 0;
  return { what: `the character U+${code.toString(16).toUpperCase().padStart(4, "0")}`, clean };
}
