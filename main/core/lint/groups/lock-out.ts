import type { LintRule } from "../rule.ts";

/** What keeps people out of their Macs. */
export const lockOutRules: readonly LintRule[] = [];
