import type { LintRule } from "../rule.ts";

/** Who answers the sign-in and the password checks, and what they are asked for. */
export const identityRules: readonly LintRule[] = [];
