import { readErrorText } from "../../core/verdict/entra-error.ts";
import type { SignIn, SignInOutcome, SignInRequest } from "../ports.ts";
import type { StepResult } from "../recorder.ts";

export type SignedIn = Extract<SignInOutcome, { kind: "callback" }>;

/** Lets a person sign in on the provider's own pages. What was typed there never comes here. */
export async function signInStep(signIn: SignIn, request: SignInRequest): Promise<StepResult<SignedIn>> {
  const outcome = await signIn(request);
  switch (outcome.kind) {
    case "callback":
      return { status: "ok", value: outcome, note: note(outcome) };
    case "error-page": {
      const answer = readErrorText(outcome.text, "error_page");
      return {
        status: "failed",
        ending: { kind: "provider-error", answer, at: "sign-in" },
        note: answer.error.description,
      };
    }
    default: {
      // Whoever stops the run closes the window with it.
      const by = request.signal.aborted ? "user" : outcome.kind;
      return {
        status: "failed",
        ending: { kind: "cancelled", by, at: "sign-in", began: true },
        note: endings[by],
      };
    }
  }
}

const endings = {
  user: "Stopped.",
  closed: "The window was closed before anybody had signed in.",
  timeout: "Nobody finished the sign-in in time.",
} as const;

function note(outcome: SignedIn): string {
  if (outcome.secondFactorSeen === true) return "The window saw a second-factor step.";
  if (outcome.sessionMayBeReused) return "The sign-in ran in a browser that may already have been signed in.";
  return "The provider sent the browser back.";
}
