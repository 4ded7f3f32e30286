import type { CdpSession } from "../chromium/connection.ts";
import {
  type Emission,
  type NavigationInput,
  type NavigationState,
  startNavigation,
  stepNavigation,
} from "../navigation.ts";
import { FrameTree } from "./frames.ts";
import { PageLink, type PageLinkOwner } from "./page-link.ts";
import { RequestGate } from "./request-gate.ts";
import type { StandInSession } from "./session.ts";
import type { World } from "./world.ts";

/** What a window hears from its page. */
export type PageTargetOwner = PageLinkOwner & {
  readonly id: number;
  /** Emits an event; true when a listener prevented it. */
  readonly onEmission: (emission: Emission) => boolean;
  readonly settleOrigin: (url: string) => Promise<void>;
  readonly onTitle: (title: string) => void;
  readonly onCrash: () => void;
  readonly onWindowOpen: (details: {
    readonly url: string;
    readonly frameName: string;
    readonly features: readonly string[];
  }) => void;
};

/** A world that `executeJavaScriptInIsolatedWorld` has used, by number. */
const numberedWorld = (id: number) => `stand-in world ${id}`;

/** The page of one window on Chromium's side: its frames, its requests, its scripts. */
export class PageTarget {
  readonly frames: FrameTree;
  private readonly link: PageLink;
  private readonly gate: RequestGate;
  private navigation: NavigationState;
  /** False until Chromium's own first document, which Electron does not have, is behind us. */
  private prepared = false;

  private readonly world: World;
  readonly targetId: string;
  private readonly cdp: CdpSession;
  private readonly owner: PageTargetOwner;

  constructor(
    world: World,
    targetId: string,
    cdp: CdpSession,
    session: StandInSession,
    owner: PageTargetOwner,
  ) {
    this.world = world;
    this.targetId = targetId;
    this.cdp = cdp;
    this.owner = owner;
    // Chromium gives the main frame the id of its target.
    this.frames = new FrameTree(targetId, world.addresses);
    this.navigation = startNavigation(targetId);
    this.link = new PageLink(cdp, this.frames, owner);
    this.gate = new RequestGate(world, cdp, session, {
      id: owner.id,
      mainFrame: targetId,
      settleOrigin: owner.settleOrigin,
      mayRequest: (frame, request, url) => this.take({ kind: "request", frame, request, url }),
      mayRedirect: (frame, request, url) => {
        if (!this.take({ kind: "redirect", frame, request, url })) return false;
        this.take({ kind: "redirect-followed", frame, url });
        return true;
      },
    });
    this.listen();
  }

  /** Makes everything ready while the target is still paused, then lets it go. */
  async prepare(preload: string | null, width: number, height: number): Promise<void> {
    const chromium = await this.world.chromium;
    await Promise.all([
      this.cdp.send("Emulation.setUserAgentOverride", {
        userAgent: this.world.userAgent(chromium.userAgent),
      }),
      // Without it the height would be less what a browser's own bars take.
      this.cdp.send("Emulation.setDeviceMetricsOverride", {
        width,
        height,
        deviceScaleFactor: 0,
        mobile: false,
      }),
      this.cdp.send("Page.enable"),
      this.cdp.send("Inspector.enable"),
      this.cdp.send("Runtime.enable"),
      this.cdp.send("Network.enable", {}),
      this.gate.open(),
      preload === null ? null : this.link.install(preload),
    ]);
    await this.untilFirstDocument();
    this.prepared = true;
  }

  /**
   * A target begins with an empty document that it navigates to by itself. If that is still under way when the first page is
   * asked for, the two overtake each other, and what Chromium reports of the one is taken for the other.
   */
  private async untilFirstDocument(): Promise<void> {
    const loaded = new Promise<void>((resolve) => {
      // Tells of a document that has been loaded before it was turned on, too.
      this.cdp.on("Page.lifecycleEvent", ({ frameId, name }) => {
        if (frameId === this.targetId && name === "load") resolve();
      });
    });
    await this.cdp.send("Page.setLifecycleEventsEnabled", { enabled: true });
    await this.cdp.send("Runtime.runIfWaitingForDebugger");
    await loaded;
    // The page's answer comes behind everything that it still had to say about the document.
    await this.cdp.send("Runtime.evaluate", { expression: "0" });
    await this.cdp.send("Page.setLifecycleEventsEnabled", { enabled: false });
  }

