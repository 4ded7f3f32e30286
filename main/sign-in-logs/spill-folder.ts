import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeAbandonedFolders } from "../files/abandoned-folders.ts";

/** A private folder for what does not fit in memory. */
export type SpillFolder = {
  readonly path: string;
  readonly remove: () => Promise<void>;
};

const prefix = "latchkey-sign-ins-";

/**
 * Makes the folder, for its owner only (`mkdtemp` gives it 0700), and sees to it that it goes: by `remove`, and where this
 * process is killed, by a shell that waits for its end. What an earlier process left, on a system without such a shell or
 * after a loss of power, is removed first.
 *
 * @param base the folder in which it stands; the system's folder for such things if left out
 */
export async function makeSpillFolder(base: string = tmpdir()): Promise<SpillFolder> {
  await removeAbandonedFolders(base, prefix);
  const path = await mkdtemp(join(base, `${prefix}${process.pid}-`));
  const guard = process.platform === "win32" ? null : guardOf(path);
  return {
    path,
    remove: async () => {
      await rm(path, { recursive: true, force: true, maxRetries: 3 });
      guard?.stdin?.end();
    },
  };
}

/**
 * A shell that reads from this process and removes the folder when it can read no more, which is also when this process
 * was killed. It ignores the signals that a terminal sends to everybody.
 */
function guardOf(path: string): ChildProcess {
  const guard = spawn(
    "/bin/sh",
    ["-c", `trap '' INT HUP TERM; cat >/dev/null; rm -rf -- "$1"`, "latchkey-spill", path],
    { stdio: ["pipe", "ignore", "ignore"], detached: true, env: { PATH: "/usr/bin:/bin" } },
  );
  guard.on("error", () => undefined);
  guard.stdin?.on("error", () => undefined);
  guard.unref();
  // A pipe keeps a process alive for as long as it is open; the guard is there to outlive it, not to hold it.
  if (guard.stdin !== null && "unref" in guard.stdin) (guard.stdin as unknown as { unref(): void }).unref();
  return guard;
}
