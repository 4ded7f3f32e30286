import type { PlistValue } from "../value.ts";
import { appleSeconds } from "./apple-date.ts";

/** The bytes of one object that is no array and no dictionary, with its marker in front. */
export function encodeScalar(value: Exclude<PlistValue, { kind: "array" | "dict" }>): Uint8Array {
  switch (value.kind) {
    case "boolean":
      return new Uint8Array([value.value ? 0x09 : 0x08]);
    case "integer":
      return encodeInteger(value.value);
    case "real":
      return encodeDouble(0x23, value.value);
    case "date":
      return encodeDouble(0x33, appleSeconds(value.time));
    case "data":
      return encodeMarked(0x40, value.bytes.length, value.bytes);
    case "uid":
      return encodeUid(value.value);
    case "string":
      return encodeText(value.value);
  }
}

/** Marker with the length in its low half, or with the length as an integer behind it, then the content. */
export function encodeMarked(marker: number, count: number, content: Uint8Array): Uint8Array {
  const head =
    count < 15
      ? new Uint8Array([marker | count])
      : new Uint8Array([marker | 15, ...encodeInteger(BigInt(count))]);
  const whole = new Uint8Array(head.length + content.length);
  whole.set(head);
  whole.set(content, head.length);
  return whole;
}

/** `value` as `size` bytes, big-endian. */
export function unsignedBytes(value: number | bigint, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let rest = BigInt(value);
  for (let i = size - 1; i >= 0; i--) {
    bytes[i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return bytes;
}

function encodeInteger(value: bigint): Uint8Array {
  const [marker, size] = integerForm(value);
  const bytes = new Uint8Array(size + 1);
  bytes[0] = marker;
  bytes.set(unsignedBytes(BigInt.asUintN(size * 8, value), size), 1);
  return bytes;
}

/** Shorter forms are unsigned, so negative numbers take 8 bytes at least, and numbers from 2^63 on take 16. */
function integerForm(value: bigint): readonly [marker: number, size: number] {
  if (value >= 0n && value < 1n << 8n) return [0x10, 1];
  if (value >= 0n && value < 1n << 16n) return [0x11, 2];
  if (value >= 0n && value < 1n << 32n) return [0x12, 4];
  return BigInt.asIntN(64, value) === value ? [0x13, 8] : [0x14, 16];
}

function encodeUid(value: bigint): Uint8Array {
  const size = [1, 2, 4].find((bytes) => value < 1n << BigInt(bytes * 8)) ?? 8;
  return new Uint8Array([0x80 | (size - 1), ...unsignedBytes(value, size)]);
}

function encodeDouble(marker: number, value: number): Uint8Array {
  const bytes = new Uint8Array(9);
  bytes[0] = marker;
  new DataView(bytes.buffer).setFloat64(1, value);
  return bytes;
}

function encodeText(text: string): Uint8Array {
  const utf16 = new Uint8Array(text.length * 2);
  const view = new DataView(utf16.buffer);
  let ascii = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    view.setUint16(i * 2, unit);
    if (unit > 0x7f) ascii = false;
  }
  return ascii
    ? encodeMarked(0x50, text.length, new TextEncoder().encode(text))
    : encodeMarked(0x60, text.length, utf16);
}
