import type { Certainty } from "../../finding.ts";
import type { ConditionalAccessPolicy } from "../policy.ts";
import type { RequestedResources } from "../sign-in/resources.ts";
import type { BaselineScopes, SignIn } from "../sign-in/sign-in.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";
import { and, type Tri } from "../tri.ts";
import { judgeApplications } from "./applications.ts";
import { judgeConditions } from "./conditions.ts";
import { type Effect, effectOf } from "./effect.ts";
import type { ConditionName, Judgement } from "./judgement.ts";

/** One policy for one sign-in. */
export type PolicyEvaluation = {
  readonly policy: ConditionalAccessPolicy;
  /** Whether the policy applies; for report-only ones whether it would. A policy that is turned off never applies. */
  readonly applies: Tri;
  /** The judgement about the target resources; it is one of `conditions`. */
  readonly target: Judgement;
  readonly conditions: readonly Judgement[];
  /** The sentences that decide: what fails for `no`, what is not given for `depends`, what holds for `yes`. */
  readonly because: () => readonly string[];
  /** The condition that fails first, in the names of Graph's What-If analysis; null unless `applies` is `no`. */
  readonly reason: ConditionName | null;
  readonly dependsOn: readonly string[];
  readonly effect: Effect;
  readonly certainty: Certainty;
};

/** Evaluates one policy for one sign-in whose resources are resolved already. */
export function evaluatePolicy(
  policy: ConditionalAccessPolicy,
  signIn: SignIn,
  facts: SignInContext,
  requested: RequestedResources,
  setting: BaselineScopes,
): PolicyEvaluation {
  const target = judgeApplications(policy.conditions.applications, requested, facts, setting);
  const conditions = judgeConditions(policy, signIn, facts, target);
  return summarize(policy, target, conditions, effectOf(policy, signIn, facts));
}

/** The evaluation with its target resources judged again, for other resources or another baseline-scope setting. */
export function withOtherResources(
  evaluation: PolicyEvaluation,
  facts: SignInContext,
  requested: RequestedResources,
  setting: BaselineScopes,
): PolicyEvaluation {
  const { policy, conditions, effect, target } = evaluation;
  const again = judgeApplications(policy.conditions.applications, requested, facts, setting);
  return summarize(
    policy,
    again,
    conditions.map((each) => (each === target ? again : each)),
    effect,
  );
}

function summarize(
  policy: ConditionalAccessPolicy,
  target: Judgement,
  conditions: readonly Judgement[],
  effect: Effect,
): PolicyEvaluation {
  let applies: Tri = "yes";
  for (const condition of conditions) applies = and(applies, condition.outcome);
  const deciding = conditions.filter((condition) => condition.outcome === applies);
  return {
    policy,
    applies,
    target,
    conditions,
    because: () => deciding.map((condition) => condition.text()),
    reason: applies === "no" ? (deciding[0]?.condition ?? null) : null,
    dependsOn: applies === "depends" ? signInContextOf(deciding) : NONE,
    effect,
    certainty: certaintyOf(applies, deciding, effect),
  };
}

const NONE: readonly string[] = [];

function signInContextOf(deciding: readonly Judgement[]): readonly string[] {
  if (deciding.length === 1) return deciding[0]?.dependsOn ?? NONE;
  return [...new Set(deciding.flatMap((condition) => condition.dependsOn))];
}

/** One documented reason is enough for a no; a yes and a depends are as sure as their weakest reason. */
function certaintyOf(applies: Tri, deciding: readonly Judgement[], effect: Effect): Certainty {
  const isInferred = (each: Judgement): boolean => each.certainty === "inferred";
  if (applies === "no") return deciding.every(isInferred) ? "inferred" : "documented";
  return effect.inferred || deciding.some(isInferred) ? "inferred" : "documented";
}
