import { join, posix, win32 } from "node:path";
import { keepToOwner } from "../../files/private-folder.ts";

/** What the place of a folder depends on; a process has all of it. */
export type Surroundings = {
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Home folder of the user. */
  readonly home: string;
};

/**
 * The folder for what an app keeps for a user between starts: `~/Library/Application Support` on a Mac, `%APPDATA%` on
 * Windows, `$XDG_STATE_HOME` elsewhere. A relative path in a variable is not followed, as the XDG specification asks.
 *
 * Source: https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function stateFolder({ platform, environment, home }: Surroundings): string {
  if (platform === "darwin") return posix.join(home, "Library", "Application Support", "Latchkey");
  if (platform === "win32") {
    const roaming = environment["APPDATA"] ?? "";
    return win32.join(
      win32.isAbsolute(roaming) ? roaming : win32.join(home, "AppData", "Roaming"),
      "Latchkey",
    );
  }
  const state = environment["XDG_STATE_HOME"] ?? "";
  return posix.join(posix.isAbsolute(state) ? state : posix.join(home, ".local", "state"), "latchkey");
}

/** The folder for kept runs inside the state folder. */
export function keptRunsFolder(state: string): string {
  return join(state, "kept-runs");
}

/** Called when a host starts: what the app keeps between starts is open to nobody but its owner. */
export async function protectState(state: string): Promise<void> {
  await keepToOwner(state);
  await keepToOwner(keptRunsFolder(state));
}
