import {
  type ConditionalAccessAnswer,
  type ExplainInput,
  explainConditionalAccess,
  loginWindowSignIn,
  passwordCheckSignIn,
} from "../../conditional-access/index.ts";
import type { TestSettings } from "../../profile/test-settings.ts";
import type { Predicted } from "./with-prediction.ts";

export type Tested = { readonly login: TestSettings | null; readonly check: TestSettings | null };

/** Evaluates policies for the settings under test; only policies that apply or may apply are kept. */
export function predict(tested: Tested, known: Omit<ExplainInput, "login" | "check">): Predicted {
  const answer = explainConditionalAccess({
    ...known,
    login: tested.login === null ? null : loginWindowSignIn(tested.login),
    check: tested.check === null ? null : passwordCheckSignIn(tested.check),
  });
  return shorten(
    answer,
    new Map(known.policies.map(({ id, displayName }) => [id.toLowerCase(), displayName])),
  );
}

function shorten(
  { recipe, signIns, baselineScopes }: ConditionalAccessAnswer,
  policyNames: Predicted["policyNames"],
): Predicted {
  return {
    recipe,
    policyNames,
    baselineScopes,
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
