import type { LoginResult } from "../login-result.ts";
import type { Predicted } from "./with-prediction.ts";

/** Two live runs, and what is known beside them. */
export type PairedQuestion = {
  readonly login: LoginResult;
  readonly check: LoginResult;
  readonly loginScopes: readonly string[];
  readonly checkScopes: readonly string[];
  /** What the loaded policies say; their recipe outranks what the runs suggest. Null without policies. */
  readonly predicted: Predicted | null;
};
