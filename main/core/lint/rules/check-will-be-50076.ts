import { asking, basicScopes, checkExcluded, examplePolicy, twoApis } from "../policy-examples.ts";
import type { LintRule } from "../rule.ts";
import { saidOfPolicies } from "../said-of-policies.ts";

/** The silent check is asked for what it cannot give. */
export const checkWillBe50076: LintRule = {
  id: "check-will-be-50076",
  group: "conditional access",
  name: "The password check is asked for MFA",
  severity: "warning",
  certainty: "documented",
  why: "The check has no page to show, so that it cannot meet a demand for MFA. Entra looks at the password first and answers AADSTS50076; Jamf Connect takes that for a correct password, and the sign-in log gets a red line for each check. Some tenants lock or report such accounts.",
  source: "https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc",
  fires: { settings: asking(basicScopes, basicScopes), policies: [examplePolicy()] },
  silent: { settings: twoApis, policies: [checkExcluded] },
  check: (_, context) => saidOfPolicies("check-will-be-50076", context),
};
