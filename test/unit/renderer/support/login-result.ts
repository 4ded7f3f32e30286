import type { LoginResult } from "../../../../preload/contract.ts";

/** A password check that Entra answered with 50126, changed where a test says so. */
export function loginResult(changes: Partial<LoginResult> = {}): LoginResult {
  return {
    kind: "ropg",
    provider: "EntraID",
    settingsFrom: "menu-bar",
    startedAt: "2026-11-17T10:14:00Z",
    outcome: "password-wrong",
    sentence: "The password is wrong.",
    passwordVerdict: "wrong",
    jamfConnect: { accepts: false, certainty: "documented", why: "Jamf Connect asks again." },
    factor: "unknown",
    factorEvidence: "",
    error: { code: 50126, oauthError: "invalid_grant", description: "AADSTS50126" },
    signInLog: { status: "Failure", errorCode: 50126, note: "" },
    account: null,
    tokens: {},
    steps: [],
    findings: [],
    ...changes,
  };
}
