import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { once } from "node:events";
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

export type MortalApp = RunningApp & {
  /** Stops in the middle of what it does: it is there and answers nothing. */
  readonly freeze: () => void;
  /** Goes on where it has stopped. */
  readonly thaw: () => void;
  readonly kill: () => Promise<void>;
};

const cli = resolve(import.meta.dirname, "../../../dist/main/cli.js");

/** Starts the built app in the browser host, as `npm start -- --browser --no-open` does, in a process of its own. */
export async function startApp(): Promise<MortalApp> {
  const home = await makeHome();
  const child = startNode([cli, "app", "--browser", "--no-open"], ["ignore", "pipe", "inherit"], home);
  const address = new Promise<string>((ready, failed) => {
    onReady(child, ready);
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`The app ended with ${code} before it was ready.`)));
  });
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
    await removeHome(home);
  };
  return {
    url: await address,
    home,
    stop: () => end("SIGTERM"),
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    // As when its terminal is closed, or the system ends it: it has no time to say good-bye.
    kill: () => end("SIGKILL"),
  };
}

/** A process in which the app runs from start to end as often as it is asked to, once at a time. */
export type HostProcess = {
  readonly start: () => Promise<RunningApp>;
  readonly end: () => void;
};

/** Starts the process; the app does not run yet. */
export function startHostProcess(): HostProcess {
  const script = join(import.meta.dirname, "host-process.mjs");
  const child = startNode([script, cli], ["ignore", "pipe", "inherit", "ipc"], tmpdir());
  let ready: (url: string) => void = () => undefined;
  onReady(child, (url) => ready(url));
  return {
    start: async () => {
      const home = await makeHome();
      const ended = new Promise<void>((done, failed) => {
        child.once("message", () => done());
        child.once("exit", (code) => failed(new Error(`The process of the app ended with ${code}.`)));
      });
      const address = new Promise<string>((resolve, failed) => {
        ready = resolve;
        ended.then(() => failed(new Error("The app ended before it was ready.")), failed);
      });
      child.send({ home });
      return {
        url: await address,
        home,
        stop: async () => {
          child.send({});
          await ended;
          child.removeAllListeners("exit");
          await removeHome(home);
        },
      };
    },
    end: () => child.disconnect(),
  };
}

function startNode(args: readonly string[], stdio: StdioOptions, home: string): ChildProcess {
  return spawn(process.execPath, args, {
    stdio,
    env: { ...process.env, HOME: home, XDG_STATE_HOME: home, APPDATA: home },
  });
}

function onReady(child: ChildProcess, ready: (url: string) => void): void {
  if (child.stdout === null) throw new Error("The app has no standard output.");
  createInterface({ input: child.stdout }).on("line", (line) => {
    const url = /^Latchkey is ready at (http:\S+)$/.exec(line)?.[1];
    if (url !== undefined) ready(url);
  });
}

function makeHome(): Promise<string> {
  return mkdtemp(join(tmpdir(), "latchkey-home-"));
}

/** What the app keeps may still be on its way to the disk. */
function removeHome(home: string): Promise<void> {
  return rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}
