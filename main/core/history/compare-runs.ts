import type { LoginResult } from "../login-result.ts";
import { compareResults, type Fact } from "./compare-results.ts";
import { compareSettings, type SettingsComparison } from "./compare-settings.ts";
import { stateWord } from "./run-label.ts";
import { type RunRecord, resultOf } from "./run-record.ts";

/** Two runs side by side, the older one first. */
export type Comparison = {
  readonly before: string;
  readonly after: string;
  /** `Was clean, now 50076. The profile is unchanged.` */
  readonly sentence: string;
  readonly profile: "unchanged" | "changed";
  /** False where one run is a masked copy: people, ids, hosts and names that it masks are not compared. */
  readonly namesCompare: boolean;
  readonly facts: readonly Fact[];
};

const kinds = ["oidc", "ropg"] as const;

/** Compares two runs of one document, in whatever order they come. */
export function compareRuns(one: RunRecord, other: RunRecord): Comparison {
  const [before, after] = one.startedAt <= other.startedAt ? [one, other] : [other, one];
  const namesCompare = !before.masked && !after.masked;
  const pairs = kinds.flatMap((kind) => {
    const [a, b] = [resultOf(before, kind), resultOf(after, kind)];
    return a === null || b === null ? [] : [{ a, b, comparison: compareResults(a, b, namesCompare) }];
  });
  const settings = compareSettings(before, after);
  const sentence = [
    pairs.length === 0 ? noPair(before, after) : answers(pairs, before.kind === after.kind),
    ...kinds.map((kind) => onlyOne(kind, before, after)),
    profileSentence(settings),
    pairs.some(({ comparison }) => comparison.otherPerson === "yes") ? "Another person signed in." : "",
    tenantSentence(before, after),
  ];
  return {
    before: before.id,
    after: after.id,
    sentence: sentence.filter((part) => part !== "").join(" "),
    profile: settings.profile,
    namesCompare,
    facts: [
      ...pairs.flatMap(({ comparison }) => comparison.facts),
      ...tenantFact(before, after),
      ...settings.facts,
    ],
  };
}

type Pair = { readonly a: LoginResult; readonly b: LoginResult };

function answers(pairs: readonly Pair[], isSameKind: boolean): string {
  if (pairs.length === 1 && isSameKind) return pairs.map(({ a, b }) => change(a, b)).join("");
  return pairs
    .map(({ a, b }) => `${a.kind === "oidc" ? "Login" : "Check"}: ${lowerFirst(change(a, b))}`)
    .join(" ");
}

function change(a: LoginResult, b: LoginResult): string {
  const [was, is] = [stateWord(a), stateWord(b)];
  return was === is ? `Both times ${was}.` : `Was ${was}, now ${is}.`;
}

/** Says of a sign-in that one of two comparable runs did not make; without a pair, {@link noPair} says it. */
function onlyOne(kind: (typeof kinds)[number], before: RunRecord, after: RunRecord): string {
  const [was, is] = [resultOf(before, kind) !== null, resultOf(after, kind) !== null];
  const other = kind === "oidc" ? "ropg" : "oidc";
  const hasPair = resultOf(before, other) !== null && resultOf(after, other) !== null;
  if (was === is || !hasPair) return "";
  return `Only the ${was ? "older" : "newer"} run tested ${signIns[kind]}.`;
}

const signIns = { ropg: "the password check", oidc: "the login" } as const;

function noPair(before: RunRecord, after: RunRecord): string {
  const name = { ...signIns, both: "both" };
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

function tenant({ practice, scenario }: RunRecord): string {
  return practice ? `practice, ${scenario ?? "no scenario"}` : "the profile's own";
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
