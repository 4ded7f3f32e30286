import type { PlannedStep, SignInPrediction } from "../../main/core/login-result.ts";

/** One sign-in of a run before it starts. */
export type PlannedLane = {
  /** In the order in which they will be made; an early end skips the rest. */
  readonly steps: readonly PlannedStep[];
  /** Null without policies. */
  readonly prediction: SignInPrediction | null;
};

/** What the loaded policies predict for the open profile. */
export type ForecastView = {
  /** The recipe that profile and policies follow, by its name in `setup`; null when they follow none. */
  readonly recipe: string | null;
  /** Null where the profile has no settings for this sign-in. */
  readonly login: SignInPrediction | null;
  readonly check: SignInPrediction | null;
};
