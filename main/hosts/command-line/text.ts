import { unseen } from "../../core/text/unseen.ts";

/**
 * Makes text from outside fit to stand in a sentence: what is not seen (terminal escapes, direction marks, zero-width
 * marks) becomes a blank. What slips past is caught where everything leaves, in `safe-output.ts`.
 *
 * @param keepLines true keeps line feeds and tabs
 */
export function printable(text: string, keepLines = false): string {
  return text.replace(unseen, (character) =>
    keepLines && (character === "\n" || character === "\t") ? character : " ",
  );
}

/** One printable line: runs of blanks and line breaks become one blank. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, " ").trim();
}
