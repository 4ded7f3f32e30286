import { type JsonShape, shapeOf } from "./json-shapes.ts";
import { splitText } from "./record-splitter.ts";

/** How the records of a file stand in it, as far as its beginning tells. */
export type Framing =
  | { readonly kind: "empty" }
  /** `depth` is how many brackets a record stands in: 0 line by line, 1 in an array, 2 in `{"value":[…]}`, 3 in `[{"records":[…]}]`. */
  | {
      readonly kind: "json";
      readonly depth: 0 | 1 | 2 | 3;
      readonly shape: JsonShape | null;
      /** Offset in the text of the `[` in which the records of the one envelope stand; null without one. */
      readonly arrayAt: number | null;
      /** Each record on a line of its own, as far as seen. */
      readonly lines: boolean;
    }
  /** `{"tables":[{"columns":[…],"rows":[[…]]}]}`, the answer of a Log Analytics query. */
  | { readonly kind: "query-answer" }
  | { readonly kind: "csv" }
  | { readonly kind: "other"; readonly what: string };

/** Members whose array holds the records: Graph and its PowerShell, event hubs, the practice of some collectors. */
const envelopes = ["value", "records"];

/**
 * Says how a file is built, from its beginning.
 *
 * @param head the first characters of the file, without a byte order mark; may end anywhere
 */
export function framingOf(head: string): Framing {
  const start = head.search(/\S/);
  if (start === -1) return { kind: "empty" };
  const first = head.charAt(start);
  if (first === "<") return { kind: "other", what: "It is HTML or XML." };
  if (first === "[") return arrayFraming(head, start);
  if (first === "{") return objectFraming(head, start);
  if (/[,;\t]/.test(firstLine(head, start))) return { kind: "csv" };
  return { kind: "other", what: "It is neither JSON nor CSV." };
}

function firstLine(head: string, start: number): string {
  const end = head.indexOf("\n", start);
  return end === -1 ? head.slice(start) : head.slice(start, end);
}

function arrayFraming(head: string, start: number): Framing {
  const nested = new RegExp(`^\\[\\s*\\{\\s*"(?:${envelopes.join("|")})"\\s*:\\s*\\[`).test(
    head.slice(start),
  );
  const depth = nested ? 3 : 1;
  return { kind: "json", depth, shape: firstShape(head, depth), arrayAt: null, lines: false };
}

function objectFraming(head: string, start: number): Framing {
  if (/^\{\s*"tables"\s*:\s*\[\s*\{/.test(head.slice(start))) return { kind: "query-answer" };
  const arrayAt = envelopeArray(head, start);
  const end = endOfValue(head, start);
  if (arrayAt !== null) {
    const alone = end === null || head.slice(end).trim() === "";
    return {
      kind: "json",
      depth: 2,
      shape: firstShape(head, 2),
      arrayAt: alone ? arrayAt : null,
      lines: false,
    };
  }
  const oneLine = end !== null && !head.slice(start, end).includes("\n");
  return { kind: "json", depth: 0, shape: firstShape(head, 0), arrayAt: null, lines: oneLine };
}

/** Where the array of an envelope begins: the value of `value` or `records` among the members of the outermost object. */
function envelopeArray(head: string, start: number): number | null {
  let depth = 0;
  for (let at = start; at < head.length; at += 1) {
    const character = head.charAt(at);
    if (character === '"') {
      const end = endOfString(head, at);
      if (end === null) return null;
      if (depth === 1 && envelopes.includes(head.slice(at + 1, end - 1))) {
        const value = /^\s*:\s*\[/.exec(head.slice(end, end + 200));
        if (value !== null) return end + value[0].length - 1;
      }
      at = end - 1;
    } else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") {
      depth -= 1;
      if (depth === 0) return null;
    }
  }
  return null;
}

/** One past the closing quote. */
function endOfString(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\") at += 1;
    else if (character === '"') return at + 1;
  }
  return null;
}

/** One past the bracket that closes the one at `start`; null where the text ends before. */
function endOfValue(text: string, start: number): number | null {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') {
      const end = endOfString(text, at);
      if (end === null) return null;
      at = end - 1;
    } else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

function firstShape(head: string, depth: 0 | 1 | 2 | 3): JsonShape | null {
  for (const record of splitText(head, depth)) {
    try {
      const value: unknown = JSON.parse(record);
      if (typeof value === "object" && value !== null) return shapeOf(value as Record<string, unknown>);
    } catch {
      // What cannot be read is met again, with its line, when the file is read.
    }
  }
  return null;
}
