import type { LintRule } from "../rule.ts";
import { booleanAsString } from "../rules/boolean-as-string.ts";

/** What a profile should not carry, and how it has to be built. */
export const structureRules: readonly LintRule[] = [booleanAsString];
