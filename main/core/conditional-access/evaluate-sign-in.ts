import { evaluatePolicy, type PolicyEvaluation } from "./judge/evaluate-policy.ts";
import type { ConditionalAccessPolicy } from "./policy.ts";
import type { SignInFacts } from "./sign-in/facts.ts";
import { type RequestedResources, requestedResources } from "./sign-in/resources.ts";
import type { BaselineScopes, SignIn } from "./sign-in/sign-in.ts";
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
  facts: SignInFacts,
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
