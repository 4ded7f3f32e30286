import type { LoginResult } from "../../../../preload/contract.ts";

/** What the sign-in log shows in one column, and how it is coloured: everywhere alike. */
export type LogCell = { readonly text: string; readonly tone: "ok" | "err" | "warn" | "mfa" | "mute" | null };

const statusTones = { Success: "ok", Failure: "err", Interrupted: "warn" } as const;

/** The column "Status" of the row that a run leaves, with its code. */
export function logStatus({
  signInLog,
  error,
  outcome,
}: Pick<LoginResult, "signInLog" | "error" | "outcome">): LogCell {
  // Who stopped or was not reached left nothing that the log could name.
  if (outcome !== "succeeded" && error === null && signInLog.row === undefined) {
    return { text: "No line", tone: "mute" };
  }
  const { status, errorCode } = signInLog;
  return { text: errorCode === 0 ? status : `${status}, ${errorCode}`, tone: statusTones[status] };
}

const requirements = { "single-factor": "Single-factor", multifactor: "Multifactor" } as const;

/** The column "Authentication requirement"; a second factor has its colour. */
export function logRequirement({ signInLog: { row } }: Pick<LoginResult, "signInLog">): LogCell {
  if (row === undefined) return { text: "Not known", tone: "mute" };
  return { text: requirements[row.requirement], tone: row.requirement === "multifactor" ? "mfa" : null };
}
