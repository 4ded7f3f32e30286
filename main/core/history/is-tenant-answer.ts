import type { LoginResult } from "../login-result.ts";

/** The second factor failed or was declined: as much a slip of the person as a wrong password. */
const slipCodes: ReadonlySet<number> = new Set([500121]);

/**
 * True for an answer that tells what tenant and profile do with a correct password of a working account. Only such
 * answers begin or end a streak; the others are left out, because they would be the same whatever anybody set up.
 */
export function isTenantAnswer({ outcome, error }: LoginResult): boolean {
  if (error?.code !== undefined && slipCodes.has(error.code)) return false;
  switch (outcome) {
    // The answers that policies, registrations and settings decide about.
    case "succeeded":
    case "password-correct":
    case "blocked":
    case "misconfigured":
      return true;
    // A code is an answer, also one that the catalogue does not know; without one nobody can tell two answers apart.
    case "unclear":
      return error?.code !== undefined;
    // About the typist.
    case "password-wrong":
      return false;
    // About one account: missing, locked or disabled, or with a password of which the time is up.
    case "account":
    case "password-expired":
      return false;
    // No answer of the provider, or of one that was out of service.
    case "unreachable":
      return false;
    // A person ended it.
    case "cancelled":
      return false;
  }
}
