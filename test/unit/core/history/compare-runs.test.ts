import { describe, expect, test } from "vitest";
import { compareRuns, type RunRecord, type SettingLine } from "../../../../main/core/history/index.ts";
import { maskForKeeping } from "../../../../main/core/report/index.ts";
import { acceptedLogin, mira, refusedCheck, runOf } from "../report/fixtures.ts";
import { check, login, record, refused } from "./records.ts";

const decidedBy = { shortName: [], fullName: [], role: [] };

const later = "2026-11-23T10:14:00.000Z";

function line(keyPath: string, value: string, kind: SettingLine["kind"] = "plain"): SettingLine {
  return { domain: "com.jamf.connect.login", keyPath, value, kind };
}

describe("the sentence", () => {
  test("says what was, what is, and that the profile is not the reason", () => {
    const comparison = compareRuns(record([check()]), record([refused(50076)], { startedAt: later }));
    expect(comparison.sentence).toBe("Was clean, now 50076 (password correct). The profile is unchanged.");
    expect(comparison.besides).toBe("The profile is unchanged.");
    expect(comparison.profile).toBe("unchanged");
  });

  test("is the same in whatever order the two come", () => {
    const [a, b] = [record([check()]), record([refused(50076)], { startedAt: later })];
    expect(compareRuns(b, a)).toEqual(compareRuns(a, b));
    expect(compareRuns(b, a)).toMatchObject({ before: a.id, after: b.id });
  });

  test("says when nothing changed", () => {
    expect(compareRuns(record([check()]), record([check()], { startedAt: later })).sentence).toBe(
      "Both times clean. The profile is unchanged.",
    );
  });

  test("names up to three settings and counts the rest", () => {
    const before = record([check()], { settings: [line("A", "1"), line("B", "1"), line("C", "1")] });
    const after = record([check()], {
      startedAt: later,
      profileFingerprint: "f1",
      settings: [line("A", "2"), line("B", "2"), line("D", "1"), line("E", "1")],
    });
    expect(compareRuns(before, after).sentence).toBe(
      "Both times clean. 5 settings differ: A, B, C and 2 more.",
    );
    const one = record([check()], { settings: [line("OIDCScopes", "openid")] });
    const other = record([check()], { startedAt: later, settings: [line("OIDCScopes", "openid email")] });
    expect(compareRuns(one, other).sentence).toContain("1 setting differs: OIDCScopes.");
  });

  test("tells two sign-ins apart", () => {
    const before = record([login(), check()]);
    const after = record([login({ factor: "single" }), refused(50076)], { startedAt: later });
    expect(compareRuns(before, after).sentence).toBe(
      "Login: was signed in with MFA, now signed in without MFA. Check: was clean, now 50076 (password correct). The profile is unchanged.",
    );
  });

  test("names the sign-in that both tested, and the one that only one of them did", () => {
    const alone = record([refused(50126)]);
    const both = record([login(), refused(50126)], { startedAt: later });
    expect(compareRuns(alone, both).sentence).toBe(
      "The password check was answered with 50126 both times. Only the newer run tested the login: signed in with MFA. The profile is unchanged.",
    );
  });

  test("names the sign-in where runs of both share only one of them", () => {
    const wrong = { ...refused(50126), outcome: "password-wrong" } as const;
    const stopped = record([wrong], { kind: "both" });
    const ended = record([check()], { kind: "both", startedAt: later });
    expect(compareRuns(stopped, ended).sentence).toBe(
      "Check: was 50126 (password wrong), now clean. The profile is unchanged.",
    );
  });

  test("says that two runs tested two things", () => {
    expect(compareRuns(record([check()]), record([login()], { startedAt: later })).sentence).toContain(
      "The older run tested the password check, the newer one the login.",
    );
  });

  test("says when one met the practice tenant, or another scenario", () => {
    const practice = record([check()], { practice: true, scenario: "no-mfa" });
    const real = record([check()], { startedAt: later });
    expect(compareRuns(practice, real).sentence).toContain("One of them went to the practice tenant.");
    const other = record([check()], { practice: true, scenario: "two-apis", startedAt: later });
    expect(compareRuns(practice, other).sentence).toContain("The practice scenarios differ.");
  });

  test("says when another person signed in, and does not guess where nobody is named", () => {
    const mira = record([check({ asked: { person: "m…@contoso.com" } })]);
    const theo = record([check({ asked: { person: "t…@contoso.com" } })], { startedAt: later });
    expect(compareRuns(mira, theo).sentence).toContain("Another person signed in.");
    expect(
      compareRuns(mira, record([check({ asked: { person: null } })], { startedAt: later })).sentence,
    ).not.toContain("person");
  });
});

