import type { LoginResult } from "../login-result.ts";
import { durationText } from "../text/duration.ts";
import { stepTimes, stepWord } from "../verdict/step-words.ts";
import { askForSamePerson } from "./circumstances.ts";
import { namedPolicies, predictedPolicies, predictionWord } from "./policy-text.ts";
import { resultLabel } from "./run-label.ts";

export type FactTopic =
  | "answer"
  | "jamf-connect"
  | "password"
  | "factor"
  | "policies"
  | "prediction"
  | "account"
  | "step"
  | "setting"
  | "tenant"
  | "timing";

/** One thing that differs between two runs. */
export type Fact = {
  readonly topic: FactTopic;
  /** Which sign-in it is about; null for both, or for the profile. */
  readonly signIn: LoginResult["kind"] | null;
  /** What differs, for example `Factor` or `OIDCScopes`. */
  readonly subject: string;
  readonly before: string;
  readonly after: string;
};

export type ResultComparison = {
  readonly facts: readonly Fact[];
  /** `yes`: two people; `unknown` where a run does not name one, or names only a label. */
  readonly otherPerson: "yes" | "no" | "unknown";
};

/**
 * What differs between two results of the same sign-in.
 *
 * @param namesCompare false when one of the two was masked: its people and ids are labels and equal nothing
 */
export function compareResults(
  before: LoginResult,
  after: LoginResult,
  namesCompare: boolean,
): ResultComparison {
  const fact = (topic: FactTopic, subject: string, a: string, b: string): readonly Fact[] =>
    a === b ? [] : [{ topic, signIn: after.kind, subject, before: a, after: b }];
  const otherPerson = personDiffers(before, after, namesCompare);
  const facts = [
    ...fact("answer", "Answer", resultLabel(before).text, resultLabel(after).text),
    ...fact("jamf-connect", "Jamf Connect", acceptance(before), acceptance(after)),
    ...fact("password", "Password", before.passwordVerdict, after.passwordVerdict),
    ...fact("factor", "Factor", factorText[before.factor], factorText[after.factor]),
    ...policyFacts(before, after, namesCompare, fact),
    ...fact("account", "Values from", from(before), from(after)),
    ...(otherPerson === "yes"
      ? fact("account", "User name", before.asked.person ?? "", after.asked.person ?? "")
      : []),
    ...accountFacts(before, after, namesCompare, fact),
    ...stepFacts(before, after, fact),
    ...timing(before, after, fact),
  ];
  return { facts, otherPerson };
}

type MakeFact = (topic: FactTopic, subject: string, before: string, after: string) => readonly Fact[];

const factorText = { single: "one factor", multi: "MFA", unknown: "not proven" } as const;

function acceptance({ jamfConnect }: LoginResult): string {
  if (jamfConnect.accepts === null) return "not known";
  return jamfConnect.accepts ? "accepts it" : "refuses it";
}

function from({ settingsFrom }: LoginResult): string {
  return settingsFrom === "login" ? "login" : "menu bar / Self Service+";
}

/** What the answers named, and what was predicted; a run without policies predicts nothing and says so. */
function policyFacts(
  before: LoginResult,
  after: LoginResult,
  namesCompare: boolean,
  fact: MakeFact,
): readonly Fact[] {
  const [named, expected] = [namedPolicies(before, after, namesCompare), predictedPolicies(namesCompare)];
  return [
    ...fact("policies", "Policies named by the answer", named(before), named(after)),
    ...fact("prediction", "Predicted", predictionWord(before), predictionWord(after)),
    ...fact("prediction", "Policies predicted", expected(before), expected(after)),
  ];
}

function accountFacts(
  before: LoginResult,
  after: LoginResult,
  namesCompare: boolean,
  fact: MakeFact,
): readonly Fact[] {
  const a = before.account;
  const b = after.account;
  if (a === null || b === null) return [];
  const names = namesCompare
    ? [
        ...fact("account", "Short name", a.shortName, b.shortName),
        ...fact("account", "Full name", a.fullName, b.fullName),
      ]
    : [];
  return [...names, ...fact("account", "Role", a.role, b.role)];
}

/** A step that ended another way; one that only one run planned is not a difference worth a line. */
function stepFacts(before: LoginResult, after: LoginResult, fact: MakeFact): readonly Fact[] {
  return before.steps.flatMap((step) => {
    const same = after.steps.find((other) => other.id === step.id);
    return same === undefined
      ? []
      : fact("step", `Step ${step.title}`, stepWord(step, before), stepWord(same, after));
  });
}

/** Networks vary; only a run that took three times as long and a second more is worth a line. */
function timing(before: LoginResult, after: LoginResult, fact: MakeFact): readonly Fact[] {
  const [a, b] = [withoutPerson(before), withoutPerson(after)];
  const striking = Math.max(a, b) >= 3 * Math.min(a, b) && Math.abs(a - b) >= 1000;
  return striking ? fact("timing", "Time", durationText(a), durationText(b)) : [];
}

/** Milliseconds of a run, but for the step in which a person typed. */
function withoutPerson({ steps }: LoginResult): number {
  const { total, waiting } = stepTimes(steps);
  return total - waiting;
}

/** Whether two results are of two people; `unknown` where one does not name its person, or names only a label. */
export function personDiffers(
  before: LoginResult,
  after: LoginResult,
  namesCompare: boolean,
): ResultComparison["otherPerson"] {
  if (!namesCompare) return "unknown";
  return ({ yes: "no", no: "yes", unknown: "unknown" } as const)[askForSamePerson(before.asked, after.asked)];
}
