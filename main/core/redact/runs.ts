import { type Bytes, hexDigit } from "./bytes.ts";

/**
 * What runs of base64 and hexadecimal digits mean, at every place where a value may begin in them: what was encoded need
 * not stand at the beginning of the run (`user:password` of basic authentication, a path before it).
 */
export type Runs = (bytes: Uint8Array, shortest: number) => Iterable<Bytes>;

/** Runs of base64 and base64url (RFC 4648 sections 4 and 5) that hold at least `shortest` bytes. */
export function* base64Runs(bytes: Uint8Array, shortest: number): Iterable<Bytes> {
  const digits = Math.ceil((shortest * 8) / 6);
  for (const [start, end] of runs(bytes, base64Digit, digits)) {
    for (let skip = 0; skip < 4; skip += 1) {
      if (end - start - skip >= digits) yield decodeBase64(bytes, start + skip, end);
    }
  }
}

/** Runs of hexadecimal digits that hold at least `shortest` bytes. */
export function* hexRuns(bytes: Uint8Array, shortest: number): Iterable<Bytes> {
  for (const [start, end] of runs(bytes, hexDigit, shortest * 2)) {
    for (let skip = 0; skip < 2; skip += 1) {
      if (end - start - skip >= shortest * 2) yield decodeHex(bytes, start + skip, end);
    }
  }
}

function* runs(
  bytes: Uint8Array,
  digit: (byte: number) => number,
  shortest: number,
): Iterable<readonly [start: number, end: number]> {
  let start = 0;
  for (let at = 0; at <= bytes.length; at += 1) {
    if (at < bytes.length && digit(bytes[at] ?? 0) >= 0) continue;
    if (at - start >= shortest) yield [start, at];
    start = at + 1;
  }
}

function decodeBase64(bytes: Uint8Array, start: number, end: number): Bytes {
  const length = Math.floor(((end - start) * 6) / 8);
  const decoded = new Uint8Array(length);
  const at = new Uint32Array(length + 1);
  const ends = new Uint32Array(length);
  let bits = 0;
  let held = 0;
  let next = 0;
  for (let digit = start; digit < end && next < length; digit += 1) {
    held = ((held << 6) | base64Digit(bytes[digit] ?? 0)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    decoded[next] = (held >> bits) & 0xff;
    at[next] = digit - 1; // A byte begins in the digit before the one that completes it.
    ends[next] = digit + 1;
    next += 1;
  }
  at[length] = end;
  if (ends[length - 1] === end) ends[length - 1] = behindPadding(bytes, start, end);
  return { bytes: decoded, at, ends };
}

/** Only as many marks as fill up a group of four: behind a name of a form, the next one says that the value begins. */
function behindPadding(bytes: Uint8Array, start: number, end: number): number {
  const most = (4 - ((end - start) % 4)) % 4;
  let at = end;
  while (at < end + most && bytes[at] === padding) at += 1;
  return at;
}

function decodeHex(bytes: Uint8Array, start: number, end: number): Bytes {
  const length = Math.floor((end - start) / 2);
  const decoded = new Uint8Array(length);
  const places = new Uint32Array(length + 1);
  for (let index = 0; index < length; index += 1) {
    const at = start + index * 2;
    decoded[index] = hexDigit(bytes[at] ?? 0) * 16 + hexDigit(bytes[at + 1] ?? 0);
    places[index] = at;
  }
  places[length] = start + length * 2;
  return { bytes: decoded, at: places };
}

const padding = 0x3d;

function base64Digit(byte: number): number {
  return values[byte] ?? -1;
}

/** For each byte the value of the digit, -1 for all others. */
const values: Int8Array = digitValues();

function digitValues(): Int8Array {
  const table = new Int8Array(256).fill(-1);
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  for (let value = 0; value < digits.length; value += 1) table[digits.charCodeAt(value)] = value;
  for (const [digit, value] of [
    ["+", 62],
    ["-", 62],
    ["/", 63],
    ["_", 63],
  ] as const) {
    table[digit.charCodeAt(0)] = value;
  }
  return table;
}