describe("the facts", () => {
  const topics = (facts: readonly { readonly topic: string }[]) => facts.map(({ topic }) => topic);

  test("are what differs and nothing else", () => {
    const { facts } = compareRuns(record([check()]), record([refused(50076)], { startedAt: later }));
    expect(facts).toEqual([
      {
        topic: "answer",
        signIn: "ropg",
        subject: "Answer",
        before: "Clean",
        after: "50076 · password correct",
        tones: { before: "ok", after: "ok" },
      },
      { topic: "factor", signIn: "ropg", subject: "Second factor", before: "none", after: "MFA" },
    ]);
    expect(compareRuns(record([check()]), record([check()], { startedAt: later })).facts).toEqual([]);
  });

  test("stand beside what both say alike", () => {
    const [before, after] = [check(), refused(50076)];
    const { facts, alike } = compareRuns(record([before]), record([after], { startedAt: later }));
    expect(alike).toContainEqual({
      topic: "password",
      signIn: "ropg",
      subject: "Password",
      value: "correct",
    });
    const differing = new Set(facts.map(({ subject }) => subject));
    expect(alike.filter(({ subject }) => differing.has(subject))).toEqual([]);
    expect(topics(compareRuns(record([before]), record([before], { startedAt: later })).alike)).toContain(
      "answer",
    );
  });

  test("tell of a sign-in that only one run tested what that run says, and that the other did not test it", () => {
    const [alone, both] = [record([check()]), record([login(), check()], { startedAt: later })];
    expect(compareRuns(alone, both).facts.filter(({ signIn }) => signIn === "oidc")).toContainEqual({
      topic: "answer",
      signIn: "oidc",
      subject: "Answer",
      before: null,
      after: "Signed in with MFA",
      tones: { before: null, after: "ok" },
    });
    const earlier = { ...both, startedAt: "2026-11-01T00:00:00.000Z" };
    expect(compareRuns(alone, earlier).facts[0]).toMatchObject({
      before: "Signed in with MFA",
      after: null,
    });
  });

  test("compare the claims of tokens: how many, which only one has, and the ways of signing in", () => {
    const token = (claims: Readonly<Record<string, unknown>>) => ({
      tokens: {
        id: { claims, header: {}, signature: "valid", checks: [], problems: [] } as const,
      },
    });
    const before = login(token({ name: "Mira", amr: ["pwd"] }));
    const after = login(token({ name: "Mira", amr: ["pwd", "mfa"], roles: ["Staff"] }));
    const { facts, alike } = compareRuns(record([before]), record([after], { startedAt: later }));
    expect(
      facts.filter(({ topic }) => topic === "claims").map((fact) => [fact.subject, fact.before, fact.after]),
    ).toEqual([
      ["Claims of the token", "2 claims", "3 claims, also roles"],
      ["Claim amr", "pwd", "pwd, mfa"],
    ]);
    expect(alike).toContainEqual({
      topic: "claims",
      signIn: "oidc",
      subject: "Claim aud",
      value: "not in it",
    });
  });

  test("call practice scenarios by the titles that people see", () => {
    const practice = (scenario: string, scenarioTitle: string, startedAt: string) =>
      record([check()], { practice: true, scenario, scenarioTitle, startedAt });
    const one = practice("no-mfa", "No MFA anywhere", "2026-11-17T09:05:00.000Z");
    expect(compareRuns(one, practice("two-apis", "Two API apps", later)).facts).toContainEqual({
      topic: "tenant",
      signIn: null,
      subject: "Tenant",
      before: "practice, No MFA anywhere",
      after: "practice, Two API apps",
    });
  });

  test("name policies, role and steps that ended another way", () => {
    const account = {
      shortName: "mira",
      fullName: "Mira",
      role: "standard",
      because: {},
      decidedBy,
    } as const;
    const before = check({ account, steps: [{ id: "tokens", title: "Token checks", status: "ok", ms: 1 }] });
    const after = refused(53003, {
      account: { ...account, role: "admin" },
      error: { code: 53003, oauthError: "invalid_grant", description: "", policyIds: ["b", "a"] },
      steps: [{ id: "tokens", title: "Token checks", status: "skipped", ms: 1 }],
    });
    const { facts } = compareRuns(record([before]), record([after], { startedAt: later }));
    expect(topics(facts)).toEqual(["answer", "factor", "policies", "account", "step"]);
    expect(facts[2]).toMatchObject({ before: "none", after: "a, b" });
    expect(facts[3]).toMatchObject({ subject: "Role", before: "standard", after: "admin" });
    expect(facts[4]).toMatchObject({ subject: "Token checks", before: "Done", after: "Skipped" });
  });

  test("name what was predicted, and call policies by their names where a prediction knows them", () => {
    const policy = (id: string) => ({ id, displayName: `CA00${id} Require MFA` });
    const predicted = (ids: readonly string[], mfa: "yes" | "no") => ({
      prediction: { mfa, blocked: "no", text: "", policies: ids.map(policy) } as const,
    });
    const named = { error: { code: 50076, oauthError: "x", description: "", policyIds: ["2", "9"] } };
    const before = check(predicted([], "no"));
    const after = refused(50076, { ...predicted(["3", "2"], "yes"), ...named });
    const { facts } = compareRuns(record([before]), record([after], { startedAt: later }));
    expect(
      facts
        .filter(({ topic }) => topic === "policies" || topic === "prediction")
        .map((fact) => [fact.subject, fact.before, fact.after]),
    ).toEqual([
      ["Policies the answer names", "none", "9, CA002 Require MFA"],
      ["Predicted answer", "no MFA", "MFA"],
      ["Predicted policies", "none", "CA002 Require MFA, CA003 Require MFA"],
    ]);
    const without = compareRuns(record([check()]), record([before], { startedAt: later })).facts;
    expect(without.map((fact) => [fact.subject, fact.before, fact.after])).toEqual([
      ["Predicted answer", "not predicted", "no MFA"],
      ["Predicted policies", "not predicted", "none"],
    ]);
  });

  test.each([
    ["yes", "yes", "blocked"],
    ["yes", "depends", "MFA, perhaps blocked"],
    ["no", "depends", "depends"],
    ["depends", "no", "depends"],
  ] as const)("word a prediction of MFA %s and block %s", (mfa, blocked, word) => {
    const after = check({ prediction: { mfa, blocked, text: "", policies: [] } });
    const { facts } = compareRuns(record([check()]), record([after], { startedAt: later }));
    expect(facts[0]).toMatchObject({ subject: "Predicted answer", after: word });
  });

  test("mention time only when it is striking, and never the time a person took", () => {
    const steps = (ms: number, id = "request") => [{ id, title: "x", status: "ok" as const, ms }];
    const timed = (before: number, after: number, id?: string) =>
      topics(
        compareRuns(
          record([check({ steps: steps(before, id) })]),
          record([check({ steps: steps(after, id) })], { startedAt: later }),
        ).facts,
      );
    expect(timed(300, 1400)).toEqual(["timing"]);
    expect(timed(300, 900)).toEqual([]);
    expect(timed(3000, 4500)).toEqual([]);
    expect(timed(300, 60_000, "sign-in")).toEqual([]);
  });

  test("say of a secret that it is another one and never which", () => {
    const before = record([check()], { settings: [line("OIDCClientSecret", "1", "secret")] });
    const after = record([check()], {
      startedAt: later,
      settings: [line("OIDCClientSecret", "2", "secret"), line("LicenseFile", "3", "secret")],
    });
    expect(compareRuns(before, after).facts.map(({ before: a, after: b }) => [a, b])).toEqual([
      ["a secret", "another secret"],
      ["not set", "a secret"],
    ]);
  });
});

