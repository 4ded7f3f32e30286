import type { LoginResult } from "../login-result.ts";
import type { RunRecord } from "./run-record.ts";

/** What two runs must share to be held against each other: the settings, and where they were sent. */
export type Circumstances = Pick<RunRecord, "profileFingerprint" | "practice" | "scenario">;

/** True for two runs of the same settings against the same tenant. */
export function sameCircumstances(a: Circumstances, b: Circumstances): boolean {
  return (
    a.profileFingerprint === b.profileFingerprint && a.practice === b.practice && a.scenario === b.scenario
  );
}

/** Who signed in: the user name as the request carried it (shortened, as steps are), else as a token names it; null where nobody is named. */
export function personOf(result: LoginResult): string | null {
  for (const { request } of result.steps) {
    const sent = /(?:^|&)username=([^&]+)/.exec(request?.body ?? "")?.[1];
    if (sent !== undefined) return sent;
  }
  const claims = result.tokens.id?.claims ?? {};
  for (const name of ["upn", "unique_name", "preferred_username", "email"]) {
    const value = claims[name];
    if (typeof value === "string" && value !== "") return value;
  }
  return null;
}
