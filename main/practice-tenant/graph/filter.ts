import { badRequest, type GraphProblem } from "./graph-answer.ts";

export type GraphObject = Readonly<Record<string, unknown>>;
type Test = (object: GraphObject) => boolean;

const comparison = /^([\w/]+)\s+(eq|ne|ge|gt|le|lt)\s+('(?:[^']|'')*'|[\w:.+-]+)$/;
const startsWith = /^startswith\(([\w/]+),\s*'((?:[^']|'')*)'\)$/i;
const any = /^([\w/]+)\/any\((\w+):\s*(.+)\)$/i;
const anyValue = /^(\w+)\s+eq\s+'((?:[^']|'')*)'$/i;
/** Between two comparisons, not inside a text. */
const or = /\s+or\s+(?=(?:[^']*'[^']*')*[^']*$)/i;

/**
 * The part of OData's `$filter` that the app and its set-up scripts use: comparisons, `startswith`, `any` with one
 * value or several, joined by `and`, each also in parentheses and there with `or`. Anything else is refused instead of being answered with too much.
 */
export function readFilter(text: string): Test | GraphProblem {
  const tests: Test[] = [];
  for (const part of text.split(/\s+and\s+(?=(?:[^']*'[^']*')*[^']*$)/i)) {
    const test = readTerm(part.trim());
    if (test === null) return badRequest(`Invalid filter clause: ${part.trim().slice(0, 100)}`);
    tests.push(test);
  }
  return (object) => tests.every((test) => test(object));
}

function readPart(part: string): Test | null {
  const anyMatch = any.exec(part);
  if (anyMatch !== null) return readAny(anyMatch);
  const startsMatch = startsWith.exec(part);
  if (startsMatch !== null) {
    const wanted = unquote(startsMatch[2] ?? "").toLowerCase();
    return (object) =>
      String(valueAt(object, startsMatch[1] ?? "") ?? "")
        .toLowerCase()
        .startsWith(wanted);
  }
  const match = comparison.exec(part);
  if (match === null) return null;
  const [, path = "", operator = "", literal = ""] = match;
  const wanted = readLiteral(literal);
  return (object) => compare(valueAt(object, path), operator, wanted);
}

/** `list/any(x: x eq 'a' or x eq 'b')` */
function readAny([, path = "", variable = "", inside = ""]: RegExpExecArray): Test | null {
  const values = inside.split(or).map((each) => anyValue.exec(each.trim()));
  if (values.some((value) => value === null || value[1] !== variable)) return null;
  const wanted = values.map((value) => unquote(value?.[2] ?? ""));
  return (object) => {
    const list = valueAt(object, path);
    return Array.isArray(list) && wanted.some((value) => list.includes(value));
  };
}

/** A comparison, or several in parentheses of which one is enough. */
function readTerm(term: string): Test | null {
  if (!term.startsWith("(") || !term.endsWith(")")) return readPart(term);
  const tests = term
    .slice(1, -1)
    .split(or)
    .map((each) => readPart(each.trim()));
  if (tests.some((test) => test === null)) return readPart(term.slice(1, -1).trim());
  return (object) => tests.some((test) => test?.(object));
}

function compare(value: unknown, operator: string, wanted: string | number | boolean | null): boolean {
  const left = typeof value === "string" ? value.toLowerCase() : value;
  const right = typeof wanted === "string" ? wanted.toLowerCase() : wanted;
  if (operator === "eq") return left === right;
  if (operator === "ne") return left !== right;
  if (typeof left !== typeof right || left === null || right === null) return false;
  const order = String(left) < String(right) ? -1 : String(left) > String(right) ? 1 : 0;
  const numbers = typeof left === "number" && typeof right === "number" ? Math.sign(left - right) : order;
  return { ge: numbers >= 0, gt: numbers > 0, le: numbers <= 0, lt: numbers < 0 }[operator] ?? false;
}

/** Quoted text, a boolean, null, a number; a date stays text, because ISO dates compare as text. */
function readLiteral(literal: string): string | number | boolean | null {
  if (literal.startsWith("'")) return unquote(literal.slice(1, -1));
  if (literal === "null") return null;
  if (literal === "true" || literal === "false") return literal === "true";
  return /^-?\d+(\.\d+)?$/.test(literal) ? Number(literal) : literal;
}

function unquote(text: string): string {
  return text.replaceAll("''", "'");
}

/** `status/errorCode` → the member of a member. */
function valueAt(object: GraphObject, path: string): unknown {
  let value: unknown = object;
  for (const name of path.split("/")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = new Map<string, unknown>(Object.entries(value)).get(name);
  }
  return value;
}
