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
