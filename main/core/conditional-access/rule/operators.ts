import type { Comparison } from "./rule.ts";

type Operator = { readonly comparison: Comparison; readonly negative: boolean };

/** Spellings of the rule language, and the names that the portal's rule builder shows. */
const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ["eq", { comparison: "eq", negative: false }],
  ["equals", { comparison: "eq", negative: false }],
  ["ne", { comparison: "eq", negative: true }],
  ["notequals", { comparison: "eq", negative: true }],
  ["startswith", { comparison: "startswith", negative: false }],
  ["notstartswith", { comparison: "startswith", negative: true }],
  ["endswith", { comparison: "endswith", negative: false }],
  ["notendswith", { comparison: "endswith", negative: true }],
  ["contains", { comparison: "contains", negative: false }],
  ["notcontains", { comparison: "contains", negative: true }],
  ["in", { comparison: "in", negative: false }],
  ["notin", { comparison: "in", negative: true }],
]);

/** The operator that a word of a rule names, with or without its hyphen, in any case; null if it names none. */
export function operatorOf(word: string): Operator | null {
  return OPERATORS.get(word.toLowerCase().replace(/^-/u, "")) ?? null;
}
