import type { LintRule } from "../rule.ts";
import { booleanAsString } from "../rules/boolean-as-string.ts";
import { licenceExpired } from "../rules/licence-expired.ts";
import { licenceInProfile } from "../rules/licence-in-profile.ts";
import { secretInProfile } from "../rules/secret-in-profile.ts";

/** What a profile should not carry, and how it has to be built. */
export const structureRules: readonly LintRule[] = [
  secretInProfile,
  licenceInProfile,
  licenceExpired,
  booleanAsString,
];
