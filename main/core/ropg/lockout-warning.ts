import type { Finding } from "../finding.ts";

/** Wrong passwords in a row after which the app asks before it sends another. */
export const wrongPasswordsBeforeAsking = 2;

/**
 * The warning that stands before a further password check of an account, or null while there is no need. Entra locks an account
 * after ten wrong passwords by default, three in the US government cloud
 * (https://learn.microsoft.com/entra/identity/authentication/howto-password-smart-lockout).
 *
 * @param wrongInARow wrong passwords of this account since its last right one, in this session
 */
export function lockoutWarning(wrongInARow: number): Finding | null {
  if (wrongInARow < wrongPasswordsBeforeAsking) return null;
  return {
    rule: "smart-lockout-near",
    severity: "warning",
    certainty: "documented",
    title: "Another wrong password can lock this account.",
    detail: `${wrongInARow} wrong passwords were sent for it. Entra locks an account for a while after ten, in the US government cloud after three, and other devices count too.`,
    where: { step: "request" },
    fix: {
      label: "Make sure of the password",
      steps: ["Sign in with it in a browser first.", "Copy it instead of typing it."],
    },
    source: "https://learn.microsoft.com/entra/identity/authentication/howto-password-smart-lockout",
  };
}