  load(url: string): void {
    this.cdp.tell("Page.navigate", { url: this.world.addresses.toChromium(url) });
  }

  reload(): void {
    this.cdp.tell("Page.reload", {});
  }

  send(channel: string, args: readonly unknown[]): void {
    this.link.send(channel, args);
  }

  /** Evaluates in a world beside the page's own, in the main frame. */
  async evaluateIsolated(worldId: number, code: string): Promise<unknown> {
    const worldName = numberedWorld(worldId);
    const { executionContextId } = await this.cdp.send("Page.createIsolatedWorld", {
      frameId: this.targetId,
      worldName,
    });
    const { result, exceptionDetails } = await this.cdp.send("Runtime.evaluate", {
      expression: code,
      contextId: executionContextId,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails !== undefined) throw new Error(`Script failed to execute: ${exceptionDetails.text}`);
    return result.value;
  }

  /** Feeds the machine and emits; false when a listener prevented. */
  private take(input: NavigationInput): boolean {
    if (!this.prepared) return true;
    const { state, emissions } = stepNavigation(this.navigation, input);
    this.navigation = state;
    return emissions.every((emission) => !(this.owner.onEmission(emission) && emission.canPrevent));
  }

  private listen(): void {
    const { cdp, frames } = this;
    const { addresses } = this.world;
    cdp.on("Page.frameAttached", ({ frameId, parentFrameId }) => frames.attach(frameId, parentFrameId));
    cdp.on("Page.frameDetached", ({ frameId, reason }) => {
      if (reason === "remove") frames.detach(frameId);
    });
    cdp.on("Page.frameNavigated", ({ frame }) => {
      if (!this.prepared) return;
      frames.navigated(frame);
      const errorPage = frame.unreachableUrl !== undefined;
      this.take({ kind: "committed", frame: frame.id, url: addresses.toElectron(frame.url), errorPage });
    });
    cdp.on("Page.navigatedWithinDocument", ({ frameId, url }) => {
      frames.movedWithin(frameId, url);
      this.take({ kind: "within-document", frame: frameId, url: addresses.toElectron(url) });
    });
    cdp.on("Page.frameRequestedNavigation", ({ frameId, url, disposition }) => {
      if (disposition !== "currentTab") return;
      this.take({ kind: "asked", frame: frameId, url: addresses.toElectron(url) });
    });
    cdp.on("Page.frameStartedLoading", ({ frameId }) =>
      this.take({ kind: "loading-started", frame: frameId }),
    );
    cdp.on("Page.frameStoppedLoading", ({ frameId }) =>
      this.take({ kind: "loading-stopped", frame: frameId }),
    );
    cdp.on("Page.domContentEventFired", () => {
      if (!this.prepared) return;
      this.take({ kind: "dom-ready" });
      void this.readTitle();
    });
    cdp.on("Page.loadEventFired", () => this.take({ kind: "loaded" }));
    cdp.on("Page.windowOpen", ({ url, windowName, windowFeatures }) => {
      this.owner.onWindowOpen({
        url: addresses.toElectron(url),
        frameName: windowName,
        features: windowFeatures,
      });
    });
    cdp.on("Network.responseReceived", ({ type, frameId, response }) => {
      if (type !== "Document" || frameId === undefined) return;
      this.take({
        kind: "response",
        frame: frameId,
        status: response.status,
        statusText: response.statusText,
      });
    });
    cdp.on("Network.loadingFailed", ({ requestId, errorText }) => {
      this.take({ kind: "failed", request: requestId, error: errorText });
    });
    cdp.on("Inspector.targetCrashed", () => this.owner.onCrash());
    cdp.on("Runtime.executionContextCreated", ({ context }) => frames.contextCreated(context));
    cdp.on("Runtime.executionContextDestroyed", ({ executionContextId }) =>
      frames.contextDestroyed(executionContextId),
    );
    cdp.on("Runtime.executionContextsCleared", () => frames.contextsCleared());
  }

  private async readTitle(): Promise<void> {
    try {
      const { result } = await this.cdp.send("Runtime.evaluate", {
        expression: "document.title",
        returnByValue: true,
      });
      this.owner.onTitle(String(result.value));
    } catch {
      // The document has gone; the next one brings its own title.
    }
  }
}
