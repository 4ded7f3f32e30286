import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright";
import type { ChromiumCommand } from "./chromium/process.ts";
import type { FromTest, ToTest } from "./main/control.ts";
import type { ElectronModule } from "./main/electron-module.ts";

export type LaunchOptions = {
  /** The built main file. */
  readonly main: string;
  readonly args?: readonly string[];
  readonly chromium: ChromiumCommand;
  /** Folder of this run: Chromium's profile; removed at the end. */
  readonly folder: string;
  /** The stand-in's file for `node --import`. */
  readonly register: string;
  /** User data of another run, to meet it as its second instance. */
  readonly userData?: string;
};

/** Starts a built main file on the stand-in and attaches Playwright to the Chromium behind it. */
export async function launchApp(options: LaunchOptions): Promise<LaunchedApp> {
  const app = await startProcess(options);
  await app.attach();
  return app;
}

/** Starts it without waiting for anything: a second instance ends before there is anything to attach to. */
export async function startProcess(options: LaunchOptions): Promise<LaunchedApp> {
  await mkdir(options.folder, { recursive: true });
  // In the system's own folder for such things: the path of a socket in it has to be short.
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), "latchkey-user-data-")));
  const child = spawn(
    process.execPath,
    ["--import", pathToFileURL(options.register).href, options.main, ...(options.args ?? [])],
    {
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      serialization: "advanced",
      env: {
        ...process.env,
        ELECTRON_STAND_IN: JSON.stringify({
          chromium: options.chromium,
          folder: options.folder,
          userData,
        }),
      },
    },
  );
  const own = options.userData === undefined ? [options.folder, userData] : [options.folder];
  return new LaunchedApp(child, userData, own);
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
  readonly close: () => Promise<void>;
};

/** An app on the stand-in. */
export class LaunchedApp implements RunningApp {
  readonly userData: string;
  /** What the process has written on standard error so far. */
  standardError = "";
  private readonly endpoint: Promise<string>;
  private browser: Browser | null = null;
  private chromiumPid: number | null = null;
  private lastId = 0;
  private readonly answers = new Map<number, (message: ToTest) => void>();
  private readonly windows: { readonly windowId: number; readonly targetId: string }[] = [];
  private wake: () => void = () => undefined;

  private readonly child: ChildProcess;
  private readonly folders: readonly string[];

  /** @param folders to remove at the end */
  constructor(child: ChildProcess, userData: string, folders: readonly string[]) {
    this.child = child;
    this.folders = folders;
    this.userData = userData;
    this.endpoint = new Promise((resolve, reject) => {
      child.on("message", (message: ToTest) => {
        if (message.kind === "started") this.chromiumPid = message.chromiumPid;
        else if (message.kind === "chromium") resolve(message.endpoint);
        else if (message.kind === "window") {
          this.windows.push(message);
          this.wake();
        } else this.answers.get(message.id)?.(message);
      });
      child.once("exit", (code) => reject(new Error(`The app ended with ${code}.\n${this.standardError}`)));
    });
    // Whoever attaches gets the error; a second instance is not attached to.
    this.endpoint.catch(() => undefined);
    child.stderr?.on("data", (chunk: Buffer) => {
      this.standardError += chunk.toString();
    });
  }

  /** Waits for the Chromium of the process and attaches Playwright to it. */
  async attach(): Promise<void> {
    this.browser = await chromium.connectOverCDP(await this.endpoint);
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

  async page(index = 0): Promise<Page> {
    while (this.windows[index] === undefined) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    const targetId = this.windows[index].targetId;
    for (;;) {
      const context = this.browser?.contexts()[0];
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

  /** Ends the app and removes its folder. */
  async close(): Promise<void> {
    await this.browser?.close().catch(() => undefined);
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = this.untilExit();
      this.child.kill("SIGKILL");
      await ended;
    }
    if (this.chromiumPid !== null) killIfAlive(this.chromiumPid);
    // Chromium's helpers may still write for a moment after it was killed.
    for (const folder of this.folders) {
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    }
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

function killIfAlive(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
