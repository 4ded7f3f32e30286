import type { RunRecord } from "../../../../main/core/history/index.ts";
import type { LoginResult } from "../../../../main/core/login-result.ts";
import { answeredWith, type LoginResultChanges, succeeded } from "../../../support/login-result.ts";

/** A clean password check, changed where a test says so. */
export function check(change: LoginResultChanges = {}): LoginResult {
  return succeeded("ropg", {
    startedAt: "2026-11-17T09:05:00.000Z",
    factor: "single",
    factorEvidence: "Tokens came for the password alone.",
    steps: [{ id: "request", title: "Password request", status: "ok", ms: 100 }],
    ...change,
  });
}

/** A password check that Entra answers with an error, which Jamf Connect takes for a correct password. */
export function refused(code: number, change: LoginResultChanges = {}): LoginResult {
  return answeredWith(code, "password-correct", {
    ...timed(check()),
    sentence: "The password is correct.",
    ...change,
  });
}

/** A login that works and demanded MFA. */
export function login(change: LoginResultChanges = {}): LoginResult {
  return succeeded("oidc", { ...timed(check()), factor: "multi", ...change });
}

function timed({ startedAt, steps }: LoginResult): Pick<LoginResult, "startedAt" | "steps"> {
  return { startedAt, steps };
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
    scenarioTitle: null,
    results,
    paired: null,
    masked: false,
    ...change,
  };
}
