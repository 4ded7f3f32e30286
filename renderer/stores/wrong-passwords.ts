import type { LoginResult } from "../../preload/contract.ts";

/** One account at one host; user names are not case-sensitive. */
export function accountKey(host: string, username: string): string {
  return `${host} ${username.trim().toLowerCase()}`;
}

/**
 * Counts wrong passwords in a row for each account. A correct password starts again at none: Entra's smart lockout
 * counts failures in a row (https://learn.microsoft.com/entra/identity/authentication/howto-password-smart-lockout).
 */
export function countWrong(counts: Map<string, number>, key: string, result: LoginResult): void {
  if (result.passwordVerdict === "wrong") {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  } else if (result.passwordVerdict === "correct") {
    counts.delete(key);
  }
}
