import { and, fromBoolean, not, or, type Tri } from "../tri.ts";
import type { AttributeValue, Comparison, RuleNode, RuleValue } from "./rule.ts";

/** Gives the value of an attribute by its lower-cased name; `undefined` when it is not given. */
export type AttributeLookup = (attribute: string) => AttributeValue;

/**
 * Evaluates a rule against an object's attributes. An attribute that the object does not have (null) fails every
 * positive comparison and passes every negative one; one that is not given makes its comparison `depends`.
 *
 * Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-condition-filters-for-devices
 * ("Policy behavior with filter for devices": unregistered devices are considered with all attributes null).
 */
export function evaluateRule(rule: RuleNode, lookup: AttributeLookup): Tri {
  switch (rule.kind) {
    case "and":
    case "or":
      return evaluateJoined(rule, lookup);
    case "not":
      return not(evaluateRule(rule.operand, lookup));
    case "compare": {
      const value = lookup(rule.attribute);
      const positive =
        value === undefined ? "depends" : fromBoolean(compares(rule.comparison, value, rule.values));
      return rule.negative ? not(positive) : positive;
    }
  }
}

/** A rule of thousands of joined comparisons leans to the left as deep: it is walked and not called. */
function evaluateJoined(rule: RuleNode, lookup: AttributeLookup): Tri {
  const joints: Extract<RuleNode, { kind: "and" | "or" }>[] = [];
  let first = rule;
  while (first.kind === "and" || first.kind === "or") {
    joints.push(first);
    first = first.left;
  }
  return joints.reduceRight(
    (left: Tri, { kind, right }) => {
      const result = evaluateRule(right, lookup);
      return kind === "and" ? and(left, result) : or(left, result);
    },
    evaluateRule(first, lookup),
  );
}

function compares(
  comparison: Comparison,
  value: Exclude<AttributeValue, undefined>,
  wanted: readonly RuleValue[],
): boolean {
  if (value === null) return (comparison === "eq" || comparison === "in") && wanted.includes(null);
  const isList = typeof value === "object";
  const values = isList ? value : [value];
  return values.some((each) => wanted.some((one) => comparesOne(comparison, String(each), isList, one)));
}

function comparesOne(comparison: Comparison, value: string, isMember: boolean, wanted: RuleValue): boolean {
  if (wanted === null) return false;
  const left = value.toLowerCase();
  const right = String(wanted).toLowerCase();
  if (comparison === "startswith") return left.startsWith(right);
  if (comparison === "endswith") return left.endsWith(right);
  // On an attribute with several values `-contains` asks for one whole value, on a single text for a part of it.
  if (comparison === "contains" && !isMember) return left.includes(right);
  return left === right;
}
