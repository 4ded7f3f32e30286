import type { SignInEvaluation } from "./evaluate-sign-in.ts";
import type { ControlDemand } from "./judge/controls.ts";
import type { PolicyEvaluation } from "./judge/evaluate-policy.ts";
import type { GrantControl } from "./policy.ts";

/** What the user has done in this sign-in beyond the password. */
export type Done = {
  readonly mfa: boolean;
  /** Kinds of further controls that are met, for example `termsOfUse` or `passwordChange`. */
  readonly controls?: ReadonlySet<GrantControl["kind"]>;
};

/** A policy that is not satisfied yet, and the controls that would satisfy it (all of them for AND, one for OR). */
export type UnmetPolicy = {
  readonly policyId: string;
  readonly displayName: string;
  readonly operator: "AND" | "OR";
  readonly controls: readonly ControlDemand[];
};

export type Enforcement = {
  /** Policies with the block control; a sign-in with one of them ends here. */
  readonly blockedBy: readonly string[];
  readonly unmet: readonly UnmetPolicy[];
};

/**
 * Which enforced grant controls remain, given what the user did. Policies count when they are enabled and apply for
 * certain; complete the facts with `assumeNothingElse` so that nothing depends.
 */
export function unmetControls(evaluation: SignInEvaluation, done: Done): Enforcement {
  const enforced = evaluation.policies.filter(
    (each) => each.policy.state === "enabled" && each.applies === "yes",
  );
  const blockedBy = enforced
    .filter((each) => each.effect.demands.some((demand) => demand.control.kind === "block"))
    .map((each) => each.policy.id);
  const unmet = enforced.map((each) => remaining(each, done)).filter((each) => each !== null);
  return { blockedBy, unmet };
}

function remaining(evaluation: PolicyEvaluation, done: Done): UnmetPolicy | null {
  const { demands } = evaluation.effect;
  const operator = evaluation.policy.grant.operator ?? "AND";
  const open = demands.filter((demand) => demand.control.kind !== "block" && !isMet(demand, done));
  const satisfied = operator === "AND" ? open.length === 0 : open.length < demands.length;
  if (open.length === 0 || satisfied) return null;
  return {
    policyId: evaluation.policy.id,
    displayName: evaluation.policy.displayName,
    operator,
    controls: open,
  };
}

function isMet(demand: ControlDemand, done: Done): boolean {
  if (demand.met === "yes") return true;
  if (demand.metBy === "mfa") return done.mfa;
  return done.controls?.has(demand.control.kind) ?? false;
}
