import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Person, personWithoutRights } from "./person.ts";
import { startDisplay, type XDisplay } from "./x-display.ts";

/** The packed app's folder and the Electron that it was packed on; the script that packs says both. */
export const packageFolder = process.env["LATCHKEY_TEST_PACKAGE"] ?? "";
export const electronFolder = process.env["LATCHKEY_TEST_PACKAGE_ELECTRON"] ?? "";

export const executable = join(packageFolder, "latchkey");

export type StartOptions = {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};

/** A started app, seen from outside. */
export type StartedApp = {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly display: XDisplay;
  /** What it has written on standard error so far. */
  readonly errors: () => string;
  /** Resolves with the exit code; null when a signal ended it. */
  readonly untilExit: Promise<number | null>;
};

/** Runs something with the app started as somebody without rights, on a display and with a home of its own; ends both. */
export async function withApp<T>(options: StartOptions, look: (app: StartedApp) => Promise<T>): Promise<T> {
  const person = personWithoutRights();
  const home = await homeFor(person);
  const display = await startDisplay(home, person);
  const child = spawn(executable, [...(options.args ?? [])], {
    cwd: home,
    // Beside the usual three, the two that --remote-debugging-pipe would read from and write to.
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"] ?? "",
      LANG: "C.UTF-8",
      HOME: home,
      XDG_CONFIG_HOME: join(home, "config"),
      ...display.environment,
      ...options.environment,
    },
    ...(person.uid === undefined ? {} : { uid: person.uid, gid: person.gid ?? person.uid }),
  });
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const untilExit = once(child, "exit").then(([code]: unknown[]) => (typeof code === "number" ? code : null));
  try {
    if (child.pid === undefined) throw new Error(`${executable} could not be started.`);
    return await look({ child, pid: child.pid, display, errors: () => errors, untilExit });
  } finally {
    child.kill("SIGKILL");
    await untilExit;
    await display.close();
    await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

async function homeFor(person: Person): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), "latchkey-package-home-"));
  if (person.uid !== undefined) await chown(home, person.uid, person.gid ?? person.uid);
  return home;
}
