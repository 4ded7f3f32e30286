import type { LoginResult } from "../login-result.ts";
import { askSameTenant } from "./circumstances.ts";
import { personDiffers } from "./compare-results.ts";
import { compareSettings } from "./compare-settings.ts";
import { isTenantAnswer } from "./is-tenant-answer.ts";
import { stateWord } from "./run-label.ts";
import { type RunRecord, resultOf } from "./run-record.ts";

/** What a sign-in came to: `clean`, `signed in with MFA`, `blocked`; for an error its code, which `word` repeats. */
export type TrendAnswer = { readonly word: string; readonly code: number | null };

/** Since when one of the two sign-ins has its newest answer, and what it was before. */
export type Trend = {
  readonly signIn: LoginResult["kind"];
  /** The runs met the practice tenant. */
  readonly practice: boolean;
  readonly answer: TrendAnswer;
  /** When the oldest run of the streak started, ISO 8601. */
  readonly since: string;
  /** The runs with this answer, the newest first; the last is the one at the turning point. */
  readonly runIds: readonly string[];
  /** How many runs between these had a wrong password, which tells nothing of the tenant. */
  readonly wrongWithin: number;
  /** How many runs came after these and tell nothing of the tenant: a wrong password, no network, stopped. */
  readonly silentSince: number;
  /** Why they tell nothing, where it is the same of all of them and the person's to mend; else null. */
  readonly silentBecause: "password-wrong" | null;
  /** The last run that ended another way; null when none did. */
  readonly before: {
    readonly runId: string;
    readonly startedAt: string;
    readonly answer: TrendAnswer;
    /** Whether the settings differ between the two runs at the turning point. */
    readonly profile: "unchanged" | "changed";
    /** Which settings differ; empty also where only values differ that a kept run masks. */
    readonly changedKeys: readonly string[];
  } | null;
};

/**
 * Since when the login and the password check answer as they do now, the login first.
 *
 * Runs count under the circumstances of the newest that counts: the same tenant or practice scenario, the same person
 * where both name one, for the check the values of the same domain. What does not tell about the tenant is left out.
 *
 * @param records runs of one document, in any order
 */
export function trendsOf(records: readonly RunRecord[]): readonly Trend[] {
  return (["oidc", "ropg"] as const).flatMap((kind) => trendOf(kind, records) ?? []);
}

type Told = { readonly record: RunRecord; readonly result: LoginResult };

function trendOf(kind: LoginResult["kind"], records: readonly RunRecord[]): Trend | null {
  const all = records.flatMap((record): readonly Told[] => {
    const result = resultOf(record, kind);
    return result === null ? [] : [{ record, result }];
  });
  const told = all
    .filter(({ result }) => isTenantAnswer(result))
    .toSorted((a, b) => (a.record.startedAt < b.record.startedAt ? 1 : -1));
  const [newest] = told;
  if (newest === undefined) return null;
  const comparable = told.filter((one) => isComparable(one, newest) && !leavesFactorOpen(one, newest));
  const turn = comparable.findIndex((one) => !sameAnswer(one.result, newest.result));
  const streak = turn < 0 ? comparable : comparable.slice(0, turn);
  const first = streak.at(-1) ?? newest;
  const silent = all.filter(
    (one) => one.record.startedAt > newest.record.startedAt && isComparable(one, newest),
  );
  return {
    signIn: kind,
    practice: newest.record.practice,
    answer: answerOf(newest.result),
    since: first.record.startedAt,
    runIds: streak.map(({ record }) => record.id),
    wrongWithin: all.filter(
      (one) =>
        one.result.outcome === "password-wrong" &&
        one.record.startedAt > first.record.startedAt &&
        one.record.startedAt < newest.record.startedAt &&
        isComparable(one, newest),
    ).length,
    silentSince: silent.length,
    silentBecause:
      silent.length > 0 && silent.every(({ result }) => result.outcome === "password-wrong")
        ? "password-wrong"
        : null,
    before: beforeOf(comparable[turn], first),
  };
}

function beforeOf(before: Told | undefined, first: Told): Trend["before"] {
  if (before === undefined) return null;
  const { profile, facts } = compareSettings(before.record, first.record);
  return {
    runId: before.record.id,
    startedAt: before.record.startedAt,
    answer: answerOf(before.result),
    profile,
    changedKeys: [...new Set(facts.map(({ subject }) => subject))],
  };
}

function isComparable(one: Told, newest: Told): boolean {
  const namesCompare = !one.record.masked && !newest.record.masked;
  return (
    one.record.practice === newest.record.practice &&
    one.record.scenario === newest.record.scenario &&
    one.result.provider === newest.result.provider &&
    one.result.settingsFrom === newest.result.settingsFrom &&
    one.result.asked.via === newest.result.asked.via &&
    // The labels of a kept run equal nothing, so tenants are compared between whole runs only.
    (!namesCompare || askSameTenant(one.result.asked, newest.result.asked)) &&
    personDiffers(one.result, newest.result, namesCompare) !== "yes"
  );
}

/** A login of which nobody can tell the factors neither begins nor ends a streak of known ones. */
function leavesFactorOpen({ result }: Told, newest: Told): boolean {
  return isOpenLogin(result) && !isOpenLogin(newest.result);
}

/** Beside a login that leaves its factors open the question is only whether the login works. */
function sameAnswer(one: LoginResult, newest: LoginResult): boolean {
  if (isOpenLogin(newest)) return one.outcome === "succeeded";
  return stateWord(one) === stateWord(newest);
}

function isOpenLogin({ kind, outcome, factor }: LoginResult): boolean {
  return kind === "oidc" && outcome === "succeeded" && factor === "unknown";
}

function answerOf(result: LoginResult): TrendAnswer {
  return {
    word: stateWord(result),
    code: result.outcome === "succeeded" ? null : (result.error?.code ?? null),
  };
}
