import { evaluatePolicy, type PolicyEvaluation, withOtherResources } from "./judge/evaluate-policy.ts";
import type { ConditionalAccessPolicy } from "./policy.ts";
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
  return {
    signIn,
    baselineScopes: options.baselineScopes,
    resources,
    policies: evaluations,
    verdict: verdictOf(evaluations, signIn, facts),
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
  const { signIn } = evaluation;
  const resources = requestedResources(signIn, facts, baselineScopes);
  const policies = evaluation.policies.map((each) =>
    withOtherResources(each, facts, resources, baselineScopes),
  );
  return { signIn, baselineScopes, resources, policies, verdict: verdictOf(policies, signIn, facts) };
}
