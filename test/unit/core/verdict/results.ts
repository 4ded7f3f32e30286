import type { LoginResult } from "../../../../main/core/verdict/login-result.ts";

/** A result of a run, for tests of what is made of results. */
export function resultOf(kind: LoginResult["kind"], changes: Partial<LoginResult> = {}): LoginResult {
  return {
    kind,
    provider: "EntraID",
    settingsFrom: kind === "oidc" ? "login" : "menu-bar",
    startedAt: "2026-11-23T09:00:00.000Z",
    outcome: "succeeded",
    sentence: "It works.",
    passwordVerdict: kind === "ropg" ? "correct" : "not-checked",
    jamfConnect: { accepts: true, certainty: "documented", why: "" },
    factor: "unknown",
    factorEvidence: "",
    error: null,
    signInLog: { status: "Success", errorCode: 0, note: "" },
    account: null,
    tokens: {},
    steps: [],
    findings: [],
    ...changes,
  };
}

/** A password check that was answered with a code. */
export function answeredWith(code: number, outcome: LoginResult["outcome"]): LoginResult {
  return resultOf("ropg", {
    outcome,
    factor: outcome === "password-correct" ? "multi" : "unknown",
    sentence: `Answered with ${code}.`,
    error: { code, oauthError: "invalid_grant", description: "" },
  });
}
