import { moveToTwoApis } from "../../conditional-access/findings/recipe-findings.ts";
import { resourcesNamedBy } from "../../conditional-access/index.ts";
import { isAnsweredByEntra } from "../../oidc/entra-settings.ts";
import type { TestSettings } from "../../profile/test-settings.ts";
import { hitAt } from "../hit.ts";
import { asking, basicScopes, exampleLoginApi, scopesOf, twoApis } from "../policy-examples.ts";
import type { LintRule } from "../rule.ts";
import { saidOfPolicies } from "../said-of-policies.ts";

/** The way that Jamf published in 2023 to keep MFA away from the password check. */
export const recipeOutdated: LintRule = {
  id: "recipe-outdated",
  group: "conditional access",
  name: "Login and check follow the recipe of 2023",
  severity: "warning",
  certainty: "documented",
  why: "In 2023 the login asked for an API app and the check for openid, profile and email only. A policy on all resources with any exclusion did not see such a check. From 15 June 2026 Microsoft counts these scopes as access to Windows Azure Active Directory, unless the tenant chose otherwise. So the policy applies, and each check ends with AADSTS50076. Most published guidance is older.",
  source: "https://aka.ms/BaselineScopesSettingsUX",
  fires: { settings: asking(scopesOf(exampleLoginApi), basicScopes) },
  silent: { settings: twoApis },
  *check({ signIn, loginCheck, menuBarCheck }, context) {
    if (context.answer !== null) {
      yield* saidOfPolicies("recipe-outdated", context);
      return;
    }
    const check = menuBarCheck ?? loginCheck;
    if (signIn === null || check === null || !asksForApi(signIn) || !asksForBasicOnly(check)) return;
    yield hitAt(
      { domain: check.scopes.domain, keyPath: check.scopes.keyPath ?? scopesKey[check.from] },
      {
        title: "The password check asks for basic scopes only, as in the recipe of 2023.",
        detail:
          "The login asks for an API app, the check for openid, profile and email. Where the tenant enforces basic scopes, the default since 15 June 2026, a policy on all resources applies to the check, which then ends with AADSTS50076. Load the policies (--policies), and Latchkey says for sure.",
        // With a placeholder app of the tenant the same scopes are right.
        severity: "info",
        certainty: "inferred",
        fix: moveToTwoApis,
      },
    );
  },
};

/** Where a check's scopes go when it has none. */
const scopesKey = { login: "ROPGScopes", "menu-bar": "IdPSettings.ROPGScopes" } as const;

/** Whether scopes name a resource, none of which is among the basic ones. */
function asksForApi(settings: TestSettings): boolean {
  return isAnsweredByEntra(settings) && settings.scopes.value.some((scope) => /^api:\/\//iu.test(scope));
}

function asksForBasicOnly(settings: TestSettings): boolean {
  return isAnsweredByEntra(settings) && resourcesNamedBy(settings.scopes.value, {}).length === 0;
}
