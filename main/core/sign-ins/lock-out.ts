import { smartLockout } from "../providers/smart-lockout.ts";
import type { LockOut } from "./report.ts";

/** From this many wrong passwords on somebody is near to it. */
const near = 6;

/** Whether somebody has been locked out or is near to it. */
export function isNearLockOut({ wrong, lockedRows }: Pick<LockOut, "wrong" | "lockedRows">): boolean {
  return lockedRows > 0 || wrong >= near;
}

/**
 * One line on somebody near lock-out. Entra does not count the same wrong password again (unless the password is checked on
 * premises), and its log does not say which was sent, so the number is the most that it can be.
 */
export function lockOutSentence({ wrong, lockedRows, timesLocked }: LockOut): string {
  if (lockedRows > 0) {
    const times = timesLocked === 1 ? "once" : timesLocked === 2 ? "twice" : `${timesLocked} times`;
    return `locked ${times}, ${lockedRows} ${lockedRows === 1 ? "answer" : "answers"} 50053`;
  }
  return `${wrong} wrong passwords, limit ${smartLockout.usual}`;
}
