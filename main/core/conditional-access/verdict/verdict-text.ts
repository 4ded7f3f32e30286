import type { PolicyEvaluation } from "../judge/evaluate-policy.ts";
import type { Refusal } from "../sign-in/refusal.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";
import type { Tri } from "../tri.ts";
import { blockingCodes, codeOfCheck } from "./check-answer.ts";
import { contribution, counts, type Question } from "./contribution.ts";

type Answers = Readonly<Record<Question, Tri>>;

/** The verdict in one to four sentences: what is demanded, by which policies, or what it depends on. */
export function verdictText(
  verdict: Answers,
  evaluations: readonly PolicyEvaluation[],
  signIn: SignIn,
  facts: SignInContext,
): string {
  const isCheck = signIn.grant === "password";
  // A check cannot do MFA, so what is open beside it changes the error and not that there is one.
  const isAnyway = isCheck && verdict.mfa === "yes" && verdict.blocked === "depends";
  const sentences = isAnyway
    ? [failsAnyway(evaluations)]
    : [...blockSentences(verdict, evaluations, isCheck), mfaSentence(verdict, evaluations, facts)];
  if (isCheck && verdict.mfa === "yes" && verdict.blocked === "no") {
    const code = codeOfCheck(verdict, evaluations) ?? 50076;
    sentences.push(failureText(code));
  }
  if (!isCheck) sentences.push(...elsewhere(evaluations));
  if (verdict.deviceRequired === "yes") {
    sentences.push(`A managed device is demanded by ${names(evaluations, "deviceRequired", "yes")}.`);
  }
  return sentences.join(" ");
}

/** How a check that meets MFA and nothing worse is answered; a sentence of {@link verdictText}. */
export function failureText(code: number): string {
  return `When the password is correct, Entra answers AADSTS${code} and the sign-in log shows a failure.`;
}

function failsAnyway(evaluations: readonly PolicyEvaluation[]): string {
  return `Every check ends in an error: ${demandOf(evaluations)} Which error depends on ${open(evaluations, "blocked")}.`;
}

/** Why a request is refused before anybody is asked for anything. */
export function refusalText({ code, resources }: Refusal, isCheck: boolean): string {
  return `${isCheck ? "Every check" : "Every login"} is refused with AADSTS${code}, whatever the policies say: its scopes name more than one resource (${resources.join(", ")}).`;
}

function blockSentences(
  verdict: Answers,
  evaluations: readonly PolicyEvaluation[],
  isCheck: boolean,
): readonly string[] {
  if (verdict.blocked === "depends") {
    const what = isCheck ? "the check is refused" : "the login is blocked";
    return [`Whether ${what} depends on ${open(evaluations, "blocked")}.`];
  }
  if (verdict.blocked === "no") return [];
  const who = names(evaluations, "blocked", "yes");
  if (!isCheck) return [`The login is blocked by ${who}.`];
  const codes = blockingCodes(evaluations).map((code) => `AADSTS${code}`);
  const answer =
    codes.length === 0 ? "" : ` When the password is correct, Entra answers ${codes.join(" or ")}.`;
  return [`The check is refused by ${who}.${answer}`];
}

function mfaSentence(
  verdict: Answers,
  evaluations: readonly PolicyEvaluation[],
  facts: SignInContext,
): string {
  if (verdict.mfa === "no") return "No policy demands MFA.";
  if (verdict.mfa === "depends")
    return `Whether MFA is demanded depends on ${open(evaluations, "mfa", facts)}.`;
  return demandOf(evaluations);
}

function demandOf(evaluations: readonly PolicyEvaluation[]): string {
  const who = names(evaluations, "mfa", "yes");
  return `MFA is demanded by ${who === "" ? "a setting outside Conditional Access" : who}.`;
}

/** A custom control sends people to another provider. What is asked there may be MFA, and Entra does not know. */
function elsewhere(evaluations: readonly PolicyEvaluation[]): readonly string[] {
  const found = evaluations.filter(
    (each) =>
      counts(each) &&
      each.applies === "yes" &&
      each.effect.demands.some((demand) => demand.control.kind === "customAuthenticationFactor"),
  );
  if (found.length === 0) return [];
  return [
    `${firstNames(found)} ${found.length === 1 ? "sends" : "send"} people to another provider. Only that provider knows whether it asks for MFA.`,
  ];
}

/** `location, groups (CA006 Block outside named countries, …)`. */
function open(
  evaluations: readonly PolicyEvaluation[],
  question: Question,
  facts: SignInContext = {},
): string {
  const who = names(evaluations, question, "depends");
  const what = missing(evaluations, question);
  if (facts.mfaOutsidePolicies !== "when-necessary") return `${what} (${who})`;
  const defaults = "what Entra finds necessary (security defaults)";
  return who === "" ? defaults : `${what} (${who}) and ${defaults}`;
}

function names(evaluations: readonly PolicyEvaluation[], question: Question, answer: Tri): string {
  return firstNames(evaluations.filter((evaluation) => contribution(evaluation, question) === answer));
}

function firstNames(evaluations: readonly PolicyEvaluation[]): string {
  const shown = evaluations.slice(0, 3).map((evaluation) => evaluation.policy.displayName);
  if (evaluations.length > 3) shown.push(`${evaluations.length - 3} more`);
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
