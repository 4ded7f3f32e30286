import type { LoginResult } from "../../core/login-result.ts";

/** Wrong passwords in a row for each account and host, in this session. No password is kept. */
export type WrongPasswords = {
  readonly inARow: (host: string, username: string) => number;
  /** Takes in what a password check of the account came to. */
  readonly count: (host: string, username: string, result: Pick<LoginResult, "passwordVerdict">) => void;
};

/**
 * Counts wrong passwords in a row. A correct password starts again at none: Entra's smart lockout counts failures in a row
 * (https://learn.microsoft.com/entra/identity/authentication/howto-password-smart-lockout).
 */
export function createWrongPasswords(): WrongPasswords {
  const counts = new Map<string, number>();
  return {
    inARow: (host, username) => counts.get(accountKey(host, username)) ?? 0,
    count: (host, username, { passwordVerdict }) => {
      const key = accountKey(host, username);
      if (passwordVerdict === "wrong") counts.set(key, (counts.get(key) ?? 0) + 1);
      else if (passwordVerdict === "correct") counts.delete(key);
    },
  };
}

/** One account at one host; user names are not case-sensitive. */
function accountKey(host: string, username: string): string {
  return `${host} ${username.trim().toLowerCase()}`;
}
