import { type PlistValue as OtherValue, parse } from "plist";
import { type PlistDict, type PlistValue, readPlist } from "../../core/plist/index.ts";
import { decodeText } from "../../core/plist/text/decode.ts";
import type { Problem } from "../../core/problem.ts";

/**
 * Re-reads an export with a second, unrelated reader (the npm package `plist`) and compares every value with what our
 * own reader sees. XML only: a binary property list gets no second opinion.
 *
 * Where `plist` 5 is known to be wrong its answer is not held against the file: integers beyond 2^53 come back rounded,
 * `0x1F` comes back as 0, infinite reals come back as NaN, it does not tell `<real>1</real>` from `<integer>1`, it turns
 * U+0085, U+2028 and U+2029 into line feeds, and it loses parts of a key or number that a comment or a CDATA section splits.
 *
 * @param readOther the second reader; tests bring one that errs
 * @returns null when both agree; `second-opinion-differs` with the path of the first difference, never its value;
 *   `second-opinion-unreadable` when the second reader gives up
 */
export function compareWithSecondReader(
  bytes: Uint8Array,
  readOther: (xml: string) => OtherValue = parse,
): Problem | null {
  const ours = readPlist(bytes);
  if (!ours.ok) return ours.problem;
  if (ours.value.encoding === "binary") return null;
  const text = decodeText(bytes);
  if (!text.ok) return text.problem;
  let theirs: OtherValue;
  try {
    theirs = readOther(text.value.replace(documentType, ""));
  } catch {
    return unreadable;
  }
  const hexIsZero = /<integer>\s*[+-]?0x/i.test(text.value);
  const path = firstDifference(ours.value.value, theirs, hexIsZero);
  if (path === null || splitToken.test(text.value)) return null;
  return differs(`They differ at ${path === "" ? "the top" : path}.`);
}

/** It carries no values, and the second reader stumbles over forms of it that every other reader skips. */
const documentType = /<!DOCTYPE[^>[]*>/;

/** A comment or CDATA section inside an element whose text the second reader takes from the first piece only. */
const splitToken = /<(?:key|integer|real|date|data)>[^<]*<!/;

const unreadable: Problem = {
  code: "second-opinion-unreadable",
  title: "A second property-list reader cannot read the file.",
  detail: "Latchkey reads it, but other tools may not.",
  fix: "Write it anew with: latchkey convert IN -o OUT",
};

function differs(detail: string): Problem {
  return {
    code: "second-opinion-differs",
    title: "Two property-list readers do not read the same values from the export.",
    detail,
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
      return theirs === ours.value || theirs === withLineFeeds(ours.value) ? null : "";
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
  const counterpart = (key: string) => {
    const name = [key, withLineFeeds(key)].find((candidate) => Object.hasOwn(theirs, candidate));
    return name === undefined ? undefined : theirs[name];
  };
  return firstOf(ours.entries, counterpart, hexIsZero);
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

/** What the XML parser of the second reader makes of line separators that XML 1.0 leaves alone. */
function withLineFeeds(text: string): string {
  return text.replace(/[\u0085\u2028\u2029]/g, "\n");
}
