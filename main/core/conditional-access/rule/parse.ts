import { fail, type Problem, type Result, succeed } from "../../problem.ts";
import { operatorOf } from "./operators.ts";
import type { CompiledRule, RuleNode, RuleValue } from "./rule.ts";
import { type Token, tokenize } from "./tokenize.ts";

/** Deeper nesting than any portal writes; keeps a hostile file from exhausting the stack. */
const MAX_DEPTH = 100;
/** Microsoft limits a rule to 3 072 characters; longer ones are read too, up to this. */
const MAX_LENGTH = 100_000;

type Cursor = { readonly tokens: readonly Token[]; next: number };

/**
 * Reads a filter rule of `applicationFilter` or `deviceFilter`: comparisons joined by `-and`, `-or`, `-not` and
 * parentheses. Case-blind, the hyphens are optional, `-not` binds before `-and` before `-or`.
 *
 * Problems: `unreadable-rule` with the position in `detail` and `at.column`.
 *
 * Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-condition-filters-for-devices
 */
export function parseRule(text: string): Result<RuleNode> {
  if (text.length > MAX_LENGTH) return unreadable(text, 1, "the rule is longer than 100,000 characters");
  const cursor: Cursor = { tokens: tokenize(text), next: 0 };
  const tree = readOr(cursor, text, 0);
  if (!tree.ok) return tree;
  const rest = peek(cursor);
  return rest.kind === "end" ? tree : unexpected(text, rest, "the end of the rule, -and or -or");
}

/** Reads a rule once, so that it can be evaluated often. */
export function compileRule(text: string): CompiledRule {
  return { text, tree: parseRule(text) };
}

function peek(cursor: Cursor): Token {
  return cursor.tokens[cursor.next] ?? cursor.tokens.at(-1) ?? { kind: "end", value: "", at: 1 };
}

function take(cursor: Cursor): Token {
  const token = peek(cursor);
  cursor.next += 1;
  return token;
}

function isJoin(token: Token, join: "and" | "or" | "not"): boolean {
  return token.kind === "word" && token.value.toLowerCase().replace(/^-/u, "") === join;
}

function readOr(cursor: Cursor, text: string, depth: number): Result<RuleNode> {
  if (depth > MAX_DEPTH) return unreadable(text, peek(cursor).at, "the rule is nested too deeply");
  let left = readAnd(cursor, text, depth);
  while (left.ok && isJoin(peek(cursor), "or")) {
    take(cursor);
    const right = readAnd(cursor, text, depth);
    left = right.ok ? succeed({ kind: "or", left: left.value, right: right.value }) : right;
  }
  return left;
}

function readAnd(cursor: Cursor, text: string, depth: number): Result<RuleNode> {
  let left = readNot(cursor, text, depth);
  while (left.ok && isJoin(peek(cursor), "and")) {
    take(cursor);
    const right = readNot(cursor, text, depth);
    left = right.ok ? succeed({ kind: "and", left: left.value, right: right.value }) : right;
  }
  return left;
}

function readNot(cursor: Cursor, text: string, depth: number): Result<RuleNode> {
  if (depth > MAX_DEPTH) return unreadable(text, peek(cursor).at, "the rule is nested too deeply");
  if (isJoin(peek(cursor), "not")) {
    take(cursor);
    const operand = readNot(cursor, text, depth + 1);
    return operand.ok ? succeed({ kind: "not", operand: operand.value }) : operand;
  }
  const first = peek(cursor);
  if (first.kind !== "mark" || first.value !== "(") return readComparison(cursor, text);
  take(cursor);
  const inner = readOr(cursor, text, depth + 1);
  if (!inner.ok) return inner;
  const close = take(cursor);
  return close.value === ")" && close.kind === "mark"
    ? inner
    : unexpected(text, close, "a closing parenthesis");
}

function readComparison(cursor: Cursor, text: string): Result<RuleNode> {
  const attribute = take(cursor);
  if (attribute.kind !== "word" || !attribute.value.includes(".")) {
    return unexpected(
      text,
      attribute,
      "an attribute such as device.isCompliant or CustomSecurityAttribute.Set_Name",
    );
  }
  const operatorToken = take(cursor);
  const operator = operatorToken.kind === "word" ? operatorOf(operatorToken.value) : null;
  if (operator === null) return unexpected(text, operatorToken, "an operator such as -eq or -contains");
  const values = readValues(cursor, text);
  if (!values.ok) return values;
  return succeed({
    kind: "compare",
    attribute: attribute.value.toLowerCase(),
    comparison: operator.comparison,
    negative: operator.negative,
    values: values.value,
  });
}

function readValues(cursor: Cursor, text: string): Result<readonly RuleValue[]> {
  const opening = peek(cursor);
  const bracketed = opening.kind === "mark" && opening.value === "[";
  if (bracketed) take(cursor);
  const values: RuleValue[] = [];
  for (;;) {
    const token = take(cursor);
    const value = literalOf(token);
    if (value === undefined) return unexpected(text, token, "a value");
    values.push(value);
    const following = peek(cursor);
    if (following.kind !== "mark" || following.value !== ",") break;
    take(cursor);
  }
  if (!bracketed) return succeed(values);
  const close = take(cursor);
  return close.kind === "mark" && close.value === "]"
    ? succeed(values)
    : unexpected(text, close, "a closing bracket");
}

function literalOf(token: Token): RuleValue | undefined {
  if (token.kind === "text") return token.value;
  if (token.kind !== "word") return undefined;
  const word = token.value.replace(/^\$/u, "").toLowerCase();
  if (word === "true") return true;
  if (word === "false") return false;
  if (word === "null") return null;
  return /^-?\d+(\.\d+)?$/u.test(word) ? Number(word) : undefined;
}

function unexpected(
  text: string,
  token: Token,
  wanted: string,
): { readonly ok: false; readonly problem: Problem } {
  if (token.kind === "end") return unreadable(text, token.at, `it ends where ${wanted} is expected`);
  if (token.kind === "bad" && (token.value === '"' || token.value === "'")) {
    return unreadable(text, token.at, "the quote that opens here is never closed");
  }
  return unreadable(text, token.at, `"${token.value}" stands where ${wanted} is expected`);
}

function unreadable(
  text: string,
  column: number,
  why: string,
): { readonly ok: false; readonly problem: Problem } {
  const shown = text.length > 120 ? `${text.slice(0, 120)}…` : text;
  return fail({
    code: "unreadable-rule",
    title: "A filter rule cannot be read.",
    detail: `At character ${column} of the rule ${shown}: ${why}.`,
    fix: "Correct the rule in the policy and export the policy again.",
    at: { line: 1, column },
  });
}
