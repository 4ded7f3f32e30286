import type { LintRule } from "../rule.ts";
import { checkWillBe28000 } from "../rules/check-will-be-28000.ts";
import { checkWillBe50076 } from "../rules/check-will-be-50076.ts";
import { lockoutGrant } from "../rules/lockout-grant.ts";
import { loginWithoutMfa } from "../rules/login-without-mfa.ts";
import { recipeOutdated } from "../rules/recipe-outdated.ts";
import { securityKeysAtLogin } from "../rules/security-keys-at-login.ts";
import { singleFactorApiToken } from "../rules/single-factor-api-token.ts";
import { successCodesMissing } from "../rules/success-codes-missing.ts";

/** What Conditional Access does to the two sign-ins. */
export const conditionalAccessRules: readonly LintRule[] = [
  recipeOutdated,
  loginWithoutMfa,
  checkWillBe50076,
  checkWillBe28000,
  singleFactorApiToken,
  lockoutGrant,
  securityKeysAtLogin,
  successCodesMissing,
];
