import { describe, expect, it } from "vitest";
import type { Comparison } from "../../../../../../preload/contract.ts";
import {
  comparisonGroups,
  differsInMoreThanSteps,
  foldedText,
  withProfileName,
} from "../../../../../../renderer/screens/logins/history/comparison-rows.ts";

const comparison: Pick<Comparison, "facts" | "alike"> = {
  facts: [
    { topic: "factor", signIn: "ropg", subject: "Factor", before: "one factor", after: "MFA" },
    { topic: "setting", signIn: null, subject: "OIDCScopes", before: "openid", after: "openid email" },
    { topic: "answer", signIn: "oidc", subject: "Answer", before: null, after: "Signed in with MFA" },
  ],
  alike: [
    { topic: "answer", signIn: "ropg", subject: "Answer", value: "50076 · password correct" },
    { topic: "password", signIn: "ropg", subject: "Password", value: "correct" },
  ],
};

describe("comparisonGroups", () => {
  it("keeps the login before the check, and says in one line what one run tested alone", () => {
    const shown = comparisonGroups(comparison, false).map(({ title, rows }) => [
      title,
      rows.map(({ subject, before, after, differs }) => [subject, before, after, differs]),
    ]);
    expect(shown).toEqual([
      ["Login window", [["Answer", null, "Signed in with MFA", true]]],
      ["Password check", [["Factor", "one factor", "MFA", true]]],
      ["Tenant and profile", [["OIDCScopes", "openid", "openid email", true]]],
    ]);
  });

  it("hands on how answers are to be taken", () => {
    const tones = { before: "ok", after: "warn" } as const;
    const login = {
      topic: "answer",
      signIn: "oidc",
      subject: "Answer",
      before: "MFA",
      after: "No MFA",
    } as const;
    const [group] = comparisonGroups({ facts: [{ ...login, tones }], alike: [] }, false);
    expect(group?.rows[0]?.tones).toEqual(tones);
  });

  it("folds the steps that the answer has come of, and says how many there are", () => {
    const step = {
      topic: "step",
      signIn: "ropg",
      subject: "Tokens",
      before: "Done",
      after: "Skipped",
    } as const;
    const facts = [...comparison.facts, step];
    const subjects = (showsAll: boolean) =>
      comparisonGroups({ facts, alike: [] }, showsAll).flatMap(({ steps }) =>
        steps.map(({ subject }) => subject),
      );
    expect(subjects(false)).toEqual([]);
    expect(subjects(true)).toEqual(["Tokens"]);
    expect(comparisonGroups({ facts: [step], alike: [] }, true)).toMatchObject([
      { rows: [], steps: [{ subject: "Tokens" }] },
    ]);
    expect(foldedText({ facts, alike: comparison.alike })).toBe(
      "1 step that differs, 2 lines that are the same",
    );
    expect(foldedText({ facts: [], alike: [] })).toBeNull();
    expect(differsInMoreThanSteps({ facts })).toBe(true);
    expect(differsInMoreThanSteps({ facts: [step] })).toBe(false);
  });

  it("shows in both columns what is the same, where it was asked for", () => {
    const [, check] = comparisonGroups(comparison, true);
    expect(check?.rows.at(-1)).toEqual({
      topic: "password",
      subject: "Password",
      before: "correct",
      after: "correct",
      differs: false,
    });
    expect(foldedText(comparison)).toBe("2 lines that are the same");
  });
});

describe("withProfileName", () => {
  it("names the profile where it is the same in both runs, and changes nothing else", () => {
    const profile = { topic: "setting", signIn: null, subject: "Profile", value: "the same" } as const;
    const { alike } = withProfileName({ alike: [...comparison.alike, profile] }, "contoso");
    expect(alike).toEqual([...comparison.alike, { ...profile, value: "contoso" }]);
  });
});
