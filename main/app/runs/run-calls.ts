import type { LoginResult, Via } from "../../core/login-result.ts";
import type { Paired } from "../../core/pair/paired.ts";
import type { Tested } from "../../core/pair/predict.ts";
import type { Predicted } from "../../core/pair/with-prediction.ts";
import type { Problem } from "../../core/problem.ts";
import type { ProfileDocument } from "../../core/profile/index.ts";
import type { SettingsSource } from "../../core/profile/test-settings.ts";
import type { Destination } from "./login-context.ts";

/** What Conditional Access policies predict for the sign-ins under test; null without policies. */
export type Predict = (tested: Tested) => Promise<Predicted | null>;

/** How a run ended that came to a result. */
export type FinishedRun =
  | { readonly kind: "finished"; readonly result: LoginResult }
  | {
      readonly kind: "pair-finished";
      readonly login: LoginResult;
      readonly check: LoginResult;
      readonly paired: Paired;
    };

/** How a run ended; `failed` is one without a result, because the app itself met a fault in it. */
export type RunEnd = FinishedRun | { readonly kind: "failed"; readonly problem: Problem };

/** A run that has started. `ended` never rejects. */
export type StartedRun = { readonly runId: string; readonly ended: Promise<RunEnd> };

/** What every run takes. */
export type CommonCall = Destination & {
  /** Chosen by whoever starts the run; each is taken once. */
  readonly runId: string;
  readonly document: ProfileDocument;
  readonly predict: Predict;
};

export type RopgCall = CommonCall & {
  readonly from: SettingsSource;
  readonly username: string;
  readonly password: string;
  /** Told what a password check came to. */
  readonly checked: (result: LoginResult) => void;
};

export type OidcCall = CommonCall & {
  readonly username: string | null;
  /** Hands the name to the sign-in page, which Jamf Connect does not. */
  readonly fillInName: boolean;
  readonly via: Via;
};

export type BothCall = RopgCall & Pick<OidcCall, "fillInName" | "via">;
