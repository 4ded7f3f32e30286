import type { PolicyEvaluation } from "./judge/evaluate-policy.ts";
import type { SignInFacts } from "./sign-in/facts.ts";
import type { SignIn } from "./sign-in/sign-in.ts";
import { and, or, type Tri } from "./tri.ts";

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

type Question = "mfa" | "blocked" | "deviceRequired" | "lockout";

/** True for a policy that is in force; a state that is not known may be. */
export function counts(evaluation: PolicyEvaluation): boolean {
  const { state } = evaluation.policy;
  return (state === "enabled" || state === null) && evaluation.applies !== "no";
}

/** What one policy contributes to a question: it applies, and its controls have that effect. */
export function contribution(evaluation: PolicyEvaluation, question: Question): Tri {
  return counts(evaluation) ? and(evaluation.applies, evaluation.effect[question]) : "no";
}

export function verdictOf(
  evaluations: readonly PolicyEvaluation[],
  signIn: SignIn,
  facts: SignInFacts,
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
  return { ...verdict, text: () => verdictText(verdict, evaluations, signIn, outside) };
}

function verdictText(
  verdict: Omit<Verdict, "text">,
  evaluations: readonly PolicyEvaluation[],
  signIn: SignIn,
  outside: Tri,
): string {
  const sentences: string[] = [];
  const check = signIn.grant === "password";
  if (verdict.blocked === "yes") {
    sentences.push(
      `${names(evaluations, "blocked", "yes")} ${check ? "refuses the check" : "blocks the login"}.`,
    );
  } else if (verdict.blocked === "depends") {
    sentences.push(
      `Blocked or not depends on ${missing(evaluations, "blocked")} (${names(evaluations, "blocked", "depends")}).`,
    );
  }
  if (verdict.mfa === "yes") {
    const who = names(evaluations, "mfa", "yes");
    sentences.push(`${who === "" ? "A setting outside Conditional Access" : who} demands MFA.`);
    if (check)
      sentences.push(
        "Entra answers AADSTS50076 when the password is correct, and the sign-in log shows a failure.",
      );
  } else if (verdict.mfa === "depends") {
    sentences.push(
      `MFA or not depends on ${missing(evaluations, "mfa")} (${names(evaluations, "mfa", "depends")}).`,
    );
  } else if (outside === "no" && verdict.blocked !== "yes") {
    sentences.push("No policy demands MFA.");
  }
  if (verdict.deviceRequired === "yes")
    sentences.push(`${names(evaluations, "deviceRequired", "yes")} asks for a managed device.`);
  return sentences.join(" ");
}

function names(evaluations: readonly PolicyEvaluation[], question: Question, answer: Tri): string {
  const found = evaluations.filter((evaluation) => contribution(evaluation, question) === answer);
  const shown = found.slice(0, 3).map((evaluation) => evaluation.policy.displayName);
  if (found.length > 3) shown.push(`${found.length - 3} more`);
  return shown.join(", ");
}

/** What the policies that leave a question open depend on. */
function missing(evaluations: readonly PolicyEvaluation[], question: Question): string {
  const facts = new Set<string>();
  for (const evaluation of evaluations) {
    if (contribution(evaluation, question) !== "depends") continue;
    for (const fact of evaluation.dependsOn) facts.add(fact);
    if (evaluation.applies === "yes") for (const fact of openControls(evaluation)) facts.add(fact);
  }
  return [...facts].join(", ");
}

function openControls(evaluation: PolicyEvaluation): readonly string[] {
  const open = evaluation.effect.demands.filter((demand) => demand.met === "depends");
  if (open.length === 0) return ["token protection"];
  return open.map((demand) => (demand.way === "device" ? "device" : demand.name));
}
