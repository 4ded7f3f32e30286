import { joinerOfPictures, otherBlank, unseen } from "./unseen.ts";

const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/u;

/**
 * What is invisible in a text that a program compares letter by letter, such as an id: blanks and line breaks at its ends, and
 * everything that is not seen or only looks like a blank. Null where nothing is.
 *
 * @returns `clean` with a blank in place of what looks like one, and nothing in place of everything else
 */
export function findInvisible(text: string): { readonly what: string; readonly clean: string } | null {
  // Most values are plain ASCII without a blank at an end.
  if (PLAIN.test(text)) return null;
  const isJoined = joinedAt(text);
  const marks = [...text.matchAll(unseen), ...text.matchAll(otherBlank)].filter(
    ({ index }) => !isJoined.has(index),
  );
  const [inside] = marks.toSorted((a, b) => a.index - b.index);
  const clean = text
    .replace(unseen, (mark, at: number) => (isJoined.has(at) ? mark : ""))
    .replace(otherBlank, " ")
    .trim();
  if (clean === text) return null;
  if (inside === undefined) return { what: "blanks or line breaks at its ends", clean };
  const code = inside[0].codePointAt(0) ?? 0;
  return { what: `the character U+${code.toString(16).toUpperCase().padStart(4, "0")}`, clean };
}

/** Where a joiner makes one picture of two. */
function joinedAt(text: string): ReadonlySet<number> {
  return new Set([...text.matchAll(joinerOfPictures)].map(({ index }) => index));
}
