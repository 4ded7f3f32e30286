/** A word, a quoted text or a mark of a rule; `at` counts characters from 1. */
export type Token = {
  readonly kind: "word" | "text" | "mark" | "end" | "bad";
  readonly value: string;
  readonly at: number;
};

const SPACE = /\s/u;
const WORD = /[\p{L}\p{N}_.$:#/@-]/u;
const MARKS = new Set(["(", ")", "[", "]", ","]);

/**
 * Splits a filter rule into tokens. A quoted text may use either quote; a backslash or a backtick in front of a quote
 * (or of itself) takes it as it is. The last token is `end`, or `bad` where the rule cannot be split any further.
 */
export function tokenize(rule: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < rule.length) {
    const character = rule.charAt(position);
    if (SPACE.test(character)) {
      position += 1;
    } else if (MARKS.has(character)) {
      tokens.push({ kind: "mark", value: character, at: position + 1 });
      position += 1;
    } else if (character === '"' || character === "'") {
      const quoted = readQuoted(rule, position);
      tokens.push(quoted.token);
      if (quoted.token.kind === "bad") return tokens;
      position = quoted.next;
    } else {
      let end = position;
      while (end < rule.length && WORD.test(rule.charAt(end))) end += 1;
      if (end === position) {
        tokens.push({ kind: "bad", value: character, at: position + 1 });
        return tokens;
      }
      tokens.push({ kind: "word", value: rule.slice(position, end), at: position + 1 });
      position = end;
    }
  }
  tokens.push({ kind: "end", value: "", at: rule.length + 1 });
  return tokens;
}

function readQuoted(rule: string, start: number): { readonly token: Token; readonly next: number } {
  const quote = rule.charAt(start);
  let value = "";
  let position = start + 1;
  while (position < rule.length) {
    const character = rule.charAt(position);
    const following = rule.charAt(position + 1);
    if ((character === "\\" || character === "`") && (following === quote || following === character)) {
      value += following;
      position += 2;
    } else if (character === quote) {
      return { token: { kind: "text", value, at: start + 1 }, next: position + 1 };
    } else {
      value += character;
      position += 1;
    }
  }
  return { token: { kind: "bad", value: quote, at: start + 1 }, next: position };
}
