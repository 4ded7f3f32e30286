/** So much of a file is shown around a place in it: more than any profile has. */
export const shownBytes = 4_000_000;

/**
 * The text of a file for showing a place in it, or null when it is binary. Reads UTF-8 and UTF-16 with a byte order mark.
 */
export function readableText(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, shownBytes);
  const encoding =
    head[0] === 0xff && head[1] === 0xfe
      ? "utf-16le"
      : head[0] === 0xfe && head[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  const text = new TextDecoder(encoding).decode(head);
  return text.includes("\u0000") ? null : text;
}

export type NumberedLine = { readonly number: number; readonly text: string };

/** The lines around line `line` (from 1): three before it and four after it. */
export function linesAround(text: string, line: number): readonly NumberedLine[] {
  const lines = text.split(/\r\n|\r|\n/);
  const first = Math.max(1, line - 3);
  return lines.slice(first - 1, line + 4).map((content, index) => ({ number: first + index, text: content }));
}
