import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

export type RunningApp = {
  /** The printed address with its single-use token. */
  readonly url: string;
  readonly stop: () => Promise<void>;
};

/** Starts the built app in the browser host, as `npm start -- --browser --no-open` does. */
export async function startApp(): Promise<RunningApp> {
  const cli = resolve(import.meta.dirname, "../../../dist/main/cli.js");
  const child = spawn(process.execPath, [cli, "app", "--browser", "--no-open"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await readyAddress(child);
  return {
    url,
    stop: () =>
      new Promise((done) => {
        child.once("exit", () => done());
        child.kill("SIGTERM");
      }),
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
