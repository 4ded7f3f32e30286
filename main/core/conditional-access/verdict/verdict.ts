import type { PolicyEvaluation } from "../judge/evaluate-policy.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";
import { or, type Tri } from "../tri.ts";
import { contribution, type Question } from "./contribution.ts";
import { verdictText } from "./verdict-text.ts";

/** What the enforced policies come to for one sign-in. Report-only and disabled policies never count. */
export type Verdict = {
  readonly mfa: Tri;
  readonly blocked: Tri;
  readonly deviceRequired: Tri;
  /** Whether the login window can keep people out of their Macs; `no` for the password check. */
  readonly lockout: Tri;
  /** One or more sentences; built when somebody reads it. */
  readonly text: () => string;
};

/** Whether a password check ends in an error although the password is correct. */
export function failsByPolicy(verdict: Verdict): Tri {
  return or(verdict.mfa, verdict.blocked);
}

export function verdictOf(
  evaluations: readonly PolicyEvaluation[],
  signIn: SignIn,
  facts: SignInContext,
): Verdict {
  const answer = (question: Question): Tri => {
    let result: Tri = "no";
    for (const evaluation of evaluations) result = or(result, contribution(evaluation, question));
    return result;
  };
  const outside: Tri = facts.mfaOutsidePolicies === true ? "yes" : "no";
  const verdict = {
    mfa: or(answer("mfa"), outside),
    blocked: answer("blocked"),
    deviceRequired: answer("deviceRequired"),
    lockout: answer("lockout"),
  };
  return { ...verdict, text: () => verdictText(verdict, evaluations, signIn) };
}
