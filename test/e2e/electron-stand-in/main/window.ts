import { Bare, createEvent, onlyEvents, onlyKeys, strict } from "../strict.ts";
import type { StandInIpcMain } from "./ipc-main.ts";
import { display } from "./screen.ts";
import type { Sessions } from "./session.ts";
import { StandInWebContents } from "./web-contents.ts";
import type { World } from "./world.ts";

type Covered = Pick<
  Electron.BrowserWindow,
  | "id"
  | "webContents"
  | "loadURL"
  | "show"
  | "focus"
  | "isVisible"
  | "isMinimized"
  | "minimize"
  | "restore"
  | "setTitle"
  | "getTitle"
  | "getSize"
  | "getBounds"
  | "getMinimumSize"
  | "getParentWindow"
  | "close"
  | "destroy"
  | "isDestroyed"
  | "on"
  | "once"
>;

const windowKeys = [
  ..."x y width height minWidth minHeight show title backgroundColor titleBarStyle trafficLightPosition".split(
    " ",
  ),
  ..."autoHideMenuBar minimizable fullscreenable parent webPreferences".split(" "),
];
const preferenceKeys = [
  ..."preload session sandbox contextIsolation nodeIntegration nodeIntegrationInSubFrames".split(" "),
  ..."nodeIntegrationInWorker webviewTag webSecurity allowRunningInsecureContent experimentalFeatures devTools spellcheck".split(
    " ",
  ),
];
const endsWithWindow = [
  ..."webContents loadURL show focus isVisible isMinimized minimize restore setTitle getTitle".split(" "),
  ..."getSize getBounds getMinimumSize getParentWindow close".split(" "),
];
const events = [
  ..."ready-to-show show close closed page-title-updated".split(" "),
  // Never emitted here: nothing measures whether a page answers.
  ..."unresponsive responsive".split(" "),
];

/** Windows that are open, and how one is made. */
export class Windows {
  readonly open: StandInWindow[] = [];
  onCreated: (window: StandInWindow) => void = () => undefined;
  onAllClosed: () => void = () => undefined;
  private lastId = 0;

  readonly world: World;
  readonly sessions: Sessions;
  readonly ipcMain: StandInIpcMain;

  constructor(world: World, sessions: Sessions, ipcMain: StandInIpcMain) {
    this.world = world;
    this.sessions = sessions;
    this.ipcMain = ipcMain;
  }

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  closed(window: StandInWindow): void {
    this.open.splice(this.open.indexOf(window), 1);
    if (this.open.length === 0) this.onAllClosed();
  }
}

/** One window: a page of Chromium, with a record of what only a screen would show. */
export class StandInWindow extends Bare implements Covered {
  declare on: Electron.BrowserWindow["on"];
  declare once: Electron.BrowserWindow["once"];
  readonly whole: Electron.BrowserWindow;
  readonly id: number;
  readonly contents: StandInWebContents;
  readonly webContents: Electron.WebContents;
  private title: string;
  private visible: boolean;
  private minimized = false;
  private closing = false;
  private destroyed = false;

  private readonly windows: Windows;
  private readonly options: Electron.BrowserWindowConstructorOptions;

  constructor(windows: Windows, options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.windows = windows;
    this.options = options;
    if (!windows.world.isReady()) throw new Error("Cannot create BrowserWindow before app is ready");
    onlyEvents("BrowserWindow", this, events);
    onlyKeys("BrowserWindow", options, windowKeys);
    const preferences = options.webPreferences ?? {};
    onlyKeys("webPreferences", preferences, preferenceKeys);
    if (
      preferences.sandbox === false ||
      preferences.contextIsolation === false ||
      preferences.nodeIntegration === true
    ) {
      throw new Error("stand-in: only sandboxed, isolated pages without Node are covered");
    }
    this.id = windows.nextId();
    this.title = options.title ?? "";
    this.visible = options.show ?? true;
    this.whole = strict<Electron.BrowserWindow>("BrowserWindow", this, {
      isOver: () => this.destroyed,
      ends: endsWithWindow,
    });
    const session = preferences.session ?? windows.sessions.defaultSession;
    this.contents = new StandInWebContents(
      windows.world,
      windows.ipcMain,
      this.id,
      session,
      windows.sessions.partOf(session),
      { preload: preferences.preload ?? null, width: options.width ?? 800, height: options.height ?? 600 },
    );
    this.webContents = this.contents.whole;
    this.webContents.once("did-finish-load", () => this.emit("ready-to-show", createEvent({})));
    this.webContents.on("page-title-updated", (_event, title, explicitSet) => {
      const event = createEvent({});
      this.emit("page-title-updated", event, title, explicitSet);
      if (!event.defaultPrevented) this.title = title;
    });
    windows.open.push(this);
    windows.onCreated(this);
  }

  loadURL(url: string, options?: Electron.LoadURLOptions): Promise<void> {
    return this.webContents.loadURL(url, options);
  }

  show(): void {
    if (this.closing) throw new Error("stand-in: a window that is closing was shown, which crashes Electron");
    this.visible = true;
    this.emit("show", createEvent({}));
  }

  focus(): void {}

  isVisible(): boolean {
    return this.visible;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  minimize(): void {
    this.minimized = true;
  }

  restore(): void {
    this.minimized = false;
  }

  setTitle(title: string): void {
    this.title = title;
  }

  getTitle(): string {
    return this.title;
  }

  getSize(): number[] {
    return [this.options.width ?? 800, this.options.height ?? 600];
  }

  /** Nobody drags windows here: they stay where they were put, the middle of the screen where nobody said. */
  getBounds(): Electron.Rectangle {
    const [width = 0, height = 0] = this.getSize();
    const { workArea } = display;
    const x = this.options.x ?? Math.round(workArea.x + (workArea.width - width) / 2);
    const y = this.options.y ?? Math.round(workArea.y + (workArea.height - height) / 2);
    return { x, y, width, height };
  }

  getMinimumSize(): number[] {
    return [this.options.minWidth ?? 0, this.options.minHeight ?? 0];
  }

  getParentWindow(): Electron.BrowserWindow | null {
    const { parent } = this.options;
    return parent === undefined ? null : (parent as Electron.BrowserWindow);
  }

  /** As a person closes it: a listener may prevent. What is loading stops now; the window is gone a turn later. */
  close(): void {
    if (this.destroyed || this.closing) return;
    const event = createEvent({});
    this.emit("close", event);
    if (event.defaultPrevented) return;
    this.closing = true;
    this.contents.stop();
    setImmediate(() => this.destroy());
  }

  /** True from the moment that nobody has prevented its closing. */
  isClosing(): boolean {
    return this.closing;
  }

  destroy(): void {
    if (this.destroyed) return;
    this.end();
    void Promise.all([this.windows.world.chromium, this.contents.ready]).then(
      ([chromium, target]) => chromium.closeTarget(target.targetId),
      () => undefined,
    );
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  /** The page has gone, because we closed it or because somebody else did. */
  end(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.contents.end();
    for (const child of [...this.windows.open]) if (child.options.parent === this.whole) child.destroy();
    this.emit("closed");
    this.windows.closed(this);
  }
}
