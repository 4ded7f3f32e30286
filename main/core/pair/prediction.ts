import type { Finding } from "../finding.ts";
import type { LoginResult, Prediction } from "../login-result.ts";
import { leadsOutside } from "./outside-step.ts";

/** What a live run shows of the same; `unknown` where it does not show it. */
export type Observed = { readonly mfa: "yes" | "no" | "unknown"; readonly blocked: "yes" | "no" | "unknown" };

/** What a run shows about policies. An answer that ended before policies are evaluated shows nothing. */
export function observedIn(result: LoginResult): Observed {
  if (result.outcome === "blocked") return { mfa: "unknown", blocked: "yes" };
  if (result.outcome === "succeeded") {
    const mfa = ({ multi: "yes", single: "no", unknown: "unknown" } as const)[result.factor];
    return { mfa, blocked: "no" };
  }
  // A step at another provider is neither Entra's MFA nor a block.
  if (leadsOutside(result)) return { mfa: "unknown", blocked: "unknown" };
  if (result.outcome === "password-correct") return { mfa: "yes", blocked: "no" };
  return { mfa: "unknown", blocked: "unknown" };
}

/** Holds a prediction against a live run. `depends` and `unknown` never contradict anything. */
export function comparePrediction(prediction: Prediction, result: LoginResult): readonly Finding[] {
  const observed = observedIn(result);
  const sign = result.kind === "oidc" ? "login" : "password check";
  return [
    ...difference(sign, "MFA is demanded", prediction.mfa, observed.mfa),
    ...difference(sign, "The sign-in is blocked", prediction.blocked, observed.blocked),
  ];
}

function difference(
  sign: string,
  what: string,
  predicted: Prediction["mfa"],
  observed: Observed["mfa"],
): readonly Finding[] {
  if (predicted === "depends" || observed === "unknown" || predicted === observed) return [];
  return [
    {
      rule: "prediction-mismatch",
      severity: "warning",
      certainty: "inferred",
      title: `The live ${sign} does not match what the policies predict.`,
      detail: `${what}: predicted ${predicted}, live ${observed}.`,
      where: {},
      fix: {
        label: "Find the difference",
        steps: [
          "Check that the export holds all policies of this tenant and is recent.",
          "Remember that a prediction knows user, groups and location only where they are given (on the command line with --context).",
          "Look for MFA from outside Conditional Access: per-user MFA, security defaults.",
          "Open the sign-in log entry, tab Conditional Access.",
        ],
      },
    },
  ];
}
