import type { PlannedSignIn } from "../../../preload/contract.ts";
import type { LoginResult, PlannedStep } from "../../core/login-result.ts";
import { pairLive } from "../../core/pair/pair-live.ts";
import type { Tested } from "../../core/pair/predict.ts";
import { type Predicted, predictionFor, withPrediction } from "../../core/pair/with-prediction.ts";
import type { LoginContext } from "../../login/ports.ts";
import type { FinishedRun, Predict } from "./run-calls.ts";
import { type CheckCall, type LoginCall, runCheck, runLogin } from "./run-sign-in.ts";

/** What a test is made of: a login, a password check, or both of one person. */
export type RunParts =
  | { readonly kind: "oidc"; readonly login: LoginCall; readonly check: null }
  | { readonly kind: "ropg"; readonly login: null; readonly check: CheckCall }
  | { readonly kind: "both"; readonly login: LoginCall; readonly check: CheckCall };

/** What a run needs from whoever starts it, and what it tells on its way. */
export type RunSurroundings = {
  readonly predict: Predict;
  /** The outside world of one of its sign-ins. */
  readonly context: (signIn: "login" | "check") => LoginContext;
  /** Told before the first step. */
  readonly planned?: (plan: {
    readonly login: PlannedSignIn | null;
    readonly check: PlannedSignIn | null;
  }) => void;
  /** Told what a password check came to. */
  readonly checked?: (result: LoginResult) => void;
};

/**
 * Performs a test, the one way for every host: asks the policies, tells what it will do, runs its sign-ins, and puts their
 * results beside the prediction and beside each other. The login comes first; the check follows also when it failed.
 */
export async function performRun(parts: RunParts, surroundings: RunSurroundings): Promise<FinishedRun> {
  const { predict, context, planned, checked } = surroundings;
  const { oidcPlan, ropgPlan } = await import("../../login/index.ts");
  const tested: Tested = {
    login: parts.login?.settings ?? null,
    check: parts.check?.settings ?? null,
  };
  const predicted = await predict(tested);
  planned?.({
    login:
      parts.login === null
        ? null
        : plannedSignIn("oidc", oidcPlan(parts.login.settings, context("login")), predicted),
    check: parts.check === null ? null : plannedSignIn("ropg", ropgPlan, predicted),
  });
  const check = async (call: CheckCall) => {
    const result = await runCheck(call, context("check"));
    checked?.(result);
    return result;
  };
  switch (parts.kind) {
    case "oidc":
      return finished(await runLogin(parts.login, context("login")), predicted);
    case "ropg":
      return finished(await check(parts.check), predicted);
    case "both": {
      const ended = { login: await runLogin(parts.login, context("login")), check: await check(parts.check) };
      const both = { login: parts.login.settings, check: parts.check.settings };
      return { kind: "pair-finished", ...pairLive({ ...ended, tested: both, predicted }) };
    }
  }
}

function finished(result: LoginResult, predicted: Predicted | null): FinishedRun {
  return { kind: "finished", result: withPrediction(result, predicted) };
}

function plannedSignIn(
  kind: LoginResult["kind"],
  steps: readonly PlannedStep[],
  predicted: Predicted | null,
): PlannedSignIn {
  return { steps, prediction: predictionFor(kind, predicted) };
}
