/** A place in a text, line and column counted from 1. Columns count characters as an editor shows them. */
export type Position = { readonly line: number; readonly column: number };

/** The place of the character at `offset` (in UTF-16 units). CRLF, LF and a lone CR each end one line. */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i < offset && i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) {
      line++;
      lineStart = i + 1;
    }
  }
  const end = Math.min(offset, text.length);
  let column = 1;
  for (let i = lineStart; i < end; i++) {
    const code = text.charCodeAt(i);
    // The second half of a surrogate pair is not a character of its own.
    if (code < 0xdc00 || code > 0xdfff) column++;
  }
  return { line, column };
}
