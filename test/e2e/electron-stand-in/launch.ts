import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright";
import type { FromTest, ToTest } from "./main/control.ts";
import type { ElectronModule } from "./main/electron-module.ts";

export type LaunchOptions = {
  /** Folder of the built app, or a main file. */
  readonly app: string;
  readonly args?: readonly string[];
  /** The Chromium for its windows, and Playwright's hold of it. */
  readonly endpoint: string;
  readonly browser: Browser;
  /** The stand-in's file for `node --import`. */
  readonly register: string;
  /** User data of another run, to meet it as its second instance. */
  readonly userData?: string;
};

/** Starts an app on the stand-in; it has its first window when this resolves. */
export async function launchApp(options: LaunchOptions): Promise<LaunchedApp> {
  const app = await startProcess(options);
  await app.target(0);
  return app;
}

/** Starts it without waiting for anything: a second instance ends before it has a window. */
export async function startProcess(options: LaunchOptions): Promise<LaunchedApp> {
  // In the system's own folder for such things: the path of a socket in it has to be short.
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), "latchkey-user-data-")));
  const child = spawn(
    process.execPath,
    ["--import", pathToFileURL(options.register).href, options.app, ...(options.args ?? [])],
    {
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      serialization: "advanced",
      env: {
        ...process.env,
        ELECTRON_STAND_IN: JSON.stringify({ endpoint: options.endpoint, userData }),
      },
    },
  );
  return new LaunchedApp(child, options.browser, userData, options.userData === undefined);
}

/** A running app, on the stand-in or on a real Electron. */
export type RunningApp = {
  /** Folder of its user data, for a second instance. */
  readonly userData: string;
  /** Runs a function inside the app's main process; it may use nothing but its two parameters. */
  readonly evaluate: <R, A = undefined>(
    fn: (electron: ElectronModule, argument: A) => R | Promise<R>,
    argument?: A,
  ) => Promise<R>;
  /** The page of the nth window that the app has opened, counted from 0; waits for it. */
  readonly page: (index?: number) => Promise<Page>;
  /** Resolves with the exit code when the process has ended. */
  readonly untilExit: () => Promise<number | null>;
  /** Ends the process as a crash does, without a word to it; its folder stays until `close`. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** An app on the stand-in. */
export class LaunchedApp implements RunningApp {
  readonly userData: string;
  /** What the process has written on standard error so far. */
  standardError = "";
  private ended: Error | null = null;
  private lastId = 0;
  private readonly answers = new Map<number, (message: ToTest) => void>();
  private readonly windows: { readonly windowId: number; readonly targetId: string }[] = [];
  private wake: () => void = () => undefined;

  private readonly child: ChildProcess;
  private readonly browser: Browser;
  private readonly ownsUserData: boolean;

  /** @param ownsUserData whether the folder goes with the app */
  constructor(child: ChildProcess, browser: Browser, userData: string, ownsUserData: boolean) {
    this.child = child;
    this.browser = browser;
    this.userData = userData;
    this.ownsUserData = ownsUserData;
    child.on("message", (message: ToTest) => {
      if (message.kind === "window") {
        this.windows.push(message);
        this.wake();
      } else this.answers.get(message.id)?.(message);
    });
    child.once("exit", (code) => {
      this.ended = new Error(`The app ended with ${code}.\n${this.standardError}`);
      this.wake();
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      this.standardError += chunk.toString();
    });
  }

  evaluate<R, A = undefined>(
    fn: (electron: ElectronModule, argument: A) => R | Promise<R>,
    argument?: A,
  ): Promise<R> {
    this.lastId += 1;
    const message: FromTest = { id: this.lastId, source: fn.toString(), argument };
    return new Promise((resolve, reject) => {
      this.answers.set(message.id, (answer) => {
        this.answers.delete(message.id);
        if (answer.kind === "answer") resolve(answer.value as R);
        else if (answer.kind === "failure") reject(new Error(answer.message));
      });
      this.child.send(message);
    });
  }

  /** The target of the nth window; waits for it. */
  async target(index: number): Promise<string> {
    for (;;) {
      const window = this.windows[index];
      if (window !== undefined) return window.targetId;
      if (this.ended !== null) throw this.ended;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  async page(index = 0): Promise<Page> {
    const targetId = await this.target(index);
    for (;;) {
      // Playwright has the pages of contexts that it did not make itself in the first.
      const [context] = this.browser.contexts();
      if (context === undefined) throw new Error("Playwright is not attached.");
      const another = new Promise((resolve) => context.once("page", resolve));
      for (const page of context.pages()) if ((await targetIdOf(page)) === targetId) return page;
      await another;
    }
  }

  async untilExit(): Promise<number | null> {
    if (this.child.exitCode !== null) return this.child.exitCode;
    const [code] = (await once(this.child, "exit")) as [number | null];
    return code;
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = this.untilExit();
    this.child.kill("SIGKILL");
    await ended;
  }

  /** Ends the app and removes its folder. Its windows go with it. */
  async close(): Promise<void> {
    await this.kill();
    if (this.ownsUserData) await rm(this.userData, { recursive: true, force: true });
  }
}

async function targetIdOf(page: Page): Promise<string | null> {
  try {
    const session = await page.context().newCDPSession(page);
    const { targetInfo } = await session.send("Target.getTargetInfo");
    await session.detach();
    return targetInfo.targetId;
  } catch {
    // A page that is closing; it is not the one that is looked for.
    return null;
  }
}
