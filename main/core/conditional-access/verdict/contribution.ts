import type { PolicyEvaluation } from "../judge/evaluate-policy.ts";
import { and, type Tri } from "../tri.ts";

/** What a verdict answers. */
export type Question = "mfa" | "blocked" | "deviceRequired" | "lockout";

/** True for a policy that is in force; a state that is not known may be. */
export function counts(evaluation: PolicyEvaluation): boolean {
  const { state } = evaluation.policy;
  return (state === "enabled" || state === null) && evaluation.applies !== "no";
}

/** What one policy contributes to a question: it applies, and its controls have that effect. */
export function contribution(evaluation: PolicyEvaluation, question: Question): Tri {
  return counts(evaluation) ? and(evaluation.applies, evaluation.effect[question]) : "no";
}
