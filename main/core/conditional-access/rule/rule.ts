import type { Problem } from "../../problem.ts";

/** The comparisons of filter rules. A negative one is the exact opposite of its positive one. */
export type Comparison = "eq" | "startswith" | "endswith" | "contains" | "in";

export type RuleValue = string | number | boolean | null;

/** A rule as a tree. `attribute` is lower-cased, with its prefix: `device.iscompliant`. */
export type RuleNode =
  | { readonly kind: "and" | "or"; readonly left: RuleNode; readonly right: RuleNode }
  | { readonly kind: "not"; readonly operand: RuleNode }
  | {
      readonly kind: "compare";
      readonly attribute: string;
      readonly comparison: Comparison;
      readonly negative: boolean;
      readonly values: readonly RuleValue[];
    };

/** A rule with the tree read from it, or the reason why it cannot be read. */
export type CompiledRule = {
  readonly text: string;
  readonly tree:
    | { readonly ok: true; readonly value: RuleNode }
    | { readonly ok: false; readonly problem: Problem };
};

/** `undefined`: not given. `null`: the object has no such attribute. */
export type AttributeValue = string | number | boolean | readonly string[] | null | undefined;
