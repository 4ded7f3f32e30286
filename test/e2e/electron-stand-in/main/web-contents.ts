import type { Emission } from "../navigation.ts";
import { Bare, createEvent, onlyEvents, onlyKeys, strict } from "../strict.ts";
import type { OpenedTarget, Popup } from "./chromium-host.ts";
import { createInvokeEvent, type StandInIpcMain } from "./ipc-main.ts";
import { untilLoaded } from "./load-promise.ts";
import { PageTarget } from "./page-target.ts";
import { applyPermissions, type StandInSession } from "./session.ts";
import type { World } from "./world.ts";

type OpenHandler = Parameters<Electron.WebContents["setWindowOpenHandler"]>[0];

type Covered = Pick<
  Electron.WebContents,
  | "id"
  | "session"
  | "mainFrame"
  | "loadURL"
  | "getURL"
  | "getTitle"
  | "isDestroyed"
  | "isLoading"
  | "send"
  | "reload"
  | "setWindowOpenHandler"
  | "executeJavaScriptInIsolatedWorld"
  | "on"
>;

const events = [
  ..."did-start-loading did-stop-loading did-start-navigation will-navigate will-frame-navigate".split(" "),
  ..."will-redirect did-redirect-navigation did-navigate did-frame-navigate did-navigate-in-page".split(" "),
  ..."did-fail-load did-fail-provisional-load dom-ready did-finish-load did-frame-finish-load".split(" "),
  ..."page-title-updated preload-error render-process-gone destroyed".split(" "),
  // There is no webview tag here, so there is never anything to attach.
  "will-attach-webview",
];

const endsWithPage = [
  ..."session mainFrame loadURL getURL getTitle isLoading send reload setWindowOpenHandler".split(" "),
  "executeJavaScriptInIsolatedWorld",
];

/** The web contents of one window. */
export class StandInWebContents extends Bare implements Covered {
  declare on: Electron.WebContents["on"];
  declare removeListener: Electron.WebContents["removeListener"];
  readonly whole: Electron.WebContents;
  /** Resolves when the page can be spoken to. */
  readonly ready: Promise<PageTarget>;
  private target: PageTarget | null = null;
  private openHandler: OpenHandler | null = null;
  private title = "";
  private loading = false;
  private destroyed = false;

  private readonly world: World;
  private readonly ipcMain: StandInIpcMain;
  readonly id: number;
  readonly session: Electron.Session;
  private readonly sessionPart: StandInSession;
  private readonly options: {
    readonly preload: string | null;
    readonly width: number;
    readonly height: number;
  };

  constructor(
    world: World,
    ipcMain: StandInIpcMain,
    id: number,
    session: Electron.Session,
    sessionPart: StandInSession,
    options: {
      readonly preload: string | null;
      readonly width: number;
      readonly height: number;
    },
  ) {
    super();
    this.world = world;
    this.ipcMain = ipcMain;
    this.id = id;
    this.session = session;
    this.sessionPart = sessionPart;
    this.options = options;
    onlyEvents("WebContents", this, events);
    this.whole = strict<Electron.WebContents>("WebContents", this, {
      isOver: () => this.destroyed,
      ends: endsWithPage,
    });
    this.ready = this.open();
    // Whoever waits for the page gets the error; a window nobody loads anything into is none.
    this.ready.catch(() => undefined);
  }

  get mainFrame(): Electron.WebFrameMain {
    if (this.target === null) throw new Error("stand-in: mainFrame before the window is open");
    return this.target.frames.frame(this.target.targetId);
  }

  async loadURL(url: string, options?: Electron.LoadURLOptions): Promise<void> {
    onlyKeys("LoadURLOptions", options ?? {}, []);
    const loaded = untilLoaded(this as never, url);
    this.loading = true;
    const asked = this.ready.then((target) => {
      if (!this.destroyed) target.load(url);
    });
    await Promise.all([asked, loaded]);
  }

  getURL(): string {
    return this.target === null || this.destroyed ? "" : this.target.frames.look(this.target.targetId).url;
  }

