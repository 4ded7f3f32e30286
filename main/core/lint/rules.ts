import { accountRules } from "./groups/accounts.ts";
import { conditionalAccessRules } from "./groups/conditional-access.ts";
import { formRules } from "./groups/form.ts";
import { identityRules } from "./groups/identity.ts";
import { lockOutRules } from "./groups/lock-out.ts";
import { structureRules } from "./groups/secrets-and-structure.ts";
import type { LintRule } from "./rule.ts";

/** Every rule, in the order of the documentation. */
export const lintRules: readonly LintRule[] = [
  ...formRules,
  ...identityRules,
  ...conditionalAccessRules,
  ...accountRules,
  ...lockOutRules,
  ...structureRules,
];
