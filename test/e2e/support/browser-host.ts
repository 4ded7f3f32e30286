import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

export type RunningApp = {
  /** The printed address with its single-use token. */
  readonly url: string;
  /** Folder of the person who runs it, empty at first: what a test keeps stays out of everybody else's. */
  readonly home: string;
  readonly stop: () => Promise<void>;
};

/** Starts the built app in the browser host, as `npm start -- --browser --no-open` does. */
export async function startApp(): Promise<RunningApp> {
  const cli = resolve(import.meta.dirname, "../../../dist/main/cli.js");
  const home = await mkdtemp(join(tmpdir(), "latchkey-home-"));
  const child = spawn(process.execPath, [cli, "app", "--browser", "--no-open"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, HOME: home, XDG_STATE_HOME: home, APPDATA: home },
  });
  const url = await readyAddress(child);
  return {
    url,
    home,
    stop: async () => {
      await new Promise<void>((done) => {
        child.once("exit", () => done());
        child.kill("SIGTERM");
      });
      await rm(home, { recursive: true, force: true });
    },
  };
}

function readyAddress(child: ChildProcess): Promise<string> {
  return new Promise((ready, failed) => {
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`The app ended with ${code} before it was ready.`)));
    if (child.stdout === null) return failed(new Error("The app has no standard output."));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const match = /^Latchkey is ready at (http:\S+)$/.exec(line);
      if (match?.[1] !== undefined) ready(match[1]);
    });
  });
}
