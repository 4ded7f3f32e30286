import type { LoginResult } from "../login-result.ts";

/** A step outside Entra was demanded, mostly of another MFA provider. */
const outsideStep = 50158;

/** True where Entra sent the password check to a step outside Entra. */
export function leadsOutside(check: LoginResult): boolean {
  return check.error?.code === outsideStep;
}

/**
 * The login as the check beside it leaves it. Where the check was sent to a step outside Entra and the login's tokens name
 * the password only, the login may have taken that step too, and it would not show: its factors are `unknown`. Controls of
 * other providers do not fill the MFA claim:
 * https://learn.microsoft.com/entra/identity/conditional-access/controls
 */
export function besideOutsideStep(login: LoginResult, check: LoginResult): LoginResult {
  if (login.outcome !== "succeeded" || login.factor !== "single" || !leadsOutside(check)) return login;
  return {
    ...login,
    factor: "unknown",
    factorEvidence: `Entra sent the check to a step outside Entra (${outsideStep}). A login that takes such a step shows only the password in amr, so amr proves nothing here (inferred).`,
  };
}
