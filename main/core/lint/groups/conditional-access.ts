import type { LintRule } from "../rule.ts";

/** What Conditional Access does to the two sign-ins. */
export const conditionalAccessRules: readonly LintRule[] = [];
