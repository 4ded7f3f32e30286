import { createHmac, randomBytes } from "node:crypto";
import type { TenantUser } from "../tenant/user.ts";

/** What smart lockout knows about one account. No password is in it: only keyed digests whose key dies with the instance. */
type Counter = {
  readonly failures: number;
  /** Digests of the last three wrong passwords. */
  readonly recent: readonly string[];
  /** Milliseconds since 1970. */
  readonly lockedUntil: number;
  readonly lockouts: number;
};

const FRESH: Counter = { failures: 0, recent: [], lockedUntil: 0, lockouts: 0 };
/** Entra remembers so many wrong passwords, so that a device which keeps sending an old one does not lock the account. */
const REMEMBERED = 3;

export type LockoutSettings = { readonly threshold: number; readonly seconds: number };

/**
 * Smart lockout as documented: ten failures lock for a minute, the first failure after a lock-out locks again and for
 * longer, and the same wrong password counts once, but not with pass-through authentication
 * (https://learn.microsoft.com/entra/identity/authentication/howto-password-smart-lockout). Microsoft does not publish
 * how the time grows: doubling is our guess. Familiar and unfamiliar places share one counter here.
 */
export type SmartLockout = {
  readonly isLocked: (user: TenantUser, now: number) => boolean;
  /** Counts a wrong password. */
  readonly failed: (user: TenantUser, password: string, now: number, settings: LockoutSettings) => void;
  /** A right password outside a lock-out clears the counter. */
  readonly succeeded: (user: TenantUser) => void;
  /** Forgets the wrong passwords of an account, as when an administrator lets it in again. */
  readonly release: (userId: string) => void;
};

/** Fresh counters for one practice tenant. */
export function createSmartLockout(): SmartLockout {
  const key = randomBytes(32);
  const counters = new Map<string, Counter>();
  return {
    isLocked: (user, now) => user.lockedOut || (counters.get(user.id) ?? FRESH).lockedUntil > now,
    failed: (user, password, now, settings) => {
      const digest = createHmac("sha256", key).update(password).digest("base64");
      counters.set(user.id, afterFailure(counters.get(user.id) ?? FRESH, digest, user, now, settings));
    },
    succeeded: (user) => void counters.delete(user.id),
    release: (userId) => void counters.delete(userId),
  };
}

function afterFailure(
  counter: Counter,
  digest: string,
  user: TenantUser,
  now: number,
  settings: LockoutSettings,
): Counter {
  const known = user.authentication !== "pass-through" && counter.recent.includes(digest);
  if (known) return counter;
  const recent = [digest, ...counter.recent].slice(0, REMEMBERED);
  const failures = counter.failures + 1;
  if (failures < settings.threshold && counter.lockouts === 0) return { ...counter, failures, recent };
  const lockouts = counter.lockouts + 1;
  return { failures, recent, lockouts, lockedUntil: now + settings.seconds * 1_000 * 2 ** (lockouts - 1) };
}
