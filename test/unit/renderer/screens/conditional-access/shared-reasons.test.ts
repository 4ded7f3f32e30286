import { describe, expect, it } from "vitest";
import type { PolicyForSignIn } from "../../../../../preload/contract.ts";
import { sharedReasons } from "../../../../../renderer/screens/conditional-access/shared-reasons.ts";

type Condition = PolicyForSignIn["conditions"][number];

function condition(title: string, text: string, outcome: Condition["outcome"] = "yes"): Condition {
  return { title, text, outcome, certainty: "documented" };
}

function signIn(id: PolicyForSignIn["id"], ...conditions: readonly Condition[]): PolicyForSignIn {
  return { id, cell: { kind: "mfa", word: "MFA", certainty: "documented" }, conditions, otherSettings: [] };
}

const people = condition("People", "The policy is for all users.");

describe("the reasons of a policy for both sign-ins", () => {
  it("says once what is so for both, and beside each what differs", () => {
    const login = signIn("login-window", people, condition("Resource", "Reached."));
    const check = signIn("password-check", people, condition("Resource", "Excluded.", "no"));
    const { shared, own } = sharedReasons([login, check]);
    expect(shared).toEqual([people]);
    expect(own.map(({ conditions }) => conditions.map(({ text }) => text))).toEqual([
      ["Reached."],
      ["Excluded."],
    ]);
  });

  it("takes the same words with another outcome or another certainty for a difference", () => {
    const inferred = { ...people, certainty: "inferred" } as const;
    for (const other of [condition("People", people.text, "depends"), inferred])
      expect(sharedReasons([signIn("login-window", people), signIn("password-check", other)])).toMatchObject({
        shared: [],
        own: [{ conditions: [people] }, { conditions: [other] }],
      });
  });

  it("shares nothing where the profile has one sign-in only", () => {
    const only = signIn("login-window", people);
    expect(sharedReasons([only])).toEqual({ shared: [], own: [{ signIn: only, conditions: [people] }] });
  });
});
