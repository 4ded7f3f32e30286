import type { PolicyEvaluation } from "../judge/evaluate-policy.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import type { Tri } from "../tri.ts";
import { contribution, type Question } from "./contribution.ts";

/** The verdict in one to three sentences: what is demanded, by which policies, or what it depends on. */
export function verdictText(
  verdict: Readonly<Record<Question, Tri>>,
  evaluations: readonly PolicyEvaluation[],
  signIn: SignIn,
): string {
  const check = signIn.grant === "password";
  const sentences: string[] = [];
  if (verdict.blocked === "yes") {
    sentences.push(
      `${check ? "The check is refused" : "The login is blocked"} by ${names(evaluations, "blocked", "yes")}.`,
    );
  } else if (verdict.blocked === "depends") {
    sentences.push(`Blocked or not depends on ${open(evaluations, "blocked")}.`);
  }
  if (verdict.mfa === "yes") {
    const who = names(evaluations, "mfa", "yes");
    sentences.push(`MFA is demanded by ${who === "" ? "a setting outside Conditional Access" : who}.`);
    if (check && verdict.blocked === "no") {
      sentences.push(
        "When the password is correct, Entra answers AADSTS50076 and the sign-in log shows a failure.",
      );
    }
  } else if (verdict.mfa === "depends") {
    sentences.push(`MFA or not depends on ${open(evaluations, "mfa")}.`);
  } else {
    sentences.push("No policy demands MFA.");
  }
  if (verdict.deviceRequired === "yes") {
    sentences.push(`A managed device is demanded by ${names(evaluations, "deviceRequired", "yes")}.`);
  }
  return sentences.join(" ");
}

/** `location, groups (CA006 Block outside named countries, …)`. */
function open(evaluations: readonly PolicyEvaluation[], question: Question): string {
  return `${missing(evaluations, question)} (${names(evaluations, question, "depends")})`;
}

function names(evaluations: readonly PolicyEvaluation[], question: Question, answer: Tri): string {
  const found = evaluations.filter((evaluation) => contribution(evaluation, question) === answer);
  const shown = found.slice(0, 3).map((evaluation) => evaluation.policy.displayName);
  if (found.length > 3) shown.push(`${found.length - 3} more`);
  return shown.join(", ");
}

function missing(evaluations: readonly PolicyEvaluation[], question: Question): string {
  const facts = new Set<string>();
  for (const evaluation of evaluations) {
    if (contribution(evaluation, question) !== "depends") continue;
    for (const fact of evaluation.dependsOn) facts.add(fact);
    if (evaluation.applies === "yes") for (const fact of evaluation.effect.dependsOn) facts.add(fact);
  }
  return [...facts].join(", ");
}
