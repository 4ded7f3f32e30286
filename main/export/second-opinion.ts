import { type PlistValue as OtherValue, parse } from "plist";
import { type PlistDict, type PlistValue, readPlist } from "../core/plist/index.ts";
import { decodeText } from "../core/plist/text/decode.ts";
import type { Problem } from "../core/problem.ts";

/**
 * Re-reads an export with a second, unrelated reader (the npm package `plist`) and compares every value with what our
 * own reader sees. XML only: a binary property list gets no second opinion.
 *
 * Where `plist` 5 is known to be wrong its answer is not held against the file: integers beyond 2^53 come back rounded,
 * `0x1F` comes back as 0, infinite reals come back as NaN, and it does not tell `<real>1</real>` from `<integer>1`.
 *
 * @returns null when both agree; else `second-opinion-differs` with the path of the first difference, never its value
 */
export function compareWithSecondReader(bytes: Uint8Array): Problem | null {
  const ours = readPlist(bytes);
  if (!ours.ok) return ours.problem;
  if (ours.value.encoding === "binary") return null;
  const text = decodeText(bytes);
  if (!text.ok) return text.problem;
  let theirs: OtherValue;
  try {
    theirs = parse(text.value);
  } catch {
    return differs("The second reader cannot read it at all.");
  }
  const hexIsZero = /<integer>\s*[+-]?0x/i.test(text.value);
  const path = firstDifference(ours.value.value, theirs, hexIsZero);
  return path === null ? null : differs(`The two readers differ at ${path === "" ? "the top" : path}.`);
}

function differs(detail: string): Problem {
  return {
    code: "second-opinion-differs",
    title: "Two property-list readers do not read the same values from the export.",
    detail: `${detail} Nothing was written.`,
    fix: "Look at that key in the source view; characters that are not plain text are the usual cause.",
  };
}

/** The key path of the first value that differs; null when none does. */
function firstDifference(ours: PlistValue, theirs: OtherValue, hexIsZero: boolean): string | null {
  switch (ours.kind) {
    case "dict":
      return isPlainObject(theirs) ? dictDifference(ours, theirs, hexIsZero) : "";
    case "array":
      if (!Array.isArray(theirs) || theirs.length !== ours.items.length) return "";
      return firstOf(ours.items.entries(), (index) => theirs[index], hexIsZero);
    case "integer":
      return sameInteger(ours.value, theirs, hexIsZero) ? null : "";
    case "real":
      return sameReal(ours.value, theirs) ? null : "";
    case "date":
      return theirs instanceof Date && Math.abs(theirs.getTime() - ours.time) < 1000 ? null : "";
    case "data":
      return theirs instanceof Uint8Array && Buffer.compare(theirs, ours.bytes) === 0 ? null : "";
    case "uid":
      return isPlainObject(theirs) && theirs["CF$UID"] === Number(ours.value) ? null : "";
    case "string":
    case "boolean":
      return theirs === ours.value ? null : "";
  }
}

function dictDifference(
  ours: PlistDict,
  theirs: { readonly [key: string]: OtherValue },
  hexIsZero: boolean,
): string | null {
  if (Object.keys(theirs).length !== ours.entries.size) return "";
  return firstOf(ours.entries, (key) => (Object.hasOwn(theirs, key) ? theirs[key] : undefined), hexIsZero);
}

function firstOf<Key extends string | number>(
  entries: Iterable<readonly [Key, PlistValue]>,
  other: (key: Key) => OtherValue | undefined,
  hexIsZero: boolean,
): string | null {
  for (const [key, value] of entries) {
    const counterpart = other(key);
    const below = counterpart === undefined ? "" : firstDifference(value, counterpart, hexIsZero);
    if (below !== null) return below === "" ? String(key) : `${key}.${below}`;
  }
  return null;
}

function sameInteger(ours: bigint, theirs: OtherValue, hexIsZero: boolean): boolean {
  return theirs === Number(ours) || (hexIsZero && (theirs === 0 || Object.is(theirs, -0)));
}

function sameReal(ours: number, theirs: OtherValue): boolean {
  return theirs === ours || (!Number.isFinite(ours) && Number.isNaN(theirs));
}

function isPlainObject(value: OtherValue): value is { [key: string]: OtherValue } {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof Uint8Array)
  );
}
