import { fail, type Problem, type Result, succeed } from "../../problem.ts";
import { maximumBytes, maximumDepth, maximumNotices, maximumValues } from "../limits.ts";
import type { PlistValue } from "../value.ts";
import { type Layout, objectOffset, readLayout, readUnsigned } from "./layout.ts";
import { BinaryDamage, binaryProblem } from "./problem.ts";
import { readLength, readScalar } from "./scalar.ts";

/** What was read, and remarks about what the reader had to decide (a key that stands twice). */
export type BinaryReading = { readonly value: PlistValue; readonly notices: readonly Problem[] };

/**
 * Reads a binary property list (`bplist00`, described in Apple's CFBinaryPList.c).
 *
 * Every offset and length is checked against the file. Objects that are referred to several times become one shared
 * value; what the whole unfolds to is limited, as are depth and cycles. Problems: `binary-truncated`,
 * `binary-damaged`, `binary-unsupported` (null, sets, addresses, which XML does not have either), `binary-cycle`,
 * `plist-too-deep`, `plist-too-large`.
 */
export function readBinaryPlist(bytes: Uint8Array): Result<BinaryReading> {
  try {
    const layout = readLayout(bytes);
    const context: Context = { bytes, layout, done: new Map(), open: new Set(), notices: [], taken: 0 };
    const { value } = readObject(context, layout.rootIndex, 0);
    return succeed({ value, notices: context.notices });
  } catch (error) {
    if (error instanceof BinaryDamage) return fail(binaryProblem(error));
    throw error;
  }
}

/** A value together with how many values it unfolds to and how many levels it has. */
type Measured = {
  readonly value: PlistValue;
  readonly count: number;
  /** Bytes of text and data that it unfolds to. */
  readonly weight: number;
  readonly depth: number;
};

type Context = {
  readonly bytes: Uint8Array;
  readonly layout: Layout;
  readonly done: Map<number, Measured>;
  readonly open: Set<number>;
  readonly notices: Problem[];
  /** Bytes of the file that objects have taken up so far. */
  taken: number;
};

function readObject(context: Context, index: number, level: number): Measured {
  const known = context.done.get(index);
  if (known !== undefined) {
    if (level + known.depth > maximumDepth) throw tooDeep();
    return known;
  }
  if (context.open.has(index)) {
    throw new BinaryDamage("binary-cycle", `Object ${index} is an item of itself.`);
  }
  const offset = objectOffset(context.bytes, context.layout, index);
  const kind = (context.bytes[offset] ?? 0) >> 4;
  const isContainer = kind === 0xa || kind === 0xd;
  if (!isContainer) {
    const scalar = readScalar(context.bytes, offset, context.layout.offsetTable);
    const weight = weightOf(scalar);
    take(context, weight);
    const measured = { value: scalar, count: 1, weight, depth: 0 };
    context.done.set(index, measured);
    return measured;
  }
  if (level >= maximumDepth) throw tooDeep();
  context.open.add(index);
  const measured = kind === 0xa ? readArray(context, offset, level) : readDict(context, offset, level);
  context.open.delete(index);
  context.done.set(index, measured);
  return measured;
}

function readArray(context: Context, offset: number, level: number): Measured {
  const { count: size, start } = readLength(context.bytes, offset, context.layout.offsetTable);
  const references = readReferences(context, start, size);
  const items: PlistValue[] = [];
  const measure = startMeasure();
  for (const reference of references) {
    const item = readObject(context, reference, level + 1);
    items.push(item.value);
    measure.add(item);
  }
  return { value: { kind: "array", items }, ...measure.whole() };
}

function readDict(context: Context, offset: number, level: number): Measured {
  const { count: size, start } = readLength(context.bytes, offset, context.layout.offsetTable);
  const keys = readReferences(context, start, size);
  const values = readReferences(context, start + size * context.layout.referenceSize, size);
  const entries = new Map<string, PlistValue>();
  const measure = startMeasure();
  for (const [i, keyReference] of keys.entries()) {
    const key = readObject(context, keyReference, level + 1);
    const item = readObject(context, values[i] ?? 0, level + 1);
    if (key.value.kind !== "string") {
      throw new BinaryDamage(
        "binary-damaged",
        `The dictionary at byte ${offset} has a key that is not text.`,
      );
    }
    if (entries.has(key.value.value) && context.notices.length < maximumNotices)
      context.notices.push(repeatedKey(key.value.value, offset));
    entries.set(key.value.value, item.value);
    measure.add(key);
    measure.add(item);
  }
  return { value: { kind: "dict", entries }, ...measure.whole() };
}

function repeatedKey(name: string, offset: number): Problem {
  return {
    code: "binary-repeated-key",
    title: `The key ${JSON.stringify(name.slice(0, 60))} stands twice in one dictionary.`,
    detail: `It is in the dictionary at byte ${offset}. The last value counts.`,
    fix: "Remove one of the two.",
  };
}

function readReferences(context: Context, start: number, size: number): number[] {
  const { referenceSize, offsetTable } = context.layout;
  if (start + size * referenceSize > offsetTable) {
    throw new BinaryDamage(
      "binary-truncated",
      `The collection at byte ${start} names ${size} items, more than the file holds.`,
    );
  }
  take(context, size * referenceSize);
  return Array.from({ length: size }, (_, i) =>
    readUnsigned(context.bytes, start + i * referenceSize, referenceSize),
  );
}

/** Adds up what a collection unfolds to, and stops as soon as that is too much. */
function startMeasure() {
  let count = 1;
  let weight = 0;
  let depth = 0;
  return {
    add: (item: Measured): void => {
      count += item.count;
      weight += item.weight;
      depth = Math.max(depth, item.depth);
      if (count > maximumValues) throw tooLarge(`${maximumValues} keys and values`);
      if (weight > maximumBytes) throw tooLarge(`${maximumBytes / 1024 / 1024} MB of text and data`);
    },
    whole: () => ({ count, weight, depth: depth + 1 }),
  };
}

function tooLarge(limit: string): BinaryDamage {
  return new BinaryDamage("plist-too-large", `It stands for more than ${limit}.`);
}

/** Objects that lie over each other could make a small file cost as much as the square of its size. */
function take(context: Context, size: number): void {
  context.taken += size;
  if (context.taken > context.bytes.length) {
    throw new BinaryDamage("binary-damaged", "Its objects lie over each other.");
  }
}

/** Bytes of the file that a text or data takes up at least; other values are small. */
function weightOf(value: PlistValue): number {
  if (value.kind === "string") return value.value.length;
  return value.kind === "data" ? value.bytes.length : 0;
}

function tooDeep(): BinaryDamage {
  return new BinaryDamage(
    "plist-too-deep",
    `Arrays and dictionaries are nested deeper than ${maximumDepth} levels.`,
  );
}