  getTitle(): string {
    return this.title;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isLoading(): boolean {
    return this.loading;
  }

  send(channel: string, ...args: unknown[]): void {
    this.target?.send(channel, args);
  }

  reload(): void {
    this.target?.reload();
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  async executeJavaScriptInIsolatedWorld(worldId: number, scripts: Electron.WebSource[]): Promise<unknown> {
    const [script, ...more] = scripts;
    if (script === undefined || more.length > 0) throw new Error("stand-in: one script at a time");
    onlyKeys("WebSource", script, ["code"]);
    return (await this.ready).evaluateIsolated(worldId, script.code);
  }

  /** Its window is being closed: whatever loads stops, and whoever waits for that is told. */
  stop(): void {
    if (this.loading) this.pass({ event: "did-stop-loading", details: null, rest: [], canPrevent: false });
  }

  /** The window is gone, whoever closed it. */
  end(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.emit("destroyed");
  }

  /** A pop-up of this page: nothing of it leaves, then it is closed. It has to run once, or its opener hangs. */
  refusePopup(popup: Popup): void {
    popup.session.tell("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
    popup.session.on("Fetch.requestPaused", ({ requestId }) => {
      popup.session.tell("Fetch.failRequest", { requestId, errorReason: "Aborted" });
    });
    popup.session.tell("Runtime.runIfWaitingForDebugger");
    this.world.chromium.then((chromium) => chromium.closeTarget(popup.targetId));
  }

  private async open(): Promise<PageTarget> {
    const chromium = await this.world.chromium;
    const context = await this.sessionPart.contextId();
    const opened: OpenedTarget = await chromium.openTarget(context, this.options.width, this.options.height);
    const target = new PageTarget(this.world, opened.targetId, opened.session, this.sessionPart, {
      id: this.id,
      onEmission: (emission) => this.pass(emission),
      settleOrigin: (url) => applyPermissions(this.world, this.sessionPart, this.whole, url),
      onTitle: (title) => this.setTitle(title),
      onCrash: () => this.emit("render-process-gone", createEvent({}), { reason: "crashed", exitCode: 5 }),
      onWindowOpen: (details) => this.askForWindow(details),
      onInvoke: (frame, channel, args) =>
        this.ipcMain.invoke(channel, createInvokeEvent(this.whole, target.frames.frame(frame)), args),
      onPreloadError: (message) => {
        process.stderr.write(`Unable to load preload script: ${message}\n`);
        this.emit("preload-error", createEvent({}), this.options.preload, new Error(message));
      },
    });
    this.target = target;
    await target.prepare(this.options.preload, this.options.width, this.options.height);
    return target;
  }

  private pass({ event, details, rest }: Emission): boolean {
    // Chromium may still report about a page that is being closed; Electron is silent by then.
    if (this.destroyed) return false;
    if (event === "did-start-loading") this.loading = true;
    if (event === "did-stop-loading") this.loading = false;
    const frame = details === null ? null : (this.target?.frames.frame(details.frame) ?? null);
    const extra = details === null ? {} : { ...details, frame, initiator: null, isSameDocument: false };
    const given = createEvent(extra);
    this.emit(event, given, ...rest);
    return given.defaultPrevented;
  }

  private setTitle(title: string): void {
    if (title === this.title || this.destroyed) return;
    this.title = title;
    this.emit("page-title-updated", createEvent({}), title, title !== "");
  }

  private askForWindow(asked: { url: string; frameName: string; features: readonly string[] }): void {
    const details: Electron.HandlerDetails = {
      url: asked.url,
      frameName: asked.frameName,
      features: asked.features.join(","),
      disposition: asked.features.length > 0 ? "new-window" : "foreground-tab",
      referrer: { url: this.getURL(), policy: "strict-origin-when-cross-origin" },
    };
    const answer = this.openHandler?.(details);
    if (answer?.action !== "deny") throw new Error("stand-in: only denied pop-ups are covered");
  }
}
