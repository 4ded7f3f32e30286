import type { RunRecord } from "../../../../main/core/history/index.ts";
import type { LoginResult } from "../../../../main/core/verdict/login-result.ts";

/** A clean password check, changed where a test says so. */
export function check(change: Partial<LoginResult> = {}): LoginResult {
  return {
    kind: "ropg",
    provider: "EntraID",
    settingsFrom: "menu-bar",
    startedAt: "2026-11-17T09:05:00.000Z",
    outcome: "succeeded",
    sentence: "The password is correct.",
    passwordVerdict: "correct",
    jamfConnect: { accepts: true, certainty: "documented", why: "Tokens came back." },
    factor: "single",
    factorEvidence: "Tokens came for the password alone.",
    error: null,
    signInLog: { status: "Success", errorCode: 0, note: "A green line." },
    account: null,
    tokens: {},
    steps: [{ id: "request", title: "Password request", status: "ok", ms: 100 }],
    findings: [],
    ...change,
  };
}

/** A password check that Entra answers with an error. */
export function refused(code: number, change: Partial<LoginResult> = {}): LoginResult {
  return check({
    outcome: "password-correct",
    factor: "multi",
    error: { code, oauthError: "invalid_grant", description: `AADSTS${code}: …` },
    ...change,
  });
}

/** A login that works and demanded MFA. */
export function login(change: Partial<LoginResult> = {}): LoginResult {
  return check({
    kind: "oidc",
    settingsFrom: "login",
    passwordVerdict: "not-checked",
    factor: "multi",
    ...change,
  });
}

let count = 0;

/** A run of one result or two. */
export function record(results: readonly LoginResult[], change: Partial<RunRecord> = {}): RunRecord {
  count += 1;
  return {
    id: `run-${count}`,
    kind: results.length > 1 ? "both" : (results[0]?.kind ?? "ropg"),
    startedAt: results[0]?.startedAt ?? "2026-11-17T09:05:00.000Z",
    documentKey: "d0",
    profileFingerprint: "f0",
    settings: [],
    practice: false,
    scenario: null,
    results,
    paired: null,
    masked: false,
    ...change,
  };
}
