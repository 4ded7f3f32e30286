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

/** What stands below: how many failures Entra logged, and how many of a hundred were none. */
export function underHeadline({
  loggedFailures,
  interrupts,
  classes,
}: Pick<SignInReport, "loggedFailures" | "interrupts" | "classes">): string {
  const correct = classes["password-correct-mfa"];
  if (loggedFailures === 0) return "Entra logged no failure.";
  const share = Math.round((correct / loggedFailures) * 100);
  const interrupted =
    interrupts === 0 ? "" : ` ${grouped(interrupts)} more were interrupts, after which the sign-in went on.`;
  const checks =
    correct === 0 ? "" : ` ${share} of 100 are correct passwords that met MFA; Jamf Connect accepts 50076.`;
  return `Entra logged ${grouped(loggedFailures)} ${loggedFailures === 1 ? "failure" : "failures"}.${checks}${interrupted}`;
}

/** 1186 as 1,186. */
export function grouped(value: number): string {
  return new Intl.NumberFormat("en-US").format(value);
}
