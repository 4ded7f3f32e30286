import type { CdpSession } from "../chromium/connection.ts";
import type { Protocol } from "../chromium/protocol.ts";
import type { StandInSession } from "./session.ts";
import type { World } from "./world.ts";

type Paused = Protocol.Fetch.requestPausedPayload;
type ResourceType = Electron.OnBeforeRequestListenerDetails["resourceType"];

/** What the gate asks of the window whose requests it holds. */
export type GateOwner = {
  readonly id: number;
  readonly mainFrame: string;
  /** A document is about to be asked for; false when a listener prevented it. */
  readonly mayRequest: (frame: string, request: string, url: string) => boolean;
  /** A document of the main frame comes from there next: whatever the origin is allowed has to be known. */
  readonly settleOrigin: (url: string) => Promise<void>;
  /** A document request is being redirected; false when a listener prevented it. */
  readonly mayRedirect: (frame: string, request: string, url: string) => boolean;
};

const resourceTypes: Readonly<Record<string, ResourceType>> = {
  Stylesheet: "stylesheet",
  Script: "script",
  Image: "image",
  Font: "font",
  Media: "media",
  XHR: "xhr",
  Fetch: "xhr",
  Ping: "ping",
  CSPViolationReport: "cspReport",
};

/**
 * Every request of one window stops here before it leaves: navigation events first, then `webRequest`, then the handler of
 * an own scheme or the network. Documents stop again when they were answered, because a redirect to another scheme than
 * http shows nowhere else.
 */
export class RequestGate {
  private lastId = 0;

  private readonly world: World;
  private readonly cdp: CdpSession;
  private readonly session: StandInSession;
  private readonly owner: GateOwner;

  constructor(world: World, cdp: CdpSession, session: StandInSession, owner: GateOwner) {
    this.world = world;
    this.cdp = cdp;
    this.session = session;
    this.owner = owner;
    cdp.on("Fetch.requestPaused", (paused) => void this.hold(paused));
  }

  async open(): Promise<void> {
    await this.cdp.send("Fetch.enable", {
      patterns: [
        { urlPattern: "*", requestStage: "Request" },
        { urlPattern: "*", resourceType: "Document", requestStage: "Response" },
      ],
    });
  }

  private async hold(paused: Paused): Promise<void> {
    try {
      const answered = paused.responseStatusCode !== undefined || paused.responseErrorReason !== undefined;
      await (answered ? this.holdAnswer(paused) : this.holdRequest(paused));
    } catch (error) {
      // An error of a listener or of the stand-in itself has to be seen; the request must not hang for it.
      process.stderr.write(`stand-in: ${error instanceof Error ? error.stack : String(error)}\n`);
      this.refuse(paused, "Failed");
    }
  }

  private async holdAnswer(paused: Paused): Promise<void> {
    const location = paused.responseHeaders?.find(({ name }) => name.toLowerCase() === "location")?.value;
    const status = paused.responseStatusCode ?? 0;
    if (status >= 300 && status < 400 && location !== undefined && paused.networkId !== undefined) {
      const target = this.world.addresses.toElectron(new URL(location, paused.request.url).href);
      if (!this.owner.mayRedirect(paused.frameId, paused.networkId, target))
        return this.refuse(paused, "Aborted");
    }
    this.cdp.tell("Fetch.continueRequest", { requestId: paused.requestId });
  }

  private async holdRequest(paused: Paused): Promise<void> {
    const { addresses } = this.world;
    const url = addresses.toElectron(paused.request.url + (paused.request.urlFragment ?? ""));
    // Chromium asks for it by itself, Electron does not.
    if (url.endsWith("/favicon.ico") && paused.resourceType === "Other") return this.refuse(paused, "Failed");
    const isDocument = paused.resourceType === "Document";
    if (isDocument && paused.redirectedRequestId === undefined) {
      const allowed = this.owner.mayRequest(paused.frameId, paused.networkId ?? paused.requestId, url);
      if (!allowed) return this.refuse(paused, "Aborted");
    }
    if (isDocument && paused.frameId === this.owner.mainFrame) await this.owner.settleOrigin(url);
    // Last before the request leaves: what is not cancelled here must be seen to leave.
    if (await this.session.webRequestPart.isCancelled(this.describe(paused, url))) {
      return this.refuse(paused, "BlockedByClient");
    }
    const scheme = addresses.schemeOf(paused.request.url);
    if (scheme === null) this.cdp.tell("Fetch.continueRequest", { requestId: paused.requestId });
    else await this.answer(paused, scheme, url);
  }

  private async answer(paused: Paused, scheme: string, url: string): Promise<void> {
    const { method, headers, postDataEntries } = paused.request;
    const mapped = Object.entries(headers).map(([name, value]): [string, string] => [
      name,
      this.world.addresses.toElectron(value),
    ]);
    const body = bodyOf(postDataEntries);
    const request = new Request(url, { method, headers: mapped, ...(body === null ? {} : { body }) });
    const response = await this.session.protocolPart.answer(scheme, request);
    if (response === null) return this.refuse(paused, "Failed");
    const responseHeaders = [...response.headers]
      // Own schemes of Electron have no cookies.
      .filter(([name]) => name !== "set-cookie")
      .map(([name, value]) => ({
        name,
        value: name === "location" ? this.world.addresses.toChromium(value) : value,
      }));
    this.cdp.tell("Fetch.fulfillRequest", {
      requestId: paused.requestId,
      responseCode: response.status,
      responseHeaders,
      body: Buffer.from(await response.arrayBuffer()).toString("base64"),
    });
  }

  private refuse(paused: Paused, errorReason: "Aborted" | "BlockedByClient" | "Failed"): void {
    this.cdp.tell("Fetch.failRequest", { requestId: paused.requestId, errorReason });
  }

  private describe(paused: Paused, url: string): Electron.OnBeforeRequestListenerDetails {
    this.lastId += 1;
    const isMain = paused.frameId === this.owner.mainFrame;
    const body = bodyOf(paused.request.postDataEntries);
    return {
      id: this.lastId,
      url,
      method: paused.request.method,
      webContentsId: this.owner.id,
      resourceType:
        paused.resourceType === "Document"
          ? isMain
            ? "mainFrame"
            : "subFrame"
          : (resourceTypes[paused.resourceType] ?? "other"),
      referrer: paused.request.headers["Referer"] ?? "",
      timestamp: Date.now(),
      uploadData: body === null ? [] : [{ bytes: body }],
    };
  }
}

function bodyOf(entries: Protocol.Network.PostDataEntry[] | undefined): Buffer<ArrayBuffer> | null {
  if (entries === undefined || entries.length === 0) return null;
  return Buffer.concat(entries.map(({ bytes }) => Buffer.from(bytes ?? "", "base64")));
}
