import type { Problem, Result } from "../core/problem.ts";
import { fail } from "../core/problem.ts";

/** The system's store for secrets: a keychain, a password manager. Hosts without one leave it out. */
export type SecretStore = {
  /** Whether the system has a store that encrypts; asked anew each time, because one may be locked or missing. */
  readonly isAvailable: () => Promise<boolean>;
  /** The secret that is kept under a name; null where there is none, or it cannot be decrypted any more. */
  readonly read: (name: string) => Promise<string | null>;
  readonly keep: (name: string, secret: string) => Promise<Result<null>>;
  readonly forget: (name: string) => Promise<void>;
};

/** The refusal where the system has no store. Problem: `remember-unavailable`. */
export function cannotRemember(what: "secret" | "session"): {
  readonly ok: false;
  readonly problem: Problem;
} {
  return fail({
    code: "remember-unavailable",
    title: `The ${what} cannot be remembered here.`,
    detail:
      "This system has no store that encrypts secrets, or this form of the app has none. Nothing was kept and nothing was sent.",
    fix: "Sign in without remembering, each time.",
  });
}
