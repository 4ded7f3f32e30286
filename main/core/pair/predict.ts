import {
  type ConditionalAccessAnswer,
  type ExplainInput,
  explainConditionalAccess,
  loginWindowSignIn,
  passwordCheckSignIn,
  type SignIn,
  type SignInAnswer,
} from "../conditional-access/index.ts";
import type { PolicyName } from "../login-result.ts";
import { isAnsweredByEntra } from "../oidc/entra-settings.ts";
import type { TestSettings } from "../profile/test-settings.ts";
import type { Predicted } from "./with-prediction.ts";

export type Tested = { readonly login: TestSettings | null; readonly check: TestSettings | null };

/** What is known beside the settings under test. */
export type TenantEvaluationInput = Omit<ExplainInput, "login" | "check">;

/** Evaluates policies for the settings under test; only policies that apply or may apply are kept. */
export function predict(tested: Tested, known: TenantEvaluationInput): Predicted {
  const answer = explain(tested, known);
  return shorten(
    answer,
    new Map(known.policies.map(({ id, displayName }) => [id.toLowerCase(), displayName])),
  );
}

/** The settings under test that Entra answers: its policies decide about no other sign-in. */
export function answeredByEntra({ login, check }: Tested): Tested {
  return {
    login: login !== null && isAnsweredByEntra(login) ? login : null,
    check: check !== null && isAnsweredByEntra(check) ? check : null,
  };
}

/** Scopes to try in place of the profile's; null leaves those of the profile. */
export type TriedScopes = {
  readonly login: readonly string[] | null;
  readonly check: readonly string[] | null;
};

/** The whole answer for the settings under test, with the time between two checks that the profile sets. */
export function explain(
  tested: Tested,
  known: TenantEvaluationInput,
  tried: TriedScopes = { login: null, check: null },
): ConditionalAccessAnswer {
  const { login, check } = answeredByEntra(tested);
  return explainConditionalAccess({
    ...known,
    checkMinutes: known.checkMinutes ?? check?.networkCheckMinutes?.value ?? null,
    login: login === null ? null : withScopes(loginWindowSignIn(login), tried.login),
    check: check === null ? null : withScopes(passwordCheckSignIn(check), tried.check),
  });
}

function withScopes(signIn: SignIn, scopes: readonly string[] | null): SignIn {
  return scopes === null ? signIn : { ...signIn, scopes };
}

function shorten(
  { recipe, signIns, baselineScopes }: ConditionalAccessAnswer,
  policyNames: Predicted["policyNames"],
): Predicted {
  return {
    recipe,
    policyNames,
    baselineScopes,
    spared: {
      "login-window": sparedOf(signIns, "login-window"),
      "password-check": sparedOf(signIns, "password-check"),
    },
    signIns: signIns.map(({ id, resource, resourceName, verdict, policies, otherSettings }) => ({
      otherSettings,
      id,
      resource,
      resourceName,
      verdict,
      policies: policies.filter((policy) => policy.applies !== "no"),
    })),
  };
}

function sparedOf(signIns: readonly SignInAnswer[], id: SignInAnswer["id"]): readonly PolicyName[] {
  const policies = signIns.find((signIn) => signIn.id === id)?.policies ?? [];
  return policies
    .filter(
      ({ applies, reason, state }) => applies === "no" && reason === "application" && state === "enabled",
    )
    .filter(({ demands }) => demands.mfa !== "no" || demands.blocked !== "no")
    .map(({ id: policyId, displayName }) => ({ id: policyId, displayName }));
}
