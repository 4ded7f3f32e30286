import { type Bytes, createWriter } from "./bytes.ts";

/**
 * What bytes mean as UTF-16 with the small end first, as Windows encodes what it puts into base64: from the first byte and
 * from the second, because a run may begin in the middle of something. Nothing for bytes that do not look like it: of
 * Latin letters every second byte is zero.
 */
export function utf16Readings(bytes: Uint8Array): readonly Bytes[] {
  let zeros = 0;
  for (const byte of bytes) if (byte === 0) zeros += 1;
  return zeros * 8 < bytes.length ? [] : [decode(bytes, 0), decode(bytes, 1)];
}

function decode(bytes: Uint8Array, start: number): Bytes {
  const writer = createWriter(bytes.length);
  let at = start;
  while (at + 1 < bytes.length) {
    const code = unitAt(bytes, at);
    const second = code >= 0xd800 && code < 0xdc00 ? unitAt(bytes, at + 2) : 0;
    const isPair = second >= 0xdc00 && second < 0xe000;
    writer.character(isPair ? 0x10000 + ((code - 0xd800) << 10) + (second - 0xdc00) : code, at);
    at += isPair ? 4 : 2;
  }
  return writer.end(at);
}

function unitAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}
