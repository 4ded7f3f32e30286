import type { PolicyEvaluation } from "../../core/conditional-access/index.ts";
import type { Decision } from "../policy/decide.ts";
import type { AppliedPolicy } from "./row.ts";

/**
 * Every policy of the tenant with its result in one sign-in, enforced and report-only, as Graph beta lists them.
 * MFA under report-only is `reportOnlyInterrupted`: the person would have been asked.
 */
export function appliedPolicies(decision: Decision, failed: boolean): readonly AppliedPolicy[] {
  const open = new Set(decision.demands.flatMap((demand) => demand.policyIds));
  return decision.evaluation.policies.map((evaluation) => {
    const applies = evaluation.applies === "yes";
    return {
      id: evaluation.policy.id,
      displayName: evaluation.policy.displayName,
      enforcedGrantControls: applies
        ? evaluation.effect.demands.map((demand) => controlName(demand.control.kind))
        : [],
      enforcedSessionControls: applies ? evaluation.policy.session.map((control) => control.kind) : [],
      result: resultOf(evaluation, applies, failed && open.has(evaluation.policy.id)),
      conditionsSatisfied: applies ? "application,users" : "none",
      conditionsNotSatisfied: applies ? "none" : (evaluation.reason ?? "none"),
    };
  });
}

function resultOf(evaluation: PolicyEvaluation, applies: boolean, unmet: boolean): AppliedPolicy["result"] {
  const { state } = evaluation.policy;
  if (state === "disabled") return "notEnabled";
  if (state === "enabledForReportingButNotEnforced") {
    if (!applies) return "reportOnlyNotApplied";
    if (evaluation.effect.blocked === "yes") return "reportOnlyFailure";
    return evaluation.effect.mfa === "yes" ? "reportOnlyInterrupted" : "reportOnlySuccess";
  }
  if (!applies) return "notApplied";
  return unmet ? "failure" : "success";
}

/** Graph shows controls in words: `Mfa`, `Block`, `RequireCompliantDevice`. */
function controlName(kind: string): string {
  const names: Readonly<Record<string, string>> = {
    mfa: "Mfa",
    block: "Block",
    compliantDevice: "RequireCompliantDevice",
    domainJoinedDevice: "RequireDomainJoinedDevice",
    compliantApplication: "RequireCompliantApp",
    passwordChange: "PasswordChange",
  };
  return names[kind] ?? kind;
}
