import { exceeds } from "../json/exceeds.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { maximumDepth, maximumValues } from "./limits.ts";
import { isWellFormed } from "./text/well-formed.ts";
import type { TypedJson } from "./typed-json.ts";
import { fromTypedJson } from "./typed-json-read.ts";
import { toTypedJson } from "./typed-json-write.ts";
import type { PlistValue } from "./value.ts";

/**
 * The value as typed JSON in which every dictionary is the list of its entries, `{"$dict": [["key", value], …]}`: an object of
 * JavaScript puts keys that are whole numbers first, whatever order they were written in (ECMA-262, OrdinaryOwnPropertyKeys).
 */
export function toOrderedJson(value: PlistValue): TypedJson {
  if (value.kind === "array") return value.items.map(toOrderedJson);
  if (value.kind !== "dict") return toTypedJson(value);
  return { $dict: [...value.entries].map(([key, inner]) => [key, toOrderedJson(inner)]) };
}

/** Reads what {@link toOrderedJson} wrote. Problems: `ordered-json-invalid`, and those of `fromTypedJson` for what is no dictionary or list. */
export function fromOrderedJson(json: unknown): Result<PlistValue> {
  // An entry is three values: its list, its key and what it holds.
  return exceeds(json, 3 * maximumValues) ? fail(invalid) : read(json, 0);
}

function read(json: unknown, depth: number): Result<PlistValue> {
  if (depth > maximumDepth) return fail(invalid);
  if (Array.isArray(json)) {
    const items: PlistValue[] = [];
    for (const item of json) {
      const result = read(item, depth + 1);
      if (!result.ok) return result;
      items.push(result.value);
    }
    return succeed({ kind: "array", items });
  }
  if (typeof json !== "object" || json === null) return fromTypedJson(json);
  if (!("$dict" in json)) return Object.keys(json).some(isMark) ? fromTypedJson(json) : fail(invalid);
  if (!Array.isArray(json.$dict) || Object.keys(json).length !== 1) return fail(invalid);
  const entries = new Map<string, PlistValue>();
  for (const entry of json.$dict) {
    if (!Array.isArray(entry) || entry.length !== 2) return fail(invalid);
    const [key, inner]: readonly unknown[] = entry;
    if (typeof key !== "string" || !isWellFormed(key) || entries.has(key)) return fail(invalid);
    const result = read(inner, depth + 1);
    if (!result.ok) return result;
    entries.set(key, result.value);
  }
  return succeed({ kind: "dict", entries });
}

function isMark(key: string): boolean {
  return /^\$[a-z]/.test(key);
}

const invalid: Problem = {
  code: "ordered-json-invalid",
  title: "This is not the form in which settings are kept.",
  detail:
    "A dictionary has to be the list of its entries, each key once, and not nested deeper than property lists are.",
  fix: "Take the file as it was written.",
};
