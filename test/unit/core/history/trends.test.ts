import { describe, expect, test } from "vitest";
import { type RunRecord, type SettingLine, trendsOf } from "../../../../main/core/history/index.ts";
import type { LoginResult } from "../../../../main/core/login-result.ts";
import type { LoginResultChanges } from "../../../support/login-result.ts";
import { check, login, record, refused } from "./records.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 17, hour)).toISOString();

/** Runs of one result each, an hour apart, the oldest first. */
function hourly(
  results: readonly LoginResult[],
  change: (index: number) => Partial<RunRecord> = () => ({}),
): RunRecord[] {
  return results.map((result, index) => record([result], { startedAt: at(index), ...change(index) }));
}

/** What the trend of the only sign-in in question comes to, in one line. */
function told(records: readonly RunRecord[]): string {
  return trendsOf(records)
    .map(({ answer, since, before }) => {
      const hour = new Date(since).getUTCHours();
      return `${answer.word} since ${hour}${before === null ? "" : `, before ${before.answer.word}`}`;
    })
    .join("; ");
}

const no = { accepts: false, certainty: "documented", why: "" } as const;
const ended = (outcome: LoginResult["outcome"], code?: number) =>
  check({
    outcome,
    jamfConnect: no,
    error: code === undefined ? null : { code, oauthError: "invalid_grant", description: "" },
  });

describe("a trend", () => {
  test("says since when the newest answer is so and what it was before", () => {
    const runs = hourly([check(), refused(50076), refused(50076)]);
    expect(trendsOf(runs)).toEqual([
      {
        signIn: "ropg",
        practice: false,
        answer: { word: "50076", code: 50076 },
        since: at(1),
        runIds: [runs[2]?.id, runs[1]?.id],
        wrongWithin: 0,
        silentSince: 0,
        silentBecause: null,
        before: {
          runId: runs[0]?.id,
          startedAt: at(0),
          answer: { word: "clean", code: null },
          profile: "unchanged",
          changedKeys: [],
        },
      },
    ]);
  });

  test("counts the runs after it that tell nothing of the tenant, so that nobody takes them for its answer", () => {
    const runs = hourly([refused(50076), check(), ended("password-wrong", 50126), ended("cancelled")]);
    expect(trendsOf(runs)).toMatchObject([
      { answer: { word: "clean" }, since: at(1), silentSince: 2, silentBecause: null },
    ]);
    const wrong = hourly([check(), ended("password-wrong", 50126), ended("password-wrong", 50126)]);
    expect(trendsOf(wrong)).toMatchObject([{ silentSince: 2, silentBecause: "password-wrong" }]);
  });

  test("counts the wrong passwords among the runs that answer alike, and none before or after them", () => {
    const typo = () => ended("password-wrong", 50126);
    const runs = hourly([
      typo(),
      refused(50076),
      typo(),
      check(),
      typo(),
      ended("cancelled"),
      check(),
      typo(),
    ]);
    expect(trendsOf(runs)).toMatchObject([
      { answer: { word: "clean" }, since: at(3), wrongWithin: 1, silentSince: 1 },
    ]);
  });

  test("does not depend on the order in which the runs come", () => {
    const runs = hourly([check(), refused(50076), refused(50076)]);
    expect(trendsOf(runs.toReversed())).toEqual(trendsOf(runs));
  });

  test("has no before where every run answers alike", () => {
    expect(told(hourly([check(), check()]))).toBe("clean since 0");
    expect(trendsOf([])).toEqual([]);
  });

  test("turns at the newest change only", () => {
    expect(told(hourly([check(), refused(50076), check(), refused(53003, { outcome: "blocked" })]))).toBe(
      "53003 since 3, before clean",
    );
  });

  test("is one for each sign-in, also out of runs of both", () => {
    const both = (l: LoginResult, c: LoginResult, hour: number) =>
      record([l, c], { startedAt: at(hour), kind: "both" });
    const runs = [both(login(), check(), 0), both(login({ factor: "single" }), check(), 1)];
    expect(trendsOf(runs).map(({ signIn }) => signIn)).toEqual(["oidc", "ropg"]);
    expect(told(runs)).toBe("signed in without MFA since 1, before signed in with MFA; clean since 0");
  });

  test("names the settings that changed at the turning point, each once", () => {
    const line = (domain: string, keyPath: string, value: string): SettingLine => ({
      domain,
      keyPath,
      value,
      kind: "plain",
    });
    const settings = (value: string) => [
      line("com.jamf.connect.login", "ROPGScopes", value),
      line("com.jamf.connect", "ROPGScopes", value),
    ];
    const runs = hourly([check(), refused(50076), refused(50076)], (index) => ({
      settings: settings(index === 0 ? "api://x/check" : "openid"),
      profileFingerprint: index === 0 ? "f0" : "f1",
    }));
    expect(trendsOf(runs)[0]?.before).toMatchObject({ profile: "changed", changedKeys: ["ROPGScopes"] });
  });
});

