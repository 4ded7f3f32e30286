import { CdpConnection, type CdpSession } from "../chromium/connection.ts";
import type { Protocol } from "../chromium/protocol.ts";

type TargetInfo = Protocol.Target.TargetInfo;

/** A page target of ours, still paused before its first request. */
export type OpenedTarget = { readonly targetId: string; readonly session: CdpSession };

/** A pop-up that a page of ours opened, still paused. */
export type Popup = OpenedTarget & { readonly openerId: string };

/** The one Chromium behind all windows and partitions. Apps of other tests may have had theirs in it before. */
export class ChromiumHost {
  /** Called for each pop-up; who gets it has to resume or close it. */
  onPopup: (popup: Popup) => void = () => undefined;
  onClosed: (targetId: string) => void = () => undefined;
  private readonly ours = new Set<string>();
  private readonly attached = new Map<string, OpenedTarget>();
  private readonly awaited = new Map<string, (target: OpenedTarget) => void>();

  private readonly connection: CdpConnection;
  /** What Chromium calls itself. */
  readonly userAgent: string;

  private constructor(connection: CdpConnection, userAgent: string) {
    this.connection = connection;
    this.userAgent = userAgent;
  }

  static async attach(endpoint: string): Promise<ChromiumHost> {
    const connection = await CdpConnection.open(endpoint);
    const { browser } = connection;
    const { userAgent } = await browser.send("Browser.getVersion", {});
    const host = new ChromiumHost(connection, userAgent);
    browser.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => host.receive(sessionId, targetInfo));
    browser.on("Target.targetDestroyed", ({ targetId }) => host.onClosed(targetId));
    await browser.send("Target.setDiscoverTargets", { discover: true });
    await browser.send("Target.setAutoAttach", {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    });
    return host;
  }

  /** A browser context is a partition: cookies, storage and permissions of its own. It goes when this process does. */
  async createContext(): Promise<string> {
    const { browserContextId } = await this.connection.browser.send("Target.createBrowserContext", {
      disposeOnDetach: true,
    });
    this.ours.add(browserContextId);
    return browserContextId;
  }

  async openTarget(browserContextId: string, width: number, height: number): Promise<OpenedTarget> {
    const { targetId } = await this.connection.browser.send("Target.createTarget", {
      url: "about:blank",
      browserContextId,
      newWindow: true,
      width,
      height,
    });
    const early = this.attached.get(targetId);
    if (early !== undefined) return early;
    return new Promise((resolve) => this.awaited.set(targetId, resolve));
  }

  closeTarget(targetId: string): void {
    this.connection.browser.tell("Target.closeTarget", { targetId });
  }

  /** Refuses or grants an origin a permission in a context. */
  async setPermission(
    browserContextId: string,
    origin: string,
    name: string,
    granted: boolean,
  ): Promise<void> {
    await this.connection.browser.send("Browser.setPermission", {
      permission: { name },
      setting: granted ? "granted" : "denied",
      browserContextId,
      origin,
    });
  }

  private receive(sessionId: string, info: TargetInfo): void {
    const session = this.connection.session(sessionId);
    const ours = info.browserContextId !== undefined && this.ours.has(info.browserContextId);
    if (!ours || info.type !== "page") {
      // The browser's own pages, workers: none of our business, but they must not stay paused.
      session.tell("Runtime.runIfWaitingForDebugger");
      return;
    }
    const target = { targetId: info.targetId, session };
    if (info.openerId !== undefined) {
      this.onPopup({ ...target, openerId: info.openerId });
      return;
    }
    this.attached.set(info.targetId, target);
    this.awaited.get(info.targetId)?.(target);
    this.awaited.delete(info.targetId);
  }
}
