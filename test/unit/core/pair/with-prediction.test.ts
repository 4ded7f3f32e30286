import { describe, expect, test } from "vitest";
import { type Predicted, predictionFor, withPrediction } from "../../../../main/core/pair/with-prediction.ts";
import { answeredWith, succeeded } from "../../../support/login-result.ts";

const verdict = { deviceRequired: "no", lockout: "no" } as const;

const predicted: Predicted = {
  recipe: "simple",
  baselineScopes: "enforced",
  spared: { "login-window": [], "password-check": [] },
  signIns: [
    {
      id: "login-window",
      resource: "r",
      resourceName: "R",
      verdict: { ...verdict, mfa: "yes", blocked: "no", text: "MFA is demanded." },
      policies: [],
      otherSettings: [],
    },
  ],
  policyNames: new Map([
    ["aa-11", "CA006 Block outside the office"],
    ["bb-22", "CA007 Block at night"],
  ]),
};

const naming = (...policyIds: string[]) => {
  const result = answeredWith(53003, "blocked");
  return {
    ...result,
    sentence: "A policy blocks this sign-in.",
    passwordVerdict: "correct" as const,
    error: { oauthError: "invalid_grant", description: "", ...result.error, policyIds },
  };
};

describe("policies beside a live result", () => {
  test("a sign-in that no policy was evaluated for has no prediction", () => {
    expect(predictionFor("oidc", predicted)).toMatchObject({ mfa: "yes" });
    expect(predictionFor("ropg", predicted)).toBeNull();
    expect(predictionFor("oidc", null)).toBeNull();
    const result = succeeded("ropg");
    expect(withPrediction(result, predicted)).toBe(result);
  });

  test("the policy that the answer names comes first in the verdict, by its name", () => {
    expect(withPrediction(naming("AA-11"), predicted)).toMatchObject({
      sentence: "CA006 Block outside the office blocks the password check. The password is correct.",
      namedPolicies: [{ id: "AA-11", displayName: "CA006 Block outside the office" }],
    });
    expect(withPrediction(naming("aa-11", "bb-22"), predicted).sentence).toBe(
      "CA006 Block outside the office and CA007 Block at night block the password check. The password is correct.",
    );
  });

  test("an id that nobody loaded changes nothing, and no name is invented", () => {
    const result = naming("cc-33");
    expect(withPrediction(result, predicted)).toBe(result);
    expect(withPrediction(naming("aa-11"), null).namedPolicies).toBeUndefined();
  });

  test("a policy that demands MFA is named beside the verdict, which stays", () => {
    const { error, ...rest } = answeredWith(50076, "password-correct");
    const result = {
      ...rest,
      sentence: "The password is correct.",
      error: { oauthError: "", description: "", ...error, policyIds: ["aa-11"] },
    };
    expect(withPrediction(result, predicted)).toMatchObject({
      sentence: "The password is correct.",
      namedPolicies: [{ displayName: "CA006 Block outside the office" }],
    });
  });
});
