/** What is wrong with a text that should be JSON, and where (offset in UTF-16 units). */
export type JsonFault = {
  readonly kind: "syntax" | "early-end" | "too-deep" | "too-many";
  readonly offset: number;
};

/** How much a JSON text may hold. */
export type JsonLimits = {
  /** Levels of arrays and objects inside each other. */
  readonly depth: number;
  /** Values in all: members, elements, and the arrays and objects themselves. */
  readonly values: number;
};

export const noLimits: JsonLimits = { depth: Number.POSITIVE_INFINITY, values: Number.POSITIVE_INFINITY };

/**
 * Looks a JSON text (RFC 8259) through without building a value, each character once and without recursion. Null for JSON
 * within the limits. For JSON that is not well-formed, the place where it stops being JSON: the reader of the platform
 * names it by quoting what stands there, and what stands there can be a password.
 */
export function findJsonFault(text: string, limits: JsonLimits = noLimits): JsonFault | null {
  const open: ("{" | "[")[] = [];
  let at = skipBlanks(text, 0);
  let values = 0;
  let wanted: Wanted = "value";
  while (wanted !== "nothing" || at < text.length) {
    if (at >= text.length) return { kind: "early-end", offset: text.length };
    const step = read(text, at, wanted, open);
    if (step.fault !== null) return { kind: step.fault, offset: step.at };
    if (open.length > limits.depth) return { kind: "too-deep", offset: at };
    if (step.isValue) values += 1;
    if (values > limits.values) return { kind: "too-many", offset: at };
    at = skipBlanks(text, step.at);
    wanted = step.wanted;
  }
  return null;
}

/** What may come next. `more` is what follows a value: a comma, or the end of what holds it. */
type Wanted = "value" | "value-or-end" | "name" | "name-or-end" | "colon" | "more" | "nothing";

type Step = {
  readonly at: number;
  readonly wanted: Wanted;
  readonly isValue: boolean;
  readonly fault: "syntax" | "early-end" | null;
};

function read(text: string, at: number, wanted: Wanted, open: ("{" | "[")[]): Step {
  const character = text.charAt(at);
  switch (wanted) {
    case "value":
      return readValue(text, at, character, open);
    case "value-or-end":
      return character === "]" ? close(at, open) : readValue(text, at, character, open);
    case "name":
    case "name-or-end":
      if (wanted === "name-or-end" && character === "}") return close(at, open);
      return character === '"' ? then(readString(text, at), "colon", false) : broken(at);
    case "colon":
      return character === ":" ? on(at + 1, "value") : broken(at);
    case "more": {
      const holder = open.at(-1);
      if (character === ",") return on(at + 1, holder === "{" ? "name" : "value");
      return character === (holder === "{" ? "}" : "]") ? close(at, open) : broken(at);
    }
    case "nothing":
      return broken(at);
  }
}

function readValue(text: string, at: number, character: string, open: ("{" | "[")[]): Step {
  if (character === "{" || character === "[") {
    open.push(character);
    return { ...on(at + 1, character === "{" ? "name-or-end" : "value-or-end"), isValue: true };
  }
  return then(readScalar(text, at, character), open.length === 0 ? "nothing" : "more", true);
}

function close(at: number, open: ("{" | "[")[]): Step {
  open.pop();
  return on(at + 1, open.length === 0 ? "nothing" : "more");
}

function on(at: number, wanted: Wanted): Step {
  return { at, wanted, isValue: false, fault: null };
}

function broken(at: number): Step {
  return { at, wanted: "nothing", isValue: false, fault: "syntax" };
}

function then({ at, fault }: Token, wanted: Wanted, isValue: boolean): Step {
  return { at, wanted, isValue, fault };
}

/** Where a token ends, or where it breaks. */
type Token = { readonly at: number; readonly fault: Step["fault"] };

const words: Readonly<Record<string, string>> = { t: "true", f: "false", n: "null" };

function readScalar(text: string, at: number, character: string): Token {
  if (character === '"') return readString(text, at);
  const word = words[character];
  if (word === undefined) return readNumber(text, at);
  let end = 1;
  while (end < word.length && text.charAt(at + end) === word.charAt(end)) end += 1;
  return end === word.length ? { at: at + end, fault: null } : brokenAt(text, at + end);
}

function readString(text: string, start: number): Token {
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === quote) return { at: at + 1, fault: null };
    if (code === backslash) {
      const mark = text.charAt(at + 1);
      if (mark === "u") {
        for (let digit = at + 2; digit < at + 6; digit += 1) {
          if (!isHex(text.charCodeAt(digit))) return brokenAt(text, digit);
        }
        at += 6;
      } else if (mark !== "" && '"\\/bfnrt'.includes(mark)) at += 2;
      else return brokenAt(text, at + 1);
    } else if (code >= 0x20) at += 1;
    else return brokenAt(text, at); // A control character, or the end (NaN).
  }
}

function readNumber(text: string, start: number): Token {
  let at = text.charCodeAt(start) === minus ? start + 1 : start;
  if (!isDigit(text.charCodeAt(at))) return brokenAt(text, at);
  at = text.charCodeAt(at) === zero ? at + 1 : skipDigits(text, at);
  if (text.charCodeAt(at) === dot) {
    if (!isDigit(text.charCodeAt(at + 1))) return brokenAt(text, at + 1);
    at = skipDigits(text, at + 1);
  }
  if (text.charAt(at).toLowerCase() !== "e") return { at, fault: null };
  at += /[+-]/.test(text.charAt(at + 1)) ? 2 : 1;
  return isDigit(text.charCodeAt(at)) ? { at: skipDigits(text, at), fault: null } : brokenAt(text, at);
}

function brokenAt(text: string, at: number): Token {
  return { at: Math.min(at, text.length), fault: at >= text.length ? "early-end" : "syntax" };
}

const quote = 0x22;
const backslash = 0x5c;
const minus = 0x2d;
const dot = 0x2e;
const zero = 0x30;

function isDigit(code: number): boolean {
  return code >= zero && code <= 0x39;
}

function isHex(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
}

function skipDigits(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at += 1;
  }
}
