import { BinaryDamage } from "./problem.ts";

/** The last 32 bytes of the file say how to find everything else (CFBinaryPList.c, `CFBinaryPlistTrailer`). */
export type Layout = {
  readonly objectCount: number;
  readonly rootIndex: number;
  readonly referenceSize: number;
  readonly offsetSize: number;
  readonly offsetTable: number;
};

const headerLength = 8;
const trailerLength = 32;

/** Reads and checks the trailer, so that later arithmetic stays inside the file. */
export function readLayout(bytes: Uint8Array): Layout {
  if (bytes.length < headerLength + trailerLength + 1) {
    throw new BinaryDamage(
      "binary-truncated",
      `The file has ${bytes.length} bytes, too few for a binary property list.`,
    );
  }
  const trailer = bytes.length - trailerLength;
  const layout: Layout = {
    offsetSize: bytes[trailer + 6] ?? 0,
    referenceSize: bytes[trailer + 7] ?? 0,
    objectCount: readUnsigned(bytes, trailer + 8, 8),
    rootIndex: readUnsigned(bytes, trailer + 16, 8),
    offsetTable: readUnsigned(bytes, trailer + 24, 8),
  };
  if (layout.offsetSize < 1 || layout.offsetSize > 8) {
    throw new BinaryDamage(
      "binary-damaged",
      `The trailer names an offset size of ${layout.offsetSize} bytes.`,
    );
  }
  if (layout.referenceSize < 1 || layout.referenceSize > 8) {
    throw new BinaryDamage(
      "binary-damaged",
      `The trailer names a reference size of ${layout.referenceSize} bytes.`,
    );
  }
  if (layout.objectCount < 1 || layout.rootIndex >= layout.objectCount) {
    throw new BinaryDamage(
      "binary-damaged",
      `The trailer names object ${layout.rootIndex} of ${layout.objectCount} as root.`,
    );
  }
  const tableEnd = layout.offsetTable + layout.objectCount * layout.offsetSize;
  if (layout.offsetTable < headerLength || tableEnd > trailer) {
    throw new BinaryDamage("binary-truncated", "The table of objects does not lie inside the file.");
  }
  return layout;
}

/** Where object `index` begins. */
export function objectOffset(bytes: Uint8Array, layout: Layout, index: number): number {
  if (index >= layout.objectCount) {
    throw new BinaryDamage(
      "binary-damaged",
      `Object ${index} is referred to, but there are only ${layout.objectCount}.`,
    );
  }
  const offset = readUnsigned(bytes, layout.offsetTable + index * layout.offsetSize, layout.offsetSize);
  if (offset < headerLength || offset >= layout.offsetTable) {
    throw new BinaryDamage(
      "binary-damaged",
      `Object ${index} lies at byte ${offset}, outside of the objects.`,
    );
  }
  return offset;
}

/** A big-endian number of 1 to 8 bytes; above 2^53 it is no longer exact, which is above every file size. */
export function readUnsigned(bytes: Uint8Array, offset: number, size: number): number {
  let value = 0;
  for (let i = 0; i < size; i++) value = value * 256 + (bytes[offset + i] ?? 0);
  return value;
}

/** A big-endian integer of any size, exact. */
export function readInteger(bytes: Uint8Array, offset: number, size: number, signed: boolean): bigint {
  let value = 0n;
  for (let i = 0; i < size; i++) value = (value << 8n) | BigInt(bytes[offset + i] ?? 0);
  return signed ? BigInt.asIntN(size * 8, value) : value;
}
