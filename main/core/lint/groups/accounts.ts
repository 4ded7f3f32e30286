import type { LintRule } from "../rule.ts";

/** Which accounts a login makes, and with which password. */
export const accountRules: readonly LintRule[] = [];
