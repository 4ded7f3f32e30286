import { describe, expect, it } from "vitest";
import type { Comparison } from "../../../../../../preload/contract.ts";
import { comparedAnswers } from "../../../../../../renderer/screens/logins/history/compared-answers.ts";

const answer = { topic: "answer", subject: "Answer" } as const;
const check: Comparison["facts"][number] = {
  ...answer,
  signIn: "ropg",
  before: "50126 · password wrong",
  after: "Clean",
  tones: { before: "err", after: "ok" },
};

describe("the answers of two runs", () => {
  it("stand like beside like, the login first, and say what one run did not test", () => {
    const login: Comparison["facts"][number] = {
      ...answer,
      signIn: "oidc",
      before: null,
      after: "No MFA",
      tones: { before: null, after: "warn" },
    };
    expect(comparedAnswers({ facts: [check, login], alike: [] })).toEqual([
      {
        title: "Login",
        before: "not tested",
        after: "No MFA",
        tones: { before: null, after: "warn" },
      },
      { title: "Check", before: "50126 · password wrong", after: "Clean", tones: check.tones },
    ]);
  });

  it("say that an answer is the same, and leave out what is no answer", () => {
    const step: Comparison["facts"][number] = { ...check, topic: "step", subject: "Tokens" };
    const alike = [{ ...answer, signIn: "ropg", value: "Clean" } as const];
    expect(comparedAnswers({ facts: [step], alike })).toMatchObject([{ before: "Clean", after: "the same" }]);
  });
});
