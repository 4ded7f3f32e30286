import { uptime } from "node:os";

/** Whether a process of this number runs, of whatever user. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Whether the process of this number that was there at a moment runs still: after a restart of the machine the number is another's.
 *
 * @param at milliseconds since 1970
 */
export function isAliveSince(pid: number, at: number): boolean {
  // A second for clocks that count in coarse steps.
  return isRunning(pid) && at > Date.now() - uptime() * 1000 - 1000;
}
