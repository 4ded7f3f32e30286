import type { LoginResult } from "../../../../preload/contract.ts";

export type Agreement = "agree" | "differ" | "open";

/**
 * Whether the live answer is what the policies predict. Main holds the two against each other and reports a difference
 * as a finding; here only the cases where nothing can be compared are told from agreement.
 */
export function agreementOf(result: LoginResult): Agreement {
  const { prediction, factor, findings, outcome } = result;
  if (findings.some((finding) => finding.rule === "prediction-mismatch")) {
    return "differ";
  }
  const isBlockSeen = prediction?.blocked === "yes" && outcome === "blocked";
  const isFactorSeen = prediction !== undefined && prediction.mfa !== "depends" && factor !== "unknown";
  return isBlockSeen || isFactorSeen ? "agree" : "open";
}

/** The effect that the policies have on a sign-in, in a word. */
export function predictedWord(prediction: NonNullable<LoginResult["prediction"]>): {
  readonly word: string;
  readonly tone: "mfa" | "err" | "mute";
} {
  if (prediction.blocked === "yes") {
    return { word: "Blocked", tone: "err" };
  }
  if (prediction.mfa === "yes") {
    return { word: "MFA", tone: "mfa" };
  }
  return {
    word: prediction.mfa === "no" && prediction.blocked === "no" ? "No MFA" : "Depends",
    tone: "mute",
  };
}

/**
 * The same, but where it is neither MFA nor a block what a policy in force demands beside them, such as a control of
 * another provider. What is only reported demands nothing.
 */
export function demandWord(prediction: NonNullable<LoginResult["prediction"]>): string {
  const { mfa, blocked, policies } = prediction;
  const demand = policies.find(({ state }) => state === "enabled")?.effect;
  return mfa === "no" && blocked === "no" && demand !== undefined ? demand : predictedWord(prediction).word;
}
