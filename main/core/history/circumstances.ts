import type { Asked } from "../login-result.ts";
import type { RunRecord } from "./run-record.ts";

/** What two runs must share to be held against each other: the settings, and where they were sent. */
export type Circumstances = Pick<RunRecord, "profileFingerprint" | "practice" | "scenario">;

/** True for two runs of the same settings against the same tenant. */
export function sameCircumstances(a: Circumstances, b: Circumstances): boolean {
  return (
    a.profileFingerprint === b.profileFingerprint && a.practice === b.practice && a.scenario === b.scenario
  );
}

/**
 * Whether two runs asked the same tenant. A practice scenario is known by its name, because it listens on another port after
 * every start. A run whose settings lead nowhere asked nobody, which is no difference.
 */
export function askSameTenant(a: Asked, b: Asked): boolean {
  if (a.scenario !== null || b.scenario !== null) return a.scenario === b.scenario;
  if (a.host === "" || b.host === "") return true;
  return sameText(a.host, b.host) && sameText(a.tenant ?? "", b.tenant ?? "");
}

/** Whether two runs were of one person; `unknown` where one of them names nobody. */
export function askForSamePerson(a: Asked, b: Asked): "yes" | "no" | "unknown" {
  if (a.person === null || b.person === null) return "unknown";
  return sameText(a.person, b.person) ? "yes" : "no";
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
