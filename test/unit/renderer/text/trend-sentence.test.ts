import { describe, expect, it } from "vitest";
import type { TrendView } from "../../../../preload/contract.ts";
import { trendCause, trendSentence, unchangedProfile } from "../../../../renderer/text/trend-sentence.ts";

const now = new Date("2026-11-23T20:00:00");
const clean = { word: "clean", code: null };

const before: NonNullable<TrendView["before"]> = {
  runId: "a",
  startedAt: "2026-11-17T09:05:00",
  answer: clean,
  profile: "unchanged",
  changedKeys: [],
};

const trend: TrendView = {
  switches: [],
  signIn: "ropg",
  practice: false,
  answer: { word: "50076", code: 50076 },
  since: "2026-11-17T16:20:00",
  runIds: ["c", "b"],
  wrongWithin: 0,
  silentSince: 0,
  silentBecause: null,
  before,
};

describe("the sentence of a trend", () => {
  it.each<[Partial<TrendView>, string]>([
    [{}, "Since Tuesday, 17 November, 16:20 the check answers 50076. Before, it was clean."],
    [
      { wrongWithin: 1 },
      "Since Tuesday, 17 November, 16:20 the check answers 50076 when the password is right. Before, it was clean.",
    ],
    [
      { wrongWithin: 2, before: null },
      "Since Tuesday, 17 November, 16:20 the check answers 50076 when the password is right.",
    ],
    [
      { answer: clean, before: { ...before, answer: { word: "50076", code: 50076 } } },
      "Since Tuesday, 17 November, 16:20 the check is clean. Before, it answered 50076.",
    ],
    [
      {
        signIn: "oidc",
        since: "2026-11-23T10:14:00",
        answer: { word: "signed in without MFA", code: null },
        before: { ...before, answer: { word: "signed in with MFA", code: null } },
      },
      "Since today 10:14 the login signs in without MFA. Before, it signed in with MFA.",
    ],
    [
      {
        answer: { word: "misconfigured", code: null },
        before: { ...before, answer: { word: "blocked", code: null } },
      },
      "Since Tuesday, 17 November, 16:20 the check is misconfigured. Before, it was blocked.",
    ],
    [{ before: null }, "Since Tuesday, 17 November, 16:20 the check answers 50076, in all 2 runs."],
    [
      { silentSince: 1 },
      "The last check tells nothing about the tenant. The 2 before it answered 50076; an earlier one was clean.",
    ],
    [
      { before: null, silentSince: 2 },
      "The last 2 checks tell nothing about the tenant. The 2 before them answered 50076.",
    ],
    [
      { silentSince: 2, silentBecause: "password-wrong", runIds: ["c"] },
      "The last 2 checks had a wrong password. The one before them answered 50076; an earlier one was clean.",
    ],
    [
      {
        signIn: "oidc",
        answer: { word: "signed in with MFA", code: null },
        before: null,
        runIds: ["c"],
        silentSince: 1,
        silentBecause: "password-wrong",
      },
      "The last login had a wrong password. The one before it signed in with MFA.",
    ],
    [{ before: null, runIds: ["c"] }, "Since Tuesday, 17 November, 16:20 the check answers 50076."],
  ])("%o", (change, sentence) => {
    expect(trendSentence({ ...trend, ...change }, now)).toBe(sentence);
  });
});

describe("what was another at the turning point", () => {
  const changed = (...changedKeys: string[]) =>
    trendCause({ ...trend, before: { ...before, profile: "changed", changedKeys } });

  it("is said", () => {
    expect(trendCause(trend)).toBeNull();
    expect(unchangedProfile(trend)).toBe("The profile is unchanged.");
    expect(unchangedProfile({ before: { ...before, profile: "changed", changedKeys: ["A"] } })).toBeNull();
    expect(changed("ROPGScopes")).toBe("The profile changed in between: ROPGScopes.");
    expect(changed("A", "B", "C", "D", "E")).toBe("The profile changed in between: A, B, C and 2 more.");
    expect(changed()).toBe("The profile changed in between, in values that a kept run masks.");
    expect(trendCause({ ...trend, before: null })).toBeNull();
    expect(unchangedProfile({ before: null })).toBeNull();
    expect(trendCause({ ...trend, switches: ["CA001 turned off", "Basic scopes: legacy"] })).toBe(
      "Changed: CA001 turned off, Basic scopes: legacy.",
    );
  });
});
