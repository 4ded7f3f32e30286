import { grouped } from "../text/grouped.ts";
import type { SignInReport } from "./report.ts";

/**
 * The answer in a sentence: `54 real failures. The other 1,180 were correct passwords.` Where nothing failed, it says that.
 */
export function headline({
  rows,
  realFailures,
  classes,
}: Pick<SignInReport, "rows" | "realFailures" | "classes">): string {
  if (rows === 0) return "No sign-ins in this log, or none that were asked about.";
  const correct = classes["password-correct-mfa"];
  const real =
    realFailures === 0
      ? "No real failures."
      : `${grouped(realFailures)} real ${realFailures === 1 ? "failure" : "failures"}.`;
  if (correct === 0) return real;
  const other = realFailures === 0 ? "All" : "The other";
  if (correct === 1) {
    return `${real} ${realFailures === 0 ? "The one logged failure" : "The other one"} was a correct password.`;
  }
  return `${real} ${other} ${grouped(correct)} were correct passwords.`;
}

/** What stands below: how many failures Entra logged, and how many percent of them were none. */
export function underHeadline({
  loggedFailures,
  interrupts,
  classes,
}: Pick<SignInReport, "loggedFailures" | "interrupts" | "classes">): string {
  if (loggedFailures === 0) return "Entra logged no failure.";
  const logged = `Entra logged ${grouped(loggedFailures)} ${loggedFailures === 1 ? "failure" : "failures"}.`;
  return `${logged}${ofThem(classes["password-correct-mfa"], loggedFailures)}${interrupted(interrupts)}`;
}

function ofThem(correct: number, logged: number): string {
  if (correct === 0) return "";
  const which = correct < logged ? grouped(correct) : logged === 1 ? "It" : "All";
  return ` ${which} met MFA, and Jamf Connect accepts 50076.`;
}

function interrupted(interrupts: number): string {
  if (interrupts === 0) return "";
  const are = interrupts === 1 ? "1 is an interrupt" : `${grouped(interrupts)} are interrupts`;
  return ` ${are}, after which a sign-in can go on.`;
}
