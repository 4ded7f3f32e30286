import type { LoginResult } from "../login-result.ts";
import { besideOutsideStep } from "./outside-step.ts";
import { type Paired, pairRuns } from "./paired.ts";
import type { Tested } from "./predict.ts";
import { type Predicted, withPrediction } from "./with-prediction.ts";

/** Both live runs with what is known beside them, and what they come to together. */
export type LivePair = { readonly login: LoginResult; readonly check: LoginResult; readonly paired: Paired };

export type EndedPair = {
  readonly login: LoginResult;
  readonly check: LoginResult;
  /** The settings that the two ran with. */
  readonly tested: { readonly [Use in keyof Tested]: NonNullable<Tested[Use]> };
  /** Null without policies. */
  readonly predicted: Predicted | null;
};

/** Puts two runs that have just ended together, the one way for every host. */
export function pairLive({ login, check, tested, predicted }: EndedPair): LivePair {
  const checked = withPrediction(check, predicted);
  const loggedIn = besideOutsideStep(withPrediction(login, predicted), checked);
  const paired = pairRuns({
    login: loggedIn,
    check: checked,
    loginScopes: tested.login.scopes.value,
    checkScopes: tested.check.scopes.value,
    predicted,
  });
  return { login: loggedIn, check: checked, paired };
}
