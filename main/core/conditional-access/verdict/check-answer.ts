import { CHECK_CODES, firstCodeOf } from "../judge/check-codes.ts";
import type { PolicyEvaluation } from "../judge/evaluate-policy.ts";
import type { GrantControl } from "../policy.ts";
import type { Tri } from "../tri.ts";
import { contribution } from "./contribution.ts";

type Answered = { readonly mfa: Tri; readonly blocked: Tri };

/**
 * The code that a password check with the right password is answered; null where it succeeds, and where nobody knows
 * which code it is.
 */
export function codeOfCheck(verdict: Answered, evaluations: readonly PolicyEvaluation[]): number | null {
  if (verdict.blocked === "depends" || verdict.mfa === "depends") return null;
  const stopping = evaluations.map((each) => ({ each, kinds: stoppingControls(each) }));
  const kinds = stopping.flatMap((one) => one.kinds);
  if (kinds.includes("block")) return CHECK_CODES.block;
  // Per-user MFA is asked for as a policy's MFA is.
  if (verdict.mfa === "yes") return CHECK_CODES.mfa;
  // With OR, nobody has written down which of the controls the answer is about.
  const isChoice = stopping.some(
    (one) =>
      one.each.effect.operator !== "AND" && new Set(one.kinds.map((kind) => CHECK_CODES[kind])).size > 1,
  );
  return isChoice ? null : firstCodeOf(kinds);
}

/** The codes of the controls that stop a check for certain, the policies' own and no MFA of theirs. */
export function blockingCodes(evaluations: readonly PolicyEvaluation[]): readonly number[] {
  const codes = evaluations
    .filter((each) => contribution(each, "blocked") === "yes")
    .flatMap(stoppingControls)
    .filter((kind) => kind !== "mfa" && kind !== "authenticationStrength")
    .map((kind) => CHECK_CODES[kind]);
  return [...new Set(codes.filter((code) => code !== null))].toSorted((a, b) => a - b);
}

function stoppingControls(evaluation: PolicyEvaluation): readonly GrantControl["kind"][] {
  const stops = contribution(evaluation, "blocked") === "yes" || contribution(evaluation, "mfa") === "yes";
  if (!stops) return [];
  return evaluation.effect.demands
    .filter((demand) => demand.met === "no")
    .map((demand) => demand.control.kind);
}
