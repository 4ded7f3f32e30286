/**
 * Makes text from outside safe to print: control characters (terminal escapes among them) become visible blanks.
 *
 * @param keepLines true keeps line feeds and tabs
 */
export function printable(text: string, keepLines = false): string {
  let safe = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0x2028 || code === 0x2029;
    const isDirectionMark = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    if (keepLines && (character === "\n" || character === "\t")) safe += character;
    else safe += isControl || isDirectionMark ? " " : character;
  }
  return safe;
}

/** One printable line: runs of blanks and line breaks become one blank. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, " ").trim();
}
