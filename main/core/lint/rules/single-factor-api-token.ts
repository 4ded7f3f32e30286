import {
  asking,
  basicScopes,
  checkExcluded,
  exampleCheckApi,
  examplePolicy,
  scopesOf,
} from "../policy-examples.ts";
import type { LintRule } from "../rule.ts";
import { saidOfPolicies } from "../said-of-policies.ts";

/** What the exclusion hands out. */
export const singleFactorApiToken: LintRule = {
  id: "single-factor-api-token",
  group: "conditional access",
  name: "An excluded API app hands out tokens for a password alone",
  severity: "warning",
  certainty: "documented",
  why: "The API app of the check is excluded from the policies that demand MFA. Whoever knows a password gets a token for that app with it, from anywhere. So the app must grant nothing: no permissions, no data behind it.",
  source:
    "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps",
  fires: { settings: asking(basicScopes, scopesOf(exampleCheckApi)), policies: [checkExcluded] },
  silent: { settings: asking(basicScopes, basicScopes), policies: [examplePolicy()] },
  check: (_, context) => saidOfPolicies("single-factor-api-token", context),
};
