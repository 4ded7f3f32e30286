import { isWritableDate } from "../date.ts";
import { isWellFormed } from "../text/well-formed.ts";
import type { PlistValue } from "../value.ts";
import { timeOf } from "./apple-date.ts";
import { readInteger, readUnsigned } from "./layout.ts";
import { BinaryDamage } from "./problem.ts";

/** Reads the object at `offset` that is no array and no dictionary. Objects end before `end`. */
export function readScalar(bytes: Uint8Array, offset: number, end: number): PlistValue {
  const marker = bytes[offset] ?? 0;
  const low = marker & 0x0f;
  switch (marker >> 4) {
    case 0x0:
      if (marker === 0x08 || marker === 0x09) return { kind: "boolean", value: marker === 0x09 };
      throw new BinaryDamage(
        "binary-unsupported",
        `Byte ${offset} holds the marker ${hex(marker)} (null or an address).`,
      );
    case 0x1: {
      if (low > 4)
        throw new BinaryDamage("binary-unsupported", `Byte ${offset} holds an integer of ${2 ** low} bytes.`);
      const size = checked(offset + 1, 1 << low, end);
      // Integers of 1, 2 and 4 bytes are unsigned; only the longer ones carry a sign (CFBinaryPList.c).
      return { kind: "integer", value: readInteger(bytes, offset + 1, size, low >= 3) };
    }
    case 0x2:
      return readReal(bytes, offset, low, end);
    case 0x3:
      return readDate(bytes, offset, low, end);
    case 0x4: {
      const { count, start } = readLength(bytes, offset, end);
      return { kind: "data", bytes: bytes.slice(start, start + checked(start, count, end)) };
    }
    case 0x5:
      return readAscii(bytes, offset, end);
    case 0x6:
      return readUtf16(bytes, offset, end);
    case 0x8: {
      if (low > 7)
        throw new BinaryDamage("binary-unsupported", `Byte ${offset} holds a reference of ${low + 1} bytes.`);
      return { kind: "uid", value: readInteger(bytes, offset + 1, checked(offset + 1, low + 1, end), false) };
    }
    default:
      throw new BinaryDamage(
        "binary-unsupported",
        `Byte ${offset} holds the marker ${hex(marker)}, which profiles do not have.`,
      );
  }
}

/** How many items or bytes the object has, and where they start: lengths from 15 on follow as an integer of their own. */
export function readLength(bytes: Uint8Array, offset: number, end: number): { count: number; start: number } {
  const low = (bytes[offset] ?? 0) & 0x0f;
  if (low !== 0x0f) return { count: low, start: offset + 1 };
  const marker = bytes[offset + 1] ?? 0;
  const size = 1 << (marker & 0x0f);
  if (marker >> 4 !== 0x1 || size > 8) {
    throw new BinaryDamage("binary-damaged", `The object at byte ${offset} has no readable length.`);
  }
  checked(offset + 2, size, end);
  return { count: readUnsigned(bytes, offset + 2, size), start: offset + 2 + size };
}

function readReal(bytes: Uint8Array, offset: number, low: number, end: number): PlistValue {
  if (low !== 2 && low !== 3)
    throw new BinaryDamage("binary-damaged", `Byte ${offset} holds a real of ${2 ** low} bytes.`);
  checked(offset + 1, 1 << low, end);
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset + 1, 1 << low);
  return { kind: "real", value: low === 2 ? view.getFloat32(0) : view.getFloat64(0) };
}

function readDate(bytes: Uint8Array, offset: number, low: number, end: number): PlistValue {
  if (low !== 3)
    throw new BinaryDamage("binary-damaged", `Byte ${offset} holds a date of ${2 ** low} bytes.`);
  checked(offset + 1, 8, end);
  const seconds = new DataView(bytes.buffer, bytes.byteOffset + offset + 1, 8).getFloat64(0);
  const time = timeOf(seconds);
  if (!isWritableDate(time)) {
    throw new BinaryDamage(
      "binary-damaged",
      `The date at byte ${offset} lies outside of the years 1 to 9999.`,
    );
  }
  return { kind: "date", time };
}

function readAscii(bytes: Uint8Array, offset: number, end: number): PlistValue {
  const { count, start } = readLength(bytes, offset, end);
  checked(start, count, end);
  const content = bytes.subarray(start, start + count);
  if (content.some((byte) => byte > 0x7f)) {
    throw new BinaryDamage(
      "binary-damaged",
      `The text at byte ${offset} is marked as ASCII and holds other bytes.`,
    );
  }
  return { kind: "string", value: new TextDecoder("utf-8").decode(content) };
}

function readUtf16(bytes: Uint8Array, offset: number, end: number): PlistValue {
  const { count, start } = readLength(bytes, offset, end);
  checked(start, count * 2, end);
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, count * 2);
  const parts: string[] = [];
  for (let i = 0; i < count; i += 4096) {
    const units = Array.from({ length: Math.min(4096, count - i) }, (_, j) => view.getUint16((i + j) * 2));
    parts.push(String.fromCharCode(...units));
  }
  const value = parts.join("");
  if (!isWellFormed(value)) {
    throw new BinaryDamage("binary-damaged", `The text at byte ${offset} is not valid Unicode.`);
  }
  return { kind: "string", value };
}

function checked(start: number, size: number, end: number): number {
  if (start + size > end) {
    throw new BinaryDamage(
      "binary-truncated",
      `The object at byte ${start} needs ${size} bytes, more than the file holds.`,
    );
  }
  return size;
}

function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, "0")}`;
}
