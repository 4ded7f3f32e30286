import type { LoginResult } from "../login-result.ts";
import { durationText } from "../text/duration.ts";
import { stepTimes, stepWord } from "../verdict/step-words.ts";
import { askForSamePerson } from "./circumstances.ts";
import { namedPolicies, predictedPolicies, predictionWord } from "./policy-text.ts";
import { type RunLabel, resultLabel } from "./run-label.ts";

export type FactTopic =
  | "answer"
  | "jamf-connect"
  | "password"
  | "factor"
  | "policies"
  | "prediction"
  | "account"
  | "claims"
  | "step"
  | "setting"
  | "tenant"
  | "timing";

/** One thing that differs between two runs. */
export type Fact = {
  readonly topic: FactTopic;
  /** Which sign-in it is about; null for both, or for the profile. */
  readonly signIn: LoginResult["kind"] | null;
  /** What differs, for example `Second factor`, `OIDCScopes`, or the title of a step. */
  readonly subject: string;
  /** Null where that run did not test the sign-in. */
  readonly before: string | null;
  readonly after: string | null;
  /** Of an answer: how each is to be taken, as in the list of runs; null where that run did not test the sign-in. */
  readonly tones?: { readonly before: Tone | null; readonly after: Tone | null };
};

type Tone = RunLabel["tone"];

/** One thing that both runs say alike. */
export type Alike = Pick<Fact, "topic" | "signIn" | "subject"> & { readonly value: string };

export type ResultComparison = {
  readonly facts: readonly Fact[];
  readonly alike: readonly Alike[];
  /** `yes`: two people; `unknown` where a run does not name one, or names only a label. */
  readonly otherPerson: "yes" | "no" | "unknown";
};

/**
 * What differs between two results of the same sign-in, and what both say alike.
 *
 * @param namesCompare false when one of the two was masked: its people and ids are labels and equal nothing
 */
export function compareResults(
  before: LoginResult,
  after: LoginResult,
  namesCompare: boolean,
): ResultComparison {
  const values = valuesOf(before, after, namesCompare).flatMap(({ topic, subject, read }) => {
    const [a, b] = [read(before), read(after)];
    if (a === null || b === null) return [];
    const tones = topic === "answer" ? { tones: { before: toneOf(before), after: toneOf(after) } } : {};
    return [{ topic, signIn: after.kind, subject, before: a, after: b, ...tones }];
  });
  return {
    facts: [
      ...values.filter((value) => value.before !== value.after),
      ...stepFacts(before, after),
      ...timing(before, after),
    ],
    alike: values
      .filter((value) => value.before === value.after)
      .map(({ topic, signIn, subject, before: value }) => ({ topic, signIn, subject, value })),
    otherPerson: personDiffers(before, after, namesCompare),
  };
}

/** Of a sign-in that only one run tested, what tells how it went; the rest stands in the run itself. */
const tellingAlone: readonly FactTopic[] = ["answer", "jamf-connect", "factor", "policies", "prediction"];

/** What one run says of a sign-in that the other did not test. */
export function factsOfOne(
  result: LoginResult,
  side: "before" | "after",
  namesCompare: boolean,
): readonly Fact[] {
  return valuesOf(result, result, namesCompare).flatMap(({ topic, subject, read }) => {
    const value = read(result);
    if (value === null || !tellingAlone.includes(topic)) return [];
    const sides = <Side>(own: Side) =>
      side === "before" ? { before: own, after: null } : { before: null, after: own };
    const tones = topic === "answer" ? { tones: sides(toneOf(result)) } : {};
    return [{ topic, signIn: result.kind, subject, ...sides(value), ...tones }];
  });
}

function toneOf(result: LoginResult): Tone {
  return resultLabel(result).tone;
}

/** A value that every result has, or null where this one cannot have it. */
type Value = Pick<Fact, "topic" | "subject"> & { readonly read: (result: LoginResult) => string | null };

