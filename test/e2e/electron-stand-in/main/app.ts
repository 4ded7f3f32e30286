import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { Bare, createEvent, onlyEvents } from "../strict.ts";
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
  private ready = false;
  private readonly untilReady: Promise<void>;
  private windows: Windows | null = null;
  private hasLock = false;

  private readonly mainFile: string;
  private readonly userData: string;
  private readonly stopped: () => void;

  /**
   * @param mainFile the app's main file
   * @param userData folder of this run
   * @param stopped ends what the stand-in has started
   */
  constructor(mainFile: string, userData: string, chromium: Promise<unknown>, stopped: () => void) {
    super();
    this.mainFile = mainFile;
    this.userData = userData;
    this.stopped = stopped;
    onlyEvents("App", this, events);
    this.untilReady = chromium.then(() => {
      this.ready = true;
      this.emit("ready", createEvent({}), {});
    });
  }

  /** Ties the app to its windows; both know of each other in Electron. */
  attach(windows: Windows): void {
    this.windows = windows;
    windows.onAllClosed = () => {
      const listened = this.emit("window-all-closed");
      if (!listened) this.quit();
    };
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
    return String(this.packageJson()["version"]);
  }

  getName(): string {
    const { productName, name } = this.packageJson();
    return String(productName ?? name);
  }

  getAppPath(): string {
    return dirname(this.mainFile);
  }

  getPath(name: Parameters<Electron.App["getPath"]>[0]): string {
    if (name !== "userData") throw new Error(`stand-in: app.getPath("${name}") is not covered`);
    return this.userData;
  }

  enableSandbox(): void {
    if (this.ready) throw new Error("app.enableSandbox() can only be called before app is ready");
  }

  setAppUserModelId(_id: string): void {}

  /** The file that only one process can create decides, because the call is synchronous. */
  requestSingleInstanceLock(): boolean {
    mkdirSync(this.userData, { recursive: true });
    try {
      closeSync(openSync(this.lockFile(), "wx"));
      this.hasLock = true;
    } catch {
      this.hasLock = false;
    }
    return this.hasLock;
  }

  hasSingleInstanceLock(): boolean {
    return this.hasLock;
  }

  releaseSingleInstanceLock(): void {
    if (this.hasLock) rmSync(this.lockFile(), { force: true });
    this.hasLock = false;
  }

  /** before-quit, then every window, then will-quit, quit. Each of the first three can say no. */
  quit(): void {
    setImmediate(() => {
      const before = createEvent({});
      this.emit("before-quit", before);
      if (before.defaultPrevented || !this.closeAll()) return;
      const will = createEvent({});
      this.emit("will-quit", will);
      if (!will.defaultPrevented) this.exit(0);
    });
  }

  exit(exitCode = 0): void {
    this.emit("quit", createEvent({}), exitCode);
    this.releaseSingleInstanceLock();
    this.stopped();
    process.exit(exitCode);
  }

  private closeAll(): boolean {
    const { windows } = this;
    if (windows === null) return true;
    windows.onAllClosed = () => undefined;
    for (const window of [...windows.open] as StandInWindow[]) window.close();
    return windows.open.length === 0;
  }

  private lockFile(): string {
    return join(this.userData, "SingletonLock");
  }

  private packageJson(): Record<string, unknown> {
    for (let folder = dirname(this.mainFile); folder !== dirname(folder); folder = dirname(folder)) {
      try {
        return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<string, unknown>;
      } catch {
        // Not in this folder; one further up has it.
      }
    }
    throw new Error("stand-in: no package.json above the main file");
  }
}
