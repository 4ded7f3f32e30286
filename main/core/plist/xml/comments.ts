import { closingOf } from "./markup.ts";
import type { Damage } from "./problem.ts";

/** Where a comment begins that holds two hyphens in a row. */
type LooseComment = { readonly offset: number };

/** The text with harmless comments, of the same length, and the comments that were not. */
export type EasedText = { readonly text: string; readonly loose: readonly LooseComment[] };

/**
 * Makes comments well-formed that hold `--` (XML 1.0, section 2.5, forbids it). For macOS a comment ends at the first `-->` behind
 * its `<!--`, whatever stands between (CFPropertyList.c, `skipXMLComment`), and so it does here: the hyphens between become blanks,
 * and every place in the text stays where it was. Linear: each character is looked at once.
 */
export function easeComments(text: string): EasedText {
  const parts: string[] = [];
  const loose: LooseComment[] = [];
  let copied = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at)) {
    const closing = closingOf(text, at);
    if (closing === null) {
      at += 1;
      continue;
    }
    const end = text.indexOf(closing.mark, at + closing.opening);
    // What never ends swallows the rest of the file, and the reader says so.
    if (end < 0) break;
    const content = text.slice(at + closing.opening, end);
    if (closing.mark === "-->" && (content.includes("--") || content.endsWith("-"))) {
      parts.push(text.slice(copied, at + closing.opening), content.replaceAll("-", " "));
      copied = end;
      loose.push({ offset: at });
    }
    at = end + closing.mark.length;
  }
  parts.push(text.slice(copied));
  return { text: parts.join(""), loose };
}

export const commentHyphens: Damage = {
  code: "xml-comment-hyphens",
  title: "Two hyphens stand inside a comment, which XML does not allow.",
  where: "macOS reads on to --> and so does Latchkey; stricter programs refuse the file.",
  fix: "Write the comment without -- inside it, or remove it.",
};
