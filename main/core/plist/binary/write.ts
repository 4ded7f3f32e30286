import type { PlistValue } from "../value.ts";
import { encodeMarked, encodeScalar, unsignedBytes } from "./encode.ts";

/**
 * Writes a binary property list (`bplist00`). Equal texts, numbers and data are stored once, as Apple's writer does;
 * keys stay in their order. Dates keep microseconds. Integers must lie within 128 bits, which all readers ensure.
 */
export function writeBinaryPlist(value: PlistValue): Uint8Array {
  const objects = new ObjectTable();
  const root = objects.add(value);
  return assemble(objects, root);
}

type Collection = { readonly marker: number; readonly count: number; readonly references: readonly number[] };

/** All objects of the file, each with a number; collections refer to others by number. */
class ObjectTable {
  readonly items: (Uint8Array | Collection)[] = [];
  readonly #known = new Map<string, number>();

  add(value: PlistValue): number {
    if (value.kind === "array") {
      return this.#addCollection(0xa0, value.items.length, () => value.items.map((item) => this.add(item)));
    }
    if (value.kind === "dict") {
      return this.#addCollection(0xd0, value.entries.size, () => [
        ...[...value.entries.keys()].map((key) => this.add({ kind: "string", value: key })),
        ...[...value.entries.values()].map((item) => this.add(item)),
      ]);
    }
    const name = identity(value);
    const known = name === null ? undefined : this.#known.get(name);
    if (known !== undefined) return known;
    const index = this.items.push(encodeScalar(value)) - 1;
    if (name !== null) this.#known.set(name, index);
    return index;
  }

  /** Takes its number before its items do, so that the root is object 0. */
  #addCollection(marker: number, count: number, references: () => readonly number[]): number {
    const index = this.items.push(new Uint8Array()) - 1;
    this.items[index] = { marker, count, references: references() };
    return index;
  }
}

/** A text that is the same for equal scalars; null where comparing costs more than storing twice. */
function identity(value: Exclude<PlistValue, { kind: "array" | "dict" }>): string | null {
  switch (value.kind) {
    case "data":
      return null;
    case "date":
      return `date ${value.time}`;
    case "real":
      return `real ${Object.is(value.value, -0) ? "-0" : value.value}`;
    default:
      return `${value.kind} ${value.value}`;
  }
}

function assemble(objects: ObjectTable, root: number): Uint8Array {
  const referenceSize = bytesFor(objects.items.length - 1);
  const chunks: Uint8Array[] = [new TextEncoder().encode("bplist00")];
  const offsets: number[] = [];
  let length = 8;
  for (const item of objects.items) {
    offsets.push(length);
    const encoded = item instanceof Uint8Array ? item : encodeCollection(item, referenceSize);
    chunks.push(encoded);
    length += encoded.length;
  }
  const offsetSize = bytesFor(length);
  for (const offset of offsets) chunks.push(unsignedBytes(offset, offsetSize));
  chunks.push(new Uint8Array([0, 0, 0, 0, 0, 0, offsetSize, referenceSize]));
  for (const number of [objects.items.length, root, length]) chunks.push(unsignedBytes(number, 8));
  return concatenate(chunks);
}

function encodeCollection(item: Collection, referenceSize: number): Uint8Array {
  const references = item.references.map((reference) => unsignedBytes(reference, referenceSize));
  return encodeMarked(item.marker, item.count, concatenate(references));
}

function bytesFor(largest: number): number {
  if (largest < 0x100) return 1;
  if (largest < 0x1_0000) return 2;
  return largest < 0x1_0000_0000 ? 4 : 8;
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
