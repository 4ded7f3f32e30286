import type { SignInAnswer } from "../../conditional-access/index.ts";
import type { LoginResult } from "../login-result.ts";
import { comparePrediction } from "./prediction.ts";

/** What policies predict beside a live result: one entry for each sign-in that was tested. */
export type Predicted = {
  readonly recipe: string | null;
  readonly signIns: readonly Pick<
    SignInAnswer,
    "id" | "resource" | "resourceName" | "verdict" | "policies"
  >[];
};

/** A live result with the prediction beside it; a difference becomes a finding. */
export function withPrediction(result: LoginResult, predicted: Predicted | null): LoginResult {
  const id = result.kind === "oidc" ? "login-window" : "password-check";
  const found = predicted?.signIns.find((signIn) => signIn.id === id);
  if (found === undefined) return result;
  const { mfa, blocked, text } = found.verdict;
  const prediction = { mfa, blocked, text, policies: found.policies };
  return {
    ...result,
    prediction,
    findings: [...result.findings, ...comparePrediction(found.verdict, result)],
  };
}
