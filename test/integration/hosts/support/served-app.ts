import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const cli = resolve(import.meta.dirname, "../../../../dist/main/cli.js");

/** A command of the built command line that serves, in a process of its own and a home of its own. */
export type Served = {
  /** Its first line on standard output. */
  readonly firstLine: string;
  readonly home: string;
  readonly pid: number;
  /** What it has written to standard error so far. */
  readonly complaints: () => string;
  readonly isAlive: () => boolean;
  readonly stop: () => Promise<void>;
};

export type ServeOptions = {
  readonly environment?: (home: string) => Record<string, string>;
};

/** Starts `latchkey ARGS` and waits for its first line. */
export async function serveCommand(args: readonly string[], options: ServeOptions = {}): Promise<Served> {
  const home = mkdtempSync(join(tmpdir(), "latchkey-home-"));
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...environment } = process.env;
  const child = spawn(process.execPath, [cli, ...args], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...environment, HOME: home, XDG_STATE_HOME: home, APPDATA: home, ...options.environment?.(home) },
  });
  let complaints = "";
  child.stderr.on("data", (part) => {
    complaints += part;
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const firstLine = await lineOf(child, () => complaints);
  return {
    firstLine,
    home,
    pid: child.pid ?? 0,
    complaints: () => complaints,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function lineOf(child: ChildProcess, complaints: () => string): Promise<string> {
  return new Promise((ready, failed) => {
    child.once("error", failed);
    child.once("exit", (code) =>
      failed(new Error(`It ended with ${code} before it was ready: ${complaints()}`)),
    );
    if (child.stdout === null) return failed(new Error("It has no standard output."));
    createInterface({ input: child.stdout }).once("line", ready);
  });
}
