import type { LoginResult } from "../login-result.ts";
import { type Alike, compareResults, type Fact, factsOfOne } from "./compare-results.ts";
import { compareSettings, type SettingsComparison } from "./compare-settings.ts";
import { resultLabel, stateWord } from "./run-label.ts";
import { type RunRecord, resultOf } from "./run-record.ts";

/** Two runs side by side, the older one first. */
export type Comparison = {
  readonly before: string;
  readonly after: string;
  /** `Was clean, now 50076 (password correct). The profile is unchanged.` */
  readonly sentence: string;
  /** The same without what the sign-ins came to: `The profile is unchanged.` */
  readonly besides: string;
  readonly profile: "unchanged" | "changed";
  /** False where one run is a masked copy: people, ids, hosts and names that it masks are not compared. */
  readonly namesCompare: boolean;
  /** What differs; of a sign-in that one run did not test, what the other says. */
  readonly facts: readonly Fact[];
  /** What both say alike of the sign-ins that both tested, of the tenant and of the profile. */
  readonly alike: readonly Alike[];
};

const kinds = ["oidc", "ropg"] as const;

/** One sign-in of two runs; null where a run did not test it. */
type SignIn = {
  readonly kind: LoginResult["kind"];
  readonly a: LoginResult | null;
  readonly b: LoginResult | null;
};

/** A sign-in that both runs tested. */
type Pair = { readonly a: LoginResult; readonly b: LoginResult };

/** Compares two runs of one document, in whatever order they come. */
export function compareRuns(one: RunRecord, other: RunRecord): Comparison {
  const [before, after] = one.startedAt <= other.startedAt ? [one, other] : [other, one];
  const namesCompare = !before.masked && !after.masked;
  const signIns = kinds.map((kind) => ({ kind, a: resultOf(before, kind), b: resultOf(after, kind) }));
  const pairs = signIns.flatMap(pairOf);
  const alone = signIns.filter(({ a, b }) => (a === null) !== (b === null));
  const compared = pairs.map(({ a, b }) => compareResults(a, b, namesCompare));
  const settings = compareSettings(before, after);
  const cameTo =
    pairs.length === 0 ? [noPair(before, after)] : [answers(pairs, before, after), ...alone.map(onlyOne)];
  const besides = [
    profileSentence(settings),
    compared.some(({ otherPerson }) => otherPerson === "yes") ? "Another person signed in." : "",
    tenantSentence(before, after),
  ];
  return {
    before: before.id,
    after: after.id,
    sentence: joined([...cameTo, ...besides]),
    besides: joined(besides),
    profile: settings.profile,
    namesCompare,
    facts: [
      ...compared.flatMap(({ facts }) => facts),
      ...alone.flatMap((signIn) => aloneFacts(signIn, namesCompare)),
      ...tenantFact(before, after),
      ...settings.facts,
    ],
    alike: [
      ...compared.flatMap(({ alike }) => alike),
      ...tenantAlike(before, after),
      ...(settings.profile === "unchanged"
        ? [{ topic: "setting" as const, signIn: null, subject: "Profile", value: "the same" }]
        : []),
    ],
  };
}

function pairOf({ a, b }: SignIn): readonly Pair[] {
  return a === null || b === null ? [] : [{ a, b }];
}

/** A sign-in is named unless it is the only one that either run was for. */
function answers(pairs: readonly Pair[], before: RunRecord, after: RunRecord): string {
  const isObvious = before.kind === after.kind && after.kind !== "both";
  return pairs
    .map(({ a, b }) => {
      if (isObvious) return change(a, b);
      if (stateWord(a) === stateWord(b)) return `${capital(signInNames[a.kind])} ${ended(a)} both times.`;
      return `${a.kind === "oidc" ? "Login" : "Check"}: ${lowerFirst(change(a, b))}`;
    })
    .join(" ");
}

/** What a sign-in came to, as the rest of a sentence about it. */
function ended(result: LoginResult): string {
  const word = stateWord(result);
  if (word.startsWith("signed in")) return word;
  return /^\d+$/.test(word) ? `was answered with ${word}` : `was ${word}`;
}

function change(a: LoginResult, b: LoginResult): string {
  const [was, is] = [stateWithReason(a), stateWithReason(b)];
  return stateWord(a) === stateWord(b) ? `Both times ${is}.` : `Was ${was}, now ${is}.`;
}

/** `clean`, `50126 (password wrong)`: a code alone does not say whether anything was wrong. */
function stateWithReason(result: LoginResult): string {
  const reason = / · (?<reason>.+)$/.exec(resultLabel(result).text)?.groups?.["reason"];
  return reason === undefined ? stateWord(result) : `${stateWord(result)} (${reason})`;
}

function onlyOne({ kind, a, b }: SignIn): string {
  const tested = a ?? b;
  const outcome = tested === null ? "" : `: ${stateWithReason(tested)}`;
  return `Only the ${a === null ? "newer" : "older"} run tested ${signInNames[kind]}${outcome}.`;
}

function aloneFacts({ a, b }: SignIn, namesCompare: boolean): readonly Fact[] {
  if (a !== null) return factsOfOne(a, "before", namesCompare);
  return b === null ? [] : factsOfOne(b, "after", namesCompare);
}

const signInNames = { ropg: "the password check", oidc: "the login" } as const;

function noPair(before: RunRecord, after: RunRecord): string {
  const name = { ...signInNames, both: "both" };
  return `The older run tested ${name[before.kind]}, the newer one ${name[after.kind]}.`;
}

function profileSentence({ profile, facts }: SettingsComparison): string {
  if (profile === "unchanged") return "The profile is unchanged.";
  const [first, second, third, ...more] = facts.map((fact) => fact.subject);
  if (first === undefined) return "The profile has changed, in values that a kept run masks.";
  const named = [first, second, third].filter((name) => name !== undefined);
  const rest = more.length === 0 ? [] : [`${more.length} more`];
  return `${facts.length === 1 ? "1 setting differs" : `${facts.length} settings differ`}: ${list([...named, ...rest])}.`;
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function tenantSentence(before: RunRecord, after: RunRecord): string {
  if (before.practice !== after.practice) return "One of them went to the practice tenant.";
  return before.scenario === after.scenario ? "" : "The practice scenarios differ.";
}

function tenantFact(before: RunRecord, after: RunRecord): readonly Fact[] {
  const [a, b] = [tenant(before), tenant(after)];
  return a === b ? [] : [{ topic: "tenant", signIn: null, subject: "Tenant", before: a, after: b }];
}

function tenantAlike(before: RunRecord, after: RunRecord): readonly Alike[] {
  const [a, b] = [tenant(before), tenant(after)];
  return a === b ? [{ topic: "tenant", signIn: null, subject: "Tenant", value: a }] : [];
}

function tenant({ practice, scenario, scenarioTitle }: RunRecord): string {
  return practice ? `practice, ${scenarioTitle ?? scenario ?? "no scenario"}` : "the profile's own";
}

function joined(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
