import { refusalFinding } from "../../conditional-access/findings/refusal-findings.ts";
import { loginWindowSignIn, passwordCheckSignIn } from "../../conditional-access/index.ts";
import { refusalOf } from "../../conditional-access/sign-in/refusal.ts";
import type { SignIn } from "../../conditional-access/sign-in/sign-in.ts";
import { isAnsweredByEntra } from "../../oidc/entra-settings.ts";
import type { TestSettings } from "../../profile/test-settings.ts";
import { exampleCheckApi, scopesOf } from "../policy-examples.ts";
import type { Hit, LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

/** Scopes of two resources in one request. */
export const checkWillBe28000: LintRule = {
  id: "check-will-be-28000",
  group: "conditional access",
  name: "The scopes name more than one resource",
  severity: "error",
  certainty: "documented",
  why: "Entra gives a token for one resource at a time. A request with scopes of two API apps, or of an API app and Microsoft Graph, is refused with AADSTS28000 whatever the password. No policy is looked at. The scopes openid, profile, email and offline_access belong to no resource and may stand beside any.",
  source: "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow",
  fires: {
    settings: {
      "com.jamf.connect.login": { ...soundLogin, ROPGScopes: `${scopesOf(exampleCheckApi)}+User.Read` },
    },
  },
  silent: {
    settings: { "com.jamf.connect.login": { ...soundLogin, ROPGScopes: scopesOf(exampleCheckApi) } },
  },
  *check({ signIn, loginCheck, menuBarCheck }) {
    yield* refused(signIn, loginWindowSignIn);
    yield* refused(loginCheck, passwordCheckSignIn);
    yield* refused(menuBarCheck, passwordCheckSignIn);
  },
};

function* refused(settings: TestSettings | null, as: (settings: TestSettings) => SignIn): Iterable<Hit> {
  // A check at the login window counts only where the profile has one.
  if (settings === null || settings.clientId === null || !isAnsweredByEntra(settings)) return;
  const signIn = as(settings);
  const { domain, keyPath } = settings.scopes;
  for (const { rule: _, ...hit } of refusalFinding({ signIn, refusal: refusalOf(signIn, {}) }))
    yield { ...hit, where: { step: signIn.id, domain, ...(keyPath !== null && { keyPath }) } };
}
