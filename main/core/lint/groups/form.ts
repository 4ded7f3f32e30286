import type { LintRule } from "../rule.ts";
import { notAGuid } from "../rules/not-a-guid.ts";

/** How a single value is written. */
export const formRules: readonly LintRule[] = [notAGuid];
