import { describe, expect, it } from "vitest";
import { factorOf } from "../../../../../../main/core/verdict/factor.ts";
import {
  isDescriptionInSteps,
  isFactorTold,
} from "../../../../../../renderer/screens/logins/result/told-before.ts";

const nothingElse = {
  kind: "ropg",
  succeeded: false,
  amr: null,
  secondFactorSeen: null,
  signInRow: null,
} as const;

describe("where the second factor is known from", () => {
  it("is told by a code of MFA, in the words of the core", () => {
    expect(isFactorTold(factorOf({ ...nothingElse, code: 50076 }))).toBe(true);
  });

  it.each([50158, 50126, null])("is more than the code %s says", (code) => {
    expect(isFactorTold(factorOf({ ...nothingElse, code }))).toBe(false);
  });
});

describe("the words of an error", () => {
  const error = { oauthError: "invalid_grant", description: "AADSTS50076: Due to a change." };
  const step = { id: "request", title: "R", status: "failed", ms: 1 } as const;
  const answer = (body: string) => ({ ...step, response: { line: "400 Bad Request", headers: {}, body } });

  it("stand in the steps where an answer holds them", () => {
    const body = '{"error_description":"AADSTS50076: Due to a change. Trace ID: 1"}';
    expect(isDescriptionInSteps({ error, steps: [step, answer(body)] })).toBe(true);
  });

  it("do not where no answer does, or there was no error", () => {
    expect(isDescriptionInSteps({ error, steps: [step, answer("{}")] })).toBe(false);
    expect(isDescriptionInSteps({ error: null, steps: [answer("")] })).toBe(false);
  });
});
