import { describe, expect, it } from "vitest";
import type { LoginResult } from "../../../../../../preload/contract.ts";
import {
  agreementOf,
  demandWord,
  predictedWord,
} from "../../../../../../renderer/screens/logins/predicted/prediction.ts";
import { buildLoginResult, passwordWrong } from "../../../../../support/login-result.ts";

type Prediction = NonNullable<LoginResult["prediction"]>;

const prediction = (mfa: Prediction["mfa"], blocked: Prediction["blocked"]): Prediction => ({
  mfa,
  blocked,
  text: "",
  policies: [],
});

describe("agreementOf", () => {
  it("agrees when MFA was predicted and a second factor was seen to be demanded", () => {
    expect(agreementOf(buildLoginResult({ prediction: prediction("yes", "no"), factor: "multi" }))).toBe(
      "agree",
    );
  });

  it("differs when main found a difference", () => {
    const finding = {
      rule: "prediction-mismatch",
      severity: "warning",
      certainty: "inferred",
      title: "",
      detail: "",
      where: {},
    } as const;
    const result = buildLoginResult({
      prediction: prediction("no", "no"),
      factor: "multi",
      findings: [finding],
    });
    expect(agreementOf(result)).toBe("differ");
  });

  it("says that nothing can be compared when either side does not tell", () => {
    expect(agreementOf(buildLoginResult({ prediction: prediction("yes", "no"), factor: "unknown" }))).toBe(
      "open",
    );
    expect(agreementOf(buildLoginResult({ prediction: prediction("depends", "no"), factor: "multi" }))).toBe(
      "open",
    );
    expect(agreementOf(passwordWrong())).toBe("open");
  });

  it("takes a block that was predicted and seen as agreement", () => {
    const result = buildLoginResult({ outcome: "blocked", prediction: prediction("depends", "yes") });
    expect(agreementOf(result)).toBe("agree");
  });
});

describe("predictedWord", () => {
  it("names a block before MFA, and never guesses", () => {
    expect(predictedWord(prediction("yes", "yes")).word).toBe("Blocked");
    expect(predictedWord(prediction("yes", "depends")).word).toBe("MFA");
    expect(predictedWord(prediction("no", "no")).word).toBe("No MFA");
    expect(predictedWord(prediction("no", "depends")).word).toBe("Depends");
  });
});

describe("demandWord", () => {
  const policy = (state: string, effect: string) => ({ id: effect, displayName: effect, state, effect });
  const reported = policy("enabledForReportingButNotEnforced", "MFA");
  const control = policy("enabled", "custom control");
  const neither = prediction("no", "no");

  it("names what a policy in force demands beside MFA and blocks", () => {
    expect(demandWord({ ...neither, policies: [reported, control] })).toBe("custom control");
  });

  it("takes nothing for a demand that is only reported", () => {
    expect(demandWord({ ...neither, policies: [reported] })).toBe("No MFA");
    expect(demandWord(neither)).toBe("No MFA");
  });

  it("stays with MFA and blocks where they are predicted", () => {
    expect(demandWord({ ...prediction("yes", "no"), policies: [control] })).toBe("MFA");
    expect(demandWord({ ...prediction("no", "yes"), policies: [control] })).toBe("Blocked");
  });
});
