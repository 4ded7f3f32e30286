import type { LintRule } from "../rule.ts";
import { adminAttributeNotRoles } from "../rules/admin-attribute-not-roles.ts";
import { adminRolesWithoutAttribute } from "../rules/admin-roles-without-attribute.ts";
import { newPasswordUnset } from "../rules/newpassword-unset.ts";
import { passwordPolicyDisagrees } from "../rules/password-policy-disagrees.ts";
import { shortnameClaimMissing } from "../rules/shortname-claim-missing.ts";

/** Which account a login makes, and with which password. */
export const accountRules: readonly LintRule[] = [
  adminAttributeNotRoles,
  adminRolesWithoutAttribute,
  newPasswordUnset,
  shortnameClaimMissing,
  passwordPolicyDisagrees,
];
