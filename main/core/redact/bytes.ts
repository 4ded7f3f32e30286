/**
 * A text as UTF-8 bytes, and for each byte where what it stands for begins in the text that it was read from; one more
 * place at the end. Encodings are made of bytes: in them a character of two bytes is two escapes.
 */
export type Bytes = {
  readonly bytes: Uint8Array;
  readonly at: Uint32Array;
  /** Where each byte ends, where that is not where the next one begins: two bytes share a digit of base64. */
  readonly ends?: Uint32Array;
};

/** The piece of the text that the bytes from `start` up to `end` were read from. */
export function placeOf(
  { at, ends }: Bytes,
  start: number,
  end: number,
): readonly [start: number, end: number] {
  return [at[start] ?? 0, (ends === undefined ? at[end] : ends[end - 1]) ?? 0];
}

/** The UTF-8 form of a text. Halves of surrogate pairs become three bytes each, so that they are found again. */
export function bytesOf(text: string): Bytes {
  const writer = createWriter(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    writer.character(code, at);
    if (code > 0xffff) at += 1;
  }
  return writer.end(text.length);
}

export type ByteWriter = {
  readonly byte: (value: number, from: number) => void;
  /** The UTF-8 bytes of a code point. */
  readonly character: (code: number, from: number) => void;
  readonly end: (from: number) => Bytes;
};

/** Collects bytes with their places. `expected` is how many there will be at least. */
export function createWriter(expected: number): ByteWriter {
  let bytes = new Uint8Array(expected + 4);
  let places = new Uint32Array(expected + 5);
  let length = 0;
  const byte = (value: number, from: number): void => {
    if (length === bytes.length) {
      bytes = grown(bytes, new Uint8Array(length * 2));
      places = grown(places, new Uint32Array(length * 2 + 1));
    }
    bytes[length] = value;
    places[length] = from;
    length += 1;
  };
  const character = (code: number, from: number): void => {
    if (code < 0x80) byte(code, from);
    else {
      if (code < 0x800) byte(0xc0 | (code >> 6), from);
      else {
        if (code < 0x10000) byte(0xe0 | (code >> 12), from);
        else {
          byte(0xf0 | (code >> 18), from);
          byte(0x80 | ((code >> 12) & 63), from);
        }
        byte(0x80 | ((code >> 6) & 63), from);
      }
      byte(0x80 | (code & 63), from);
    }
  };
  const end = (from: number): Bytes => {
    places[length] = from;
    return { bytes: bytes.subarray(0, length), at: places.subarray(0, length + 1) };
  };
  return { byte, character, end };
}

function grown<T extends Uint8Array | Uint32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

/** The number that hexadecimal digits stand for; -1 where one of them is none. */
export function hexAt(bytes: Uint8Array, at: number, digits: number): number {
  let value = 0;
  for (let digit = at; digit < at + digits; digit += 1) {
    const one = hexDigit(bytes[digit] ?? 0);
    if (one < 0) return -1;
    value = value * 16 + one;
  }
  return value;
}

export function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
