/** Turns the bytes of a file into text, piece by piece. */
export type StreamDecoder = {
  /** The text of the next bytes; null once it is clear that the file is no text. Broken characters become U+FFFD. */
  readonly push: (bytes: Uint8Array) => string | null;
  /** What was still held back: a character that the end of the file cuts off. */
  readonly end: () => string;
};

/**
 * Decodes UTF-8, and UTF-16 with a byte order mark or of plain text without one; a byte order mark is left out. The encoding is
 * chosen by the first piece.
 */
export function createStreamDecoder(): StreamDecoder {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let isBinary = false;
  return {
    push: (bytes) => {
      if (isBinary || bytes.length === 0) return isBinary ? null : "";
      const encoding = decoder === null ? encodingOf(bytes.subarray(0, sniffed)) : null;
      if (decoder === null && encoding === null) {
        isBinary = true;
        return null;
      }
      decoder ??= new TextDecoder(encoding ?? "utf-8");
      return decoder.decode(bytes, { stream: true });
    },
    end: () => decoder?.decode() ?? "",
  };
}

const sniffed = 4096;

/** Null for bytes that are no text: those of a program, an image, an archive. */
function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const even = count(bytes, 0);
  const odd = count(bytes, 1);
  if (even + odd === 0) return "utf-8";
  const half = bytes.length / 2;
  if (odd > half * 0.4 && even === 0) return "utf-16le";
  if (even > half * 0.4 && odd === 0) return "utf-16be";
  return null;
}

/** How many zeros stand at even or odd places. */
function count(bytes: Uint8Array, from: 0 | 1): number {
  let zeros = 0;
  for (let at = from; at < bytes.length; at += 2) if (bytes[at] === 0) zeros += 1;
  return zeros;
}
