import type { PairedView } from "../../main/core/pair/pair-verdict.ts";
import type { Paired } from "../../main/core/pair/paired.ts";

/** What a login with MFA and a password check with an error come to together, changed where a test says so. */
export function buildPaired(changes: Partial<Paired> = {}): Paired {
  return {
    loginMfa: "yes",
    checkClean: false,
    recipe: null,
    sentence: "",
    evidence: [],
    findings: [],
    baselineScopes: [],
    ...changes,
  };
}

/** The same as it is shown. */
export function buildPairedView(changes: Partial<Paired> = {}): PairedView {
  const title = "It works, at a cost: every check leaves a red line in the log.";
  const verdict = {
    outcome: "costly",
    tone: "warn",
    title,
    lead: "Jamf Connect accepts it.",
    reason: "",
  } as const;
  return { ...buildPaired(changes), verdict };
}
