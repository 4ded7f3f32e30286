import { describe, expect, it } from "vitest";
import { headline, noCounts, signInFindings, underHeadline } from "../../../../main/core/sign-ins/index.ts";

const under = (logged: number, correct: number, interrupts = 0) =>
  underHeadline({
    loggedFailures: logged,
    interrupts,
    classes: { ...noCounts(), "password-correct-mfa": correct },
  });

describe("what stands below the one number", () => {
  it.each([
    [0, 0, 0, "Entra logged no failure."],
    [1, 1, 0, "Entra logged 1 failure. It met MFA, and Jamf Connect accepts 50076."],
    [1234, 1234, 0, "Entra logged 1,234 failures. All met MFA, and Jamf Connect accepts 50076."],
    [10_000, 9_999, 0, "Entra logged 10,000 failures. 9,999 met MFA, and Jamf Connect accepts 50076."],
    [10_000, 1, 0, "Entra logged 10,000 failures. 1 met MFA, and Jamf Connect accepts 50076."],
    [3, 0, 1, "Entra logged 3 failures. 1 is an interrupt, after which a sign-in can go on."],
    [3, 0, 2, "Entra logged 3 failures. 2 are interrupts, after which a sign-in can go on."],
  ])("%i logged, %i of them correct, %i interrupts", (logged, correct, interrupts, sentence) => {
    expect(under(logged, correct, interrupts)).toBe(sentence);
  });
});

it("the one number stands in a sentence of its own", () => {
  const say = (realFailures: number, correct: number) =>
    headline({ rows: 9, realFailures, classes: { ...noCounts(), "password-correct-mfa": correct } });
  expect(say(54, 1180)).toBe("54 real failures. The other 1,180 were correct passwords.");
  expect(say(1, 0)).toBe("1 real failure.");
  expect(say(0, 3)).toBe("No real failures. All 3 were correct passwords.");
});

it("a rhythm is not said to be an old password where the code says something else", () => {
  const rhythm = {
    user: "a@b.c",
    app: null,
    everyMinutes: 15,
    times: 9,
    since: "2026-11-01T07:05:00Z",
    until: "y",
  };
  const report = {
    rows: 0,
    read: 0,
    skipped: 0,
    duplicates: 0,
    undated: 0,
    formats: [],
    files: [],
    period: null,
    withProtocol: 0,
    classes: noCounts(),
    realFailures: 0,
    loggedFailures: 0,
    interrupts: 0,
    byUser: [],
    byHour: [],
    byCode: [],
    byApp: [],
    byPlace: [],
    byPolicy: [],
    lockOut: [],
    rhythms: [
      { ...rhythm, code: 50126 },
      { ...rhythm, code: 50057 },
    ],
    began: null,
    risky: [],
  };
  const [wrong, disabled] = signInFindings(report);
  expect([wrong?.certainty, disabled?.certainty]).toEqual(["inferred", "inferred"]);
  expect(wrong?.title).toBe("a@b.c fails with 50126 every 15 minutes: 9 times since 1 Nov 2026 07:05 UTC.");
  expect(wrong?.detail).toContain("old password");
  expect(disabled?.detail).not.toContain("password");
});
