import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { Bare, createEvent, onlyEvents, strict } from "../strict.ts";
import { SingleInstance } from "./single-instance.ts";
import type { StandInWindow, Windows } from "./window.ts";

type Covered = Pick<
  Electron.App,
  | "whenReady"
  | "isReady"
  | "isPackaged"
  | "quit"
  | "exit"
  | "getVersion"
  | "getName"
  | "getAppPath"
  | "getPath"
  | "enableSandbox"
  | "setAppUserModelId"
  | "commandLine"
  | "requestSingleInstanceLock"
  | "hasSingleInstanceLock"
  | "releaseSingleInstanceLock"
  | "on"
>;

const events = [
  ..."ready window-all-closed before-quit will-quit quit activate open-file second-instance".split(" "),
  ..."session-created web-contents-created browser-window-created".split(" "),
  // Never emitted here: certificates are for a real Electron.
  "select-client-certificate",
];

/** `app`: ready, the order of quitting, the lock against a second instance. */
export class StandInApp extends Bare implements Covered {
  declare on: Electron.App["on"];
  declare once: Electron.App["once"];
  readonly isPackaged = false;
  /** Chromium takes one dash for two. */
  readonly commandLine = strict<Electron.CommandLine>("CommandLine", {
    hasSwitch: (name: string) =>
      process.argv.some((part) => part.replace(/^--?/, "-").split("=")[0] === `-${name}`),
  });
  private ready = false;
  private readonly untilReady: Promise<void>;
  private windows: Windows | null = null;
  private readonly instance: SingleInstance;

  private readonly given: string;
  private readonly userData: string;

  /**
   * @param given the app's folder, which has a package.json, or its main file
   * @param userData folder of this run
   */
  constructor(given: string, userData: string, chromium: Promise<unknown>) {
    super();
    this.given = given;
    this.userData = userData;
    onlyEvents("App", this, events);
    this.instance = new SingleInstance(userData, (argv, cwd, data) => {
      this.emit("second-instance", createEvent({}), argv, cwd, data);
    });
    this.untilReady = chromium.then(() => {
      this.ready = true;
      this.emit("ready", createEvent({}), {});
    });
  }

  /** Ties the app to its windows; both know of each other in Electron. */
  attach(windows: Windows): void {
    this.windows = windows;
    windows.onAllClosed = this.onAllClosed;
    windows.onCreated = (window) => {
      this.emit("web-contents-created", createEvent({}), window.webContents);
      this.emit("browser-window-created", createEvent({}), window.whole);
    };
  }

  whenReady(): Promise<void> {
    return this.untilReady;
  }

  isReady(): boolean {
    return this.ready;
  }

  getVersion(): string {
    return String(this.packageJson()["version"] ?? process.versions["electron"]);
  }

  getName(): string {
    const { productName, name } = this.packageJson();
    return String(productName ?? name ?? "Electron");
  }

  getAppPath(): string {
    return statSync(this.given).isDirectory() ? this.given : dirname(this.given);
  }

  getPath(name: Parameters<Electron.App["getPath"]>[0]): string {
    if (name !== "userData") throw new Error(`stand-in: app.getPath("${name}") is not covered`);
    return this.userData;
  }

  enableSandbox(): void {
    if (this.ready) throw new Error("app.enableSandbox() can only be called before app is ready");
  }

  setAppUserModelId(_id: string): void {}

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    return this.instance.request(additionalData ?? {});
  }

  hasSingleInstanceLock(): boolean {
    return this.instance.isFirst;
  }

  releaseSingleInstanceLock(): void {
    this.instance.release();
  }

  /** before-quit, then every window, then will-quit, quit. Each of the first three can say no. */
  quit(): void {
    setImmediate(() => {
      const before = createEvent({});
      this.emit("before-quit", before);
      if (before.defaultPrevented) return;
      this.closeAll(() => {
        const will = createEvent({});
        this.emit("will-quit", will);
        if (!will.defaultPrevented) this.exit(0);
      });
    });
  }

  exit(exitCode = 0): void {
    this.emit("quit", createEvent({}), exitCode);
    this.instance.release();
    // The message to the first process is part of asking for the lock; Electron has sent it by now.
    void this.instance.told.then(() => process.exit(exitCode));
  }

  private readonly onAllClosed = () => {
    const listened = this.emit("window-all-closed");
    if (!listened) this.quit();
  };

  /** Closes every window and goes on when all have gone; a window that prevents it stops the quitting. */
  private closeAll(then: () => void): void {
    const { windows } = this;
    if (windows === null || windows.open.length === 0) {
      then();
      return;
    }
    windows.onAllClosed = then;
    const open: readonly StandInWindow[] = [...windows.open];
    for (const window of open) window.close();
    if (!open.every((window) => window.isClosing())) windows.onAllClosed = this.onAllClosed;
  }

  /** Electron reads it of an app that is started by its folder, and looks for none beside or above a main file. */
  private packageJson(): Record<string, unknown> {
    if (!statSync(this.given).isDirectory()) return {};
    return JSON.parse(readFileSync(join(this.given, "package.json"), "utf8")) as Record<string, unknown>;
  }
}