describe("what does not tell about the tenant", () => {
  test.each<[string, LoginResult]>([
    ["a wrong password", ended("password-wrong", 50126)],
    ["an expired password", ended("password-expired", 50055)],
    ["a locked account", ended("account", 50053)],
    ["a host that was not reached", ended("unreachable")],
    ["a run that somebody stopped", ended("cancelled")],
    ["an unclear answer without a code", ended("unclear")],
    ["a second factor that was declined", ended("blocked", 500121)],
  ])("%s neither breaks nor begins a streak", (_, other) => {
    expect(told(hourly([check(), refused(50076), other, refused(50076)]))).toBe(
      "50076 since 1, before clean",
    );
    expect(told(hourly([check(), refused(50076), other]))).toBe("50076 since 1, before clean");
    expect(told(hourly([other, check()]))).toBe("clean since 1");
    expect(trendsOf(hourly([other]))).toEqual([]);
  });

  test.each<[string, LoginResult, string]>([
    ["a block", ended("blocked", 53003), "53003"],
    ["a wrong registration", ended("misconfigured", 7000218), "7000218"],
    ["a wrong registration without a code", ended("misconfigured"), "misconfigured"],
    ["a code that nobody knows", ended("unclear", 123456), "123456"],
  ])("%s does", (_, other, word) => {
    expect(told(hourly([check(), other]))).toBe(`${word} since 1, before clean`);
  });
});

describe("a login of which nobody can tell the factors", () => {
  const open = login({ factor: "unknown" });

  test("is left out beside logins that show them", () => {
    expect(told(hourly([login({ factor: "single" }), open, login()]))).toBe(
      "signed in with MFA since 2, before signed in without MFA",
    );
  });

  test("as the newest only says that the login works", () => {
    const { outcome, jamfConnect, error } = ended("misconfigured", 50011);
    const fails = login({ outcome, jamfConnect, error });
    expect(told(hourly([fails, login({ factor: "single" }), login(), open]))).toBe(
      "signed in since 1, before 50011",
    );
  });
});

describe("circumstances", () => {
  test.each<[string, (index: number) => Partial<RunRecord>]>([
    ["the practice tenant", (index) => (index === 0 ? { practice: true, scenario: "no-mfa" } : {})],
    ["another scenario", (index) => ({ practice: true, scenario: index === 0 ? "no-mfa" : "simple" })],
  ])("of %s are not mixed in", (_, change) => {
    expect(told(hourly([check(), refused(50076)], change))).toBe("50076 since 1");
  });

  test.each<[string, LoginResultChanges]>([
    ["another provider", { provider: "Okta" }],
    ["the values of the other domain", { settingsFrom: "login" }],
    ["another tenant", { asked: { tenant: "fabrikam.com" } }],
    ["another host", { asked: { host: "login.microsoftonline.us" } }],
    ["another person", { asked: { person: "t…@contoso.com" } }],
  ])("of %s are not mixed in", (_, change) => {
    expect(told(hourly([check(change), refused(50076)]))).toBe("50076 since 1");
    expect(told(hourly([check(), refused(50076)]))).toBe("50076 since 1, before clean");
  });

  test("of a run that got nowhere count: it asked nobody else", () => {
    const nowhere = { ...ended("misconfigured"), asked: { ...check().asked, host: "", tenant: null } };
    expect(told(hourly([nowhere, check()]))).toBe("clean since 1, before misconfigured");
  });

  test("through the browser are not mixed with those through the login window", () => {
    const ways = (first: "window" | "browser") => [
      login({ asked: { via: first } }),
      refused(53000, { kind: "oidc", settingsFrom: "login", asked: { via: "window" } }),
    ];
    expect(told(hourly(ways("browser")))).not.toContain("before");
    expect(told(hourly(ways("window")))).toContain("before");
  });

  test("of a kept run count although its labels equal nothing", () => {
    const labels = { tenant: "tenant-1", person: "person-1@tenant-1.example" };
    const runs = hourly([check({ asked: labels }), refused(50076)], (index) => ({ masked: index === 0 }));
    expect(told(runs)).toBe("50076 since 1, before clean");
  });

  test("of the practice tenant are the same on whatever port it listens", () => {
    const asked = (port: number) => ({ host: `127.0.0.1:${port}`, scenario: "simple" });
    const results = [check({ asked: asked(1) }), refused(50076, { asked: asked(2) })];
    const runs = hourly(results, () => ({ practice: true, scenario: "simple" }));
    expect(trendsOf(runs)).toMatchObject([{ practice: true, before: { answer: { word: "clean" } } }]);
  });
});
