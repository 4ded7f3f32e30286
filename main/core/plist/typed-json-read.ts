import { exceeds } from "../json/exceeds.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { decodeBase64 } from "./base64.ts";
import { parseDate } from "./date.ts";
import { largestUid, maximumDepth, maximumValues } from "./limits.ts";
import { isWellFormed } from "./text/well-formed.ts";
import type { PlistValue } from "./value.ts";
import { parseInteger, parseReal } from "./value-text.ts";

/**
 * Reads typed JSON that `JSON.parse` gave. Problems name the place as a path (`IdPSettings.ROPGID`):
 * `typed-json-invalid` for a form that is not typed JSON (null, an unknown `$…` mark, a number that JSON cannot hold
 * exactly), `typed-json-too-deep` beyond 512 levels.
 */
export function fromTypedJson(json: unknown): Result<PlistValue> {
  return exceeds(json, maximumValues) ? fail(tooMany) : read(json, []);
}

type Path = readonly (string | number)[];

function read(json: unknown, path: Path): Result<PlistValue> {
  if (path.length > maximumDepth) return fail(tooDeep(path));
  switch (typeof json) {
    case "string":
      return isWellFormed(json)
        ? succeed({ kind: "string", value: json })
        : fail(invalid(path, "a text with half of a surrogate pair, which is not valid Unicode"));
    case "boolean":
      return succeed({ kind: "boolean", value: json });
    case "number":
      return readNumber(json, path);
    case "object":
      if (json === null) return fail(invalid(path, "null, which property lists do not know"));
      return Array.isArray(json) ? readArray(json, path) : readObject(json, path);
    default:
      return fail(invalid(path, `a ${typeof json}`));
  }
}

function readNumber(json: number, path: Path): Result<PlistValue> {
  if (!Number.isInteger(json)) {
    return Number.isFinite(json)
      ? succeed({ kind: "real", value: json })
      : fail(invalid(path, `no finite number; write {"$real": "nan"} or {"$real": "+infinity"}`));
  }
  if (Number.isSafeInteger(json)) return succeed({ kind: "integer", value: BigInt(json) });
  return fail(invalid(path, `a number that is too large for JSON; write {"$integer": "…"} or {"$real": …}`));
}

function readArray(json: readonly unknown[], path: Path): Result<PlistValue> {
  const items: PlistValue[] = [];
  for (const [index, item] of json.entries()) {
    const result = read(item, [...path, index]);
    if (!result.ok) return result;
    items.push(result.value);
  }
  return succeed({ kind: "array", items });
}

function readObject(json: object, path: Path): Result<PlistValue> {
  const pairs = Object.entries(json);
  const [first] = pairs;
  if (first !== undefined && isMark(first[0])) {
    return pairs.length === 1
      ? readMarked(first[0], first[1], path)
      : fail(invalid(path, `further keys beside ${first[0]}`));
  }
  const entries = new Map<string, PlistValue>();
  for (const [key, item] of pairs) {
    if (isMark(key))
      return fail(invalid(path, `${key} beside other keys; write $${key} for a key of that name`));
    if (!isWellFormed(key)) return fail(invalid(path, "a key that is not valid Unicode"));
    const result = read(item, [...path, key]);
    if (!result.ok) return result;
    entries.set(key.startsWith("$$") ? key.slice(1) : key, result.value);
  }
  return succeed({ kind: "dict", entries });
}

/** A key with exactly one `$` in front says how to read its value; two mean a real key that begins with `$`. */
function isMark(key: string): boolean {
  return key.startsWith("$") && !key.startsWith("$$");
}

function readMarked(mark: string, content: unknown, path: Path): Result<PlistValue> {
  const value = markedValue(mark, content);
  if (value !== null) return succeed(value);
  const known = Object.hasOwn(expectations, mark) ? expectations[mark] : undefined;
  return fail(
    invalid(
      path,
      known === undefined
        ? `the unknown mark ${mark}; write $${mark} for a key of that name`
        : `a ${mark} that is not ${known}`,
    ),
  );
}

const expectations: Readonly<Record<string, string>> = {
  $data: "Base64 text",
  $date: "a date of the form 2026-11-23T09:30:00Z",
  $real: "a number",
  $integer: "a whole number as text",
  $uid: "a whole number that is not negative",
};

function markedValue(mark: string, content: unknown): PlistValue | null {
  if (mark === "$data" && typeof content === "string") {
    const bytes = decodeBase64(content);
    return bytes === null ? null : { kind: "data", bytes };
  }
  if (mark === "$date" && typeof content === "string") {
    const time = parseDate(content);
    return time === null ? null : { kind: "date", time };
  }
  if (mark === "$real") {
    const value = typeof content === "string" ? parseReal(content) : content;
    return typeof value === "number" ? { kind: "real", value } : null;
  }
  if (mark === "$integer" || mark === "$uid") {
    const value = wholeNumber(content);
    if (value === null) return null;
    if (mark === "$integer") return { kind: "integer", value };
    return value >= 0n && value <= largestUid ? { kind: "uid", value } : null;
  }
  return null;
}

function wholeNumber(content: unknown): bigint | null {
  if (typeof content === "string") return parseInteger(content);
  return typeof content === "number" && Number.isSafeInteger(content) ? BigInt(content) : null;
}

function invalid(path: Path, found: string): Problem {
  return {
    code: "typed-json-invalid",
    title: "This is not typed JSON.",
    detail: `At ${path.length === 0 ? "the top" : path.join(".")}: found ${found}.`,
    fix: "Correct this place in the JSON and try again.",
  };
}

const tooMany: Problem = {
  code: "typed-json-too-large",
  title: `This JSON has more than ${maximumValues} keys and values.`,
  detail: "A property list may not have more.",
  fix: "Real profiles have a few thousand at most. Check how the file was made.",
};

function tooDeep(path: Path): Problem {
  return {
    code: "typed-json-too-deep",
    title: `This JSON is nested deeper than ${maximumDepth} levels.`,
    detail: `The limit is reached below ${path.slice(0, 3).join(".")}.`,
    fix: "Real profiles are a few levels deep. Check how the file was made.",
  };
}