describe("a kept run", () => {
  test.each<[string, RunRecord]>([
    ["a refused check", runOf([refusedCheck(mira)], mira)],
    ["a login with tokens", runOf([acceptedLogin(mira)], mira)],
    [
      "a check with a prediction",
      runOf(
        [
          {
            ...refusedCheck(mira),
            prediction: {
              mfa: "yes",
              blocked: "no",
              text: "",
              policies: [{ id: mira.policyId, displayName: `Block ${mira.fullName}` }],
            },
          },
        ],
        mira,
      ),
    ],
  ])("of %s differs in nothing from the run it was made of", (_, run) => {
    const kept = maskForKeeping(run);
    for (const [a, b] of [
      [kept, run],
      [run, kept],
      [kept, kept],
    ] as const) {
      expect(compareRuns(a, b)).toMatchObject({ profile: "unchanged", namesCompare: false, facts: [] });
    }
    expect(compareRuns(run, run)).toMatchObject({ namesCompare: true, facts: [] });
  });

  test("counts policies, whose names it may not tell", () => {
    const named = (...policyIds: string[]) =>
      refused(50076, { error: { code: 50076, oauthError: "x", description: "", policyIds } });
    const kept = record([named("policy-1")], { masked: true });
    expect(compareRuns(kept, record([named("a")], { startedAt: later })).facts).toEqual([]);
    expect(compareRuns(kept, record([named("a", "b")], { startedAt: later })).facts).toMatchObject([
      { subject: "Policies the answer names", before: "1 policy", after: "2 policies" },
    ]);
  });

  test("counts predicted policies, too", () => {
    const predicted = (...names: string[]) =>
      check({
        prediction: {
          mfa: "yes",
          blocked: "no",
          text: "",
          policies: names.map((displayName, index) => ({ id: `${index}`, displayName })),
        },
      });
    const kept = record([predicted("Block Person 1")], { masked: true });
    const live = (...names: string[]) => record([predicted(...names)], { startedAt: later });
    expect(compareRuns(kept, live("Block Mira")).facts).toEqual([]);
    expect(compareRuns(kept, live()).facts).toMatchObject([{ before: "1 policy", after: "none" }]);
  });

  test("says of a setting that only it has that it was set, where the catalogue knows the setting", () => {
    const kept = record([check()], {
      masked: true,
      settings: [line("OIDCTenant", "tenant-1", "masked"), line("name-1", "text-1", "masked")],
    });
    expect(compareRuns(kept, record([check()], { startedAt: later })).facts).toMatchObject([
      { subject: "OIDCTenant", before: "set, masked", after: "not set" },
    ]);
  });

  const named = (shortName: string) =>
    check({ account: { shortName, fullName: shortName, role: "standard", because: {}, decidedBy } });

  test("has labels that equal nothing", () => {
    const kept = record([named("person-1")], {
      masked: true,
      settings: [line("OIDCTenant", "tenant-1", "masked"), line("OIDCClientSecret", "", "secret")],
    });
    const live = record([named("mira")], {
      startedAt: later,
      settings: [
        line("OIDCTenant", "11112222-3333-4444-8555-666677778888"),
        line("OIDCClientSecret", "1", "secret"),
      ],
    });
    const comparison = compareRuns(kept, live);
    expect(comparison).toMatchObject({ profile: "unchanged", facts: [] });
    const changed = compareRuns(kept, { ...live, profileFingerprint: "f1" });
    expect(changed.sentence).toBe(
      "Both times clean. The profile has changed, in values that a kept run masks.",
    );
  });
});