function valuesOf(before: LoginResult, after: LoginResult, namesCompare: boolean): readonly Value[] {
  const named = (read: Value["read"]): Value["read"] => (namesCompare ? read : () => null);
  const policies = namedPolicies(before, after, namesCompare);
  return [
    { topic: "answer", subject: "Answer", read: (result) => resultLabel(result).text },
    { topic: "jamf-connect", subject: "Jamf Connect", read: acceptance },
    { topic: "password", subject: "Password", read: (result) => passwordText[result.passwordVerdict] },
    { topic: "factor", subject: "Second factor", read: (result) => factorText[result.factor] },
    { topic: "policies", subject: "Policies the answer names", read: policies },
    { topic: "prediction", subject: "Predicted answer", read: predictionWord },
    { topic: "prediction", subject: "Predicted policies", read: predictedPolicies(namesCompare) },
    { topic: "account", subject: "Values from", read: from },
    { topic: "account", subject: "User name", read: named(({ asked }) => asked.person) },
    { topic: "account", subject: "Short name", read: named(({ account }) => account?.shortName ?? null) },
    { topic: "account", subject: "Full name", read: named(({ account }) => account?.fullName ?? null) },
    { topic: "account", subject: "Role", read: ({ account }) => account?.role ?? null },
    { topic: "claims", subject: "Claims of the token", read: claimNames(before, after) },
    { topic: "claims", subject: "Claim amr", read: claim("amr") },
    { topic: "claims", subject: "Claim aud", read: named(claim("aud")) },
  ];
}

const passwordText = {
  correct: "correct",
  wrong: "wrong",
  "not-checked": "not checked",
  unknown: "not known",
} as const;

const factorText = { single: "none", multi: "MFA", unknown: "not proven" } as const;

function acceptance({ jamfConnect }: LoginResult): string {
  if (jamfConnect.accepts === null) return "not known";
  return jamfConnect.accepts ? "accepts it" : "refuses it";
}

function from({ settingsFrom }: LoginResult): string {
  return settingsFrom === "login" ? "login" : "menu bar / Self Service+";
}

/** Claims of the token that says who signed in; null without one. */
function claimsOf({ tokens }: LoginResult): Readonly<Record<string, unknown>> | null {
  return (tokens.id ?? tokens.access)?.claims ?? null;
}

/** How many claims a token has, and which the other one lacks. */
function claimNames(before: LoginResult, after: LoginResult): Value["read"] {
  return (result) => {
    const [own, other] = [claimsOf(result), claimsOf(result === before ? after : before)];
    if (own === null) return null;
    const names = Object.keys(own);
    const more = other === null ? [] : names.filter((name) => !(name in other));
    const amount = names.length === 1 ? "1 claim" : `${names.length} claims`;
    return more.length === 0 ? amount : `${amount}, also ${more.toSorted().join(", ")}`;
  };
}

function claim(name: string): Value["read"] {
  return (result) => {
    const claims = claimsOf(result);
    if (claims === null) return null;
    const value = claims[name];
    if (value === undefined) return "not in it";
    return Array.isArray(value) ? value.map(String).join(", ") : String(value);
  };
}

/** A step that ended another way; one that only one run planned is not a difference worth a line. */
function stepFacts(before: LoginResult, after: LoginResult): readonly Fact[] {
  return before.steps.flatMap((step) => {
    const same = after.steps.find((other) => other.id === step.id);
    if (same === undefined) return [];
    const [a, b] = [stepWord(step, before), stepWord(same, after)];
    return a === b ? [] : [{ topic: "step", signIn: after.kind, subject: step.title, before: a, after: b }];
  });
}

/** Networks vary; only a run that took three times as long and a second more is worth a line. */
function timing(before: LoginResult, after: LoginResult): readonly Fact[] {
  const [a, b] = [withoutPerson(before), withoutPerson(after)];
  const striking = Math.max(a, b) >= 3 * Math.min(a, b) && Math.abs(a - b) >= 1000;
  if (!striking) return [];
  const [was, is] = [durationText(a), durationText(b)];
  return [{ topic: "timing", signIn: after.kind, subject: "Time", before: was, after: is }];
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
