import { evaluatePolicy, type PolicyEvaluation, withOtherResources } from "./judge/evaluate-policy.ts";
import type { ConditionalAccessPolicy } from "./policy.ts";
import { type Refusal, refusalOf } from "./sign-in/refusal.ts";
import { type RequestedResources, requestedResources } from "./sign-in/resources.ts";
import type { BaselineScopes, SignIn } from "./sign-in/sign-in.ts";
import type { SignInContext } from "./sign-in/sign-in-context.ts";
import { type Verdict, verdictOf } from "./verdict/verdict.ts";

export type EvaluationOptions = { readonly baselineScopes: BaselineScopes };

/** All policies for one sign-in, in the order of the list, and what they come to together. */
export type SignInEvaluation = {
  readonly signIn: SignIn;
  readonly baselineScopes: BaselineScopes;
  readonly resources: RequestedResources;
  readonly policies: readonly PolicyEvaluation[];
  /** Why Entra refuses the request before it looks at a policy; null where it does not. */
  readonly refusal: Refusal | null;
  readonly verdict: Verdict;
};

/**
 * Evaluates Conditional Access for one sign-in. Pure: the same policies, sign-in, facts and setting give the same
 * answer. Facts that are not given make `depends`, never a guess.
 */
export function evaluateSignIn(
  policies: readonly ConditionalAccessPolicy[],
  signIn: SignIn,
  facts: SignInContext,
  options: EvaluationOptions,
): SignInEvaluation {
  const resources = requestedResources(signIn, facts, options.baselineScopes);
  const evaluations = policies.map((policy) =>
    evaluatePolicy(policy, signIn, facts, resources, options.baselineScopes),
  );
  const refusal = refusalOf(signIn, facts);
  return {
    signIn,
    baselineScopes: options.baselineScopes,
    resources,
    policies: evaluations,
    refusal,
    verdict: verdictOf(evaluations, signIn, facts, refusal),
  };
}

/**
 * The same sign-in under another baseline-scope setting. Only the target resources are judged again; everything else
 * is taken over, so that showing all settings costs little more than showing one.
 */
export function underOtherSetting(
  evaluation: SignInEvaluation,
  facts: SignInContext,
  baselineScopes: BaselineScopes,
): SignInEvaluation {
  const { signIn, refusal } = evaluation;
  const resources = requestedResources(signIn, facts, baselineScopes);
  const policies = evaluation.policies.map((each) =>
    withOtherResources(each, facts, resources, baselineScopes),
  );
  const verdict = verdictOf(policies, signIn, facts, refusal);
  return { signIn, baselineScopes, resources, policies, refusal, verdict };
}
