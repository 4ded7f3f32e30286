import type { LoginResult } from "../../../../preload/contract.ts";
import { isAcceptedError } from "./outcome-tone.ts";

/** What the sign-in log shows in one column, and how it is coloured: everywhere alike. */
export type LogCell = { readonly text: string; readonly tone: "ok" | "err" | "warn" | "mfa" | "mute" | null };

/** An error that Jamf Connect takes is amber here as well, whatever the log calls it. */
const statusTones = { Success: "ok", Failure: "err", Interrupted: "warn" } as const;

/** The column "Status" of the row that a run leaves, with its code. */
export function logStatus({
  signInLog,
  error,
  outcome,
  jamfConnect,
}: Pick<LoginResult, "signInLog" | "error" | "outcome" | "jamfConnect">): LogCell {
  // Who stopped or was not reached left nothing that the log could name.
  if (outcome !== "succeeded" && error === null && signInLog.row === undefined) {
    return { text: "No line", tone: "mute" };
  }
  const { status, errorCode } = signInLog;
  const tone = isAcceptedError({ outcome, jamfConnect }) ? "warn" : statusTones[status];
  return { text: errorCode === 0 ? status : `${status}, ${errorCode}`, tone };
}

const requirements = { "single-factor": "Single-factor", multifactor: "Multifactor" } as const;

/** The column "Authentication requirement"; a second factor has its colour. */
export function logRequirement({ signInLog: { row } }: Pick<LoginResult, "signInLog">): LogCell {
  if (row === undefined) return { text: "Not known", tone: "mute" };
  return { text: requirements[row.requirement], tone: row.requirement === "multifactor" ? "mfa" : null };
}
