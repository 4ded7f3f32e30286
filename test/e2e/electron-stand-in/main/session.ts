import { Bare, onlyEvents, onlyKeys, strict } from "../strict.ts";
import { StandInProtocol } from "./protocol.ts";
import { StandInWebRequest } from "./web-request.ts";
import type { World } from "./world.ts";

type RequestHandler = Parameters<Electron.Session["setPermissionRequestHandler"]>[0];
type CheckHandler = Parameters<Electron.Session["setPermissionCheckHandler"]>[0];
type DeviceHandler = Parameters<Electron.Session["setDevicePermissionHandler"]>[0];
type Permission = Parameters<NonNullable<CheckHandler>>[1];

type Covered = Pick<
  Electron.Session,
  | "protocol"
  | "webRequest"
  | "setPermissionRequestHandler"
  | "setPermissionCheckHandler"
  | "setDevicePermissionHandler"
  | "allowNTLMCredentialsForDomains"
  | "clearStorageData"
  | "setProxy"
  | "isPersistent"
  | "fetch"
  | "on"
>;

/** One partition: a browser context of Chromium. */
export class StandInSession extends Bare implements Covered {
  declare on: Electron.Session["on"];
  readonly webRequestPart = new StandInWebRequest();
  /** Origins whose permissions Chromium has been told. */
  readonly origins = new Set<string>();
  readonly protocol: Electron.Protocol;
  readonly webRequest: Electron.WebRequest;
  private context: Promise<string> | null = null;
  private requestHandler: RequestHandler = null;
  private checkHandler: CheckHandler = null;

  private readonly world: World;
  readonly partition: string;
  readonly protocolPart: StandInProtocol;

  constructor(world: World, partition: string, protocolPart: StandInProtocol) {
    super();
    this.world = world;
    this.partition = partition;
    this.protocolPart = protocolPart;
    onlyEvents("Session", this, ["will-download"]);
    this.protocol = strict<Electron.Protocol>("protocol", protocolPart);
    this.webRequest = strict<Electron.WebRequest>("webRequest", this.webRequestPart);
  }

  /** The context's id; it is made when the first window needs it, with the permissions as they are set then. */
  async contextId(): Promise<string> {
    this.context ??= this.createContext();
    return this.context;
  }

  isPersistent(): boolean {
    return this.partition.startsWith("persist:");
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.requestHandler = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.checkHandler = handler;
  }

  setDevicePermissionHandler(_handler: DeviceHandler): void {}

  allowNTLMCredentialsForDomains(_domains: string): void {}

  /** Requests of main; covered for own schemes, which are answered as the page's requests are. */
  async fetch(input: string | GlobalRequest, init?: RequestInit): Promise<GlobalResponse> {
    const request = new Request(input, init);
    const scheme = new URL(request.url).protocol.slice(0, -1);
    const response = await this.protocolPart.answer(scheme, request);
    if (response === null) throw new Error(`stand-in: session.fetch of ${scheme}: is not covered`);
    return response;
  }

  /** Chromium is told of no proxy, so the only setting that is covered changes nothing. */
  async setProxy(config: Electron.ProxyConfig): Promise<void> {
    onlyKeys("ProxyConfig", config, ["mode"]);
    if (config.mode !== "direct") throw new Error(`stand-in: proxy mode ${config.mode} is not covered`);
  }

  /** Contexts live in memory and end with the process; what is left is to forget their cookies and storage. */
  async clearStorageData(options?: Electron.ClearStorageDataOptions): Promise<void> {
    onlyKeys("ClearStorageDataOptions", options ?? {}, []);
  }

  /** What a page of this session would be told for a permission; Electron grants where no handler is set. */
  async allows(permission: Permission, contents: Electron.WebContents, origin: string): Promise<boolean> {
    const { requestHandler, checkHandler } = this;
    const details = { isMainFrame: true, requestingUrl: origin, securityOrigin: origin } as const;
    if (checkHandler !== null && !checkHandler(contents, permission, origin, details)) return false;
    if (requestHandler === null) return true;
    return new Promise((resolve) => requestHandler(contents, permission, resolve, details));
  }

  private async createContext(): Promise<string> {
    const chromium = await this.world.chromium;
    return chromium.createContext();
  }
}

/** Permissions that Chromium can be told about, by its name and Electron's. */
const permissions: readonly (readonly [chromium: string, electron: Permission])[] = [
  ["geolocation", "geolocation"],
  ["notifications", "notifications"],
  ["midi", "midi"],
  ["camera", "media"],
  ["microphone", "media"],
  ["clipboard-read", "clipboard-read"],
  ["clipboard-write", "clipboard-sanitized-write"],
  ["idle-detection", "idle-detection"],
  ["local-fonts", "local-fonts"],
  ["window-management", "window-management"],
];

/**
 * Chromium reports no event when a page asks, so each permission is put to the app's handlers once for each origin that a
 * window of the session is about to show, and the answer is set.
 */
export async function applyPermissions(
  world: World,
  session: StandInSession,
  contents: Electron.WebContents,
  url: string,
): Promise<void> {
  const origin = new URL(world.addresses.toChromium(url)).origin;
  if (session.origins.has(origin)) return;
  session.origins.add(origin);
  const chromium = await world.chromium;
  const context = await session.contextId();
  for (const [name, permission] of permissions) {
    await chromium.setPermission(context, origin, name, await session.allows(permission, contents, url));
  }
}

/** `session`: the default session and those of partitions, one each. */
export class Sessions {
  /** Called for each new session, before anybody else has it. */
  onCreated: (session: Electron.Session) => void = () => undefined;
  /** `protocol` of the module: the default session's, which schemes are registered with before there is a session. */
  readonly earlyProtocol: StandInProtocol;
  private readonly parts = new Map<
    string,
    { readonly part: StandInSession; readonly whole: Electron.Session }
  >();

  private readonly world: World;

  constructor(world: World) {
    this.world = world;
    this.earlyProtocol = new StandInProtocol(world);
  }

  get defaultSession(): Electron.Session {
    return this.fromPartition("");
  }

  fromPartition(partition: string, options?: Electron.FromPartitionOptions): Electron.Session {
    if (!this.world.isReady()) throw new Error("Session can only be received when app is ready");
    onlyKeys("FromPartitionOptions", options ?? {}, ["cache"]);
    const known = this.parts.get(partition);
    if (known !== undefined) return known.whole;
    const part = new StandInSession(
      this.world,
      partition,
      partition === "" ? this.earlyProtocol : new StandInProtocol(this.world),
    );
    const whole = strict<Electron.Session>("Session", part);
    this.parts.set(partition, { part, whole });
    this.onCreated(whole);
    return whole;
  }

  /** The stand-in's own side of a session that it gave out. */
  partOf(whole: Electron.Session): StandInSession {
    for (const entry of this.parts.values()) if (entry.whole === whole) return entry.part;
    throw new Error("stand-in: this session is not one of ours");
  }
}
