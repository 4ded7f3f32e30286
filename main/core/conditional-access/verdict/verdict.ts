import type { PolicyEvaluation } from "../judge/evaluate-policy.ts";
import type { Refusal } from "../sign-in/refusal.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";
import { or, type Tri } from "../tri.ts";
import { contribution, type Question } from "./contribution.ts";
import { refusalText, verdictText } from "./verdict-text.ts";

/** What the enforced policies come to for one sign-in. Report-only and disabled policies never count. */
export type Verdict = {
  readonly mfa: Tri;
  /** The sign-in ends without a token whatever the user does. */
  readonly blocked: Tri;
  /** A managed device is asked for, whether or not this Mac is one. */
  readonly deviceRequired: Tri;
  /**
   * Whether the login window can keep people out of their Macs; `no` for the password check. It never contradicts
   * `blocked`: where one says yes, the other does not say no. A device control that nobody knows to be met can lock
   * people out (`yes`) while it `depends` whether it blocks this sign-in.
   */
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
  refusal: Refusal | null,
): Verdict {
  if (refusal !== null) return refused(refusal, signIn);
  const answer = (question: Question): Tri => {
    let result: Tri = "no";
    for (const evaluation of evaluations) result = or(result, contribution(evaluation, question));
    return result;
  };
  const verdict = {
    mfa: or(answer("mfa"), outside(facts)),
    blocked: answer("blocked"),
    deviceRequired: answer("deviceRequired"),
    lockout: answer("lockout"),
  };
  return { ...verdict, text: () => verdictText(verdict, evaluations, signIn, facts) };
}

/** Security defaults ask ordinary people for MFA "when necessary", and Microsoft does not say when that is. */
function outside({ mfaOutsidePolicies }: SignInContext): Tri {
  if (mfaOutsidePolicies === "when-necessary") return "depends";
  return mfaOutsidePolicies === true ? "yes" : "no";
}

/** Nobody gets as far as a policy, so nothing is demanded and nobody gets in. */
function refused(refusal: Refusal, signIn: SignIn): Verdict {
  const isCheck = signIn.grant === "password";
  return {
    mfa: "no",
    blocked: "yes",
    deviceRequired: "no",
    lockout: isCheck ? "no" : "yes",
    text: () => refusalText(refusal, isCheck),
  };
}
