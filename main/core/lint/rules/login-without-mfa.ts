import { asking, checkExcluded, exampleCheckApi, scopesOf, twoApis } from "../policy-examples.ts";
import type { LintRule } from "../rule.ts";
import { saidOfPolicies } from "../said-of-policies.ts";

/** Nobody has to show a second factor at the login window. */
export const loginWithoutMfa: LintRule = {
  id: "login-without-mfa",
  group: "conditional access",
  name: "Nobody is asked for MFA at the login window",
  severity: "info",
  certainty: "documented",
  why: "What the login asks for decides which policies see it. Where it asks for the app that is excluded for the check, or no policy demands MFA, whoever has a password gets into the Mac. Where the profile follows a recipe that wants MFA at the login, this is a warning.",
  source:
    "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps",
  fires: {
    settings: asking(scopesOf(exampleCheckApi), scopesOf(exampleCheckApi)),
    policies: [checkExcluded],
  },
  silent: { settings: twoApis, policies: [checkExcluded] },
  check: (_, context) => saidOfPolicies("login-without-mfa", context),
};
