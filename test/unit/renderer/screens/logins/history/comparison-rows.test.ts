import { describe, expect, it } from "vitest";
import type { Comparison } from "../../../../../../preload/contract.ts";
import {
  comparisonGroups,
  foldedCount,
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
    const shown = comparisonGroups(comparison, false).map(({ title, rows, only }) => [
      title,
      only === null ? null : [only.run, only.answer.after],
      rows.map(({ subject, differs }) => [subject, differs]),
    ]);
    expect(shown).toEqual([
      ["Login window", ["newer", "Signed in with MFA"], []],
      ["Password check", null, [["Factor", true]]],
      ["Tenant and profile", null, [["OIDCScopes", true]]],
    ]);
  });

  it("marks a login without MFA, and no check", () => {
    const answer = {
      topic: "answer",
      subject: "Answer",
      before: "Signed in with MFA",
      after: "Signed in, no MFA",
    } as const;
    const facts = [
      { ...answer, signIn: "oidc" as const },
      { ...answer, signIn: "ropg" as const },
    ];
    const groups = comparisonGroups({ facts, alike: [] }, false);
    expect(groups.map(({ rows }) => rows[0]?.tone)).toEqual(["warn", undefined]);
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
    expect(foldedCount(comparison)).toBe(2);
  });

  it("says of the profile in one cell that it is the same", () => {
    const alike = [{ topic: "setting", signIn: null, subject: "Profile", value: "the same" }] as const;
    const [group] = comparisonGroups({ facts: [], alike }, true);
    expect(group?.rows).toMatchObject([{ subject: "Profile", after: "the same", isOne: true }]);
  });
});
