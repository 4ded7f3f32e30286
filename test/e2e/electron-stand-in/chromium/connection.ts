import { EventEmitter, once } from "node:events";
import WebSocket from "ws";
import type { Protocol } from "./protocol.ts";

type Method = keyof Protocol.CommandParameters;
type EventName = keyof Protocol.Events;
type Waiting = { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void };

type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};

/** One target's end of the connection, or the browser's own with an empty id. */
export class CdpSession {
  private readonly events = new EventEmitter();

  readonly id: string;
  private readonly transmit: (sessionId: string, method: string, params: unknown) => Promise<never>;

  constructor(id: string, transmit: (sessionId: string, method: string, params: unknown) => Promise<never>) {
    this.id = id;
    this.transmit = transmit;
    this.events.setMaxListeners(50);
  }

  send<M extends Method>(
    method: M,
    params?: Protocol.CommandParameters[M],
  ): Promise<Protocol.CommandReturnValues[M]> {
    return this.transmit(this.id, method, params ?? {});
  }

  /** Sends where nobody waits for the answer; a target that has gone meanwhile is no error then. */
  tell<M extends Method>(method: M, params?: Protocol.CommandParameters[M]): void {
    this.send(method, params).catch(() => undefined);
  }

  on<E extends EventName>(name: E, listener: (payload: Protocol.Events[E]) => void): void {
    this.events.on(name, listener);
  }

  deliver(name: string, payload: unknown): void {
    this.events.emit(name, payload);
  }
}

/** The WebSocket to the browser, with flat sessions: every target speaks over the one socket. */
export class CdpConnection {
  readonly browser: CdpSession;
  private readonly sessions = new Map<string, CdpSession>();
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  private readonly socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    this.browser = this.session("");
    socket.on("message", (data) => this.receive(JSON.parse(String(data))));
    socket.on("close", () => {
      for (const { reject } of this.waiting.values()) reject(new Error("Chromium has gone."));
      this.waiting.clear();
    });
  }

  static async open(endpoint: string): Promise<CdpConnection> {
    const socket = new WebSocket(endpoint, { perMessageDeflate: false, maxPayload: 256 * 1024 * 1024 });
    await once(socket, "open");
    return new CdpConnection(socket);
  }

  session(id: string): CdpSession {
    const known = this.sessions.get(id);
    if (known !== undefined) return known;
    const made = new CdpSession(id, (sessionId, method, params) => this.transmit(sessionId, method, params));
    this.sessions.set(id, made);
    return made;
  }

  close(): void {
    this.socket.close();
  }

  private transmit(sessionId: string, method: string, params: unknown): Promise<never> {
    this.lastId += 1;
    const id = this.lastId;
    const message = sessionId === "" ? { id, method, params } : { id, method, params, sessionId };
    return new Promise((resolve, reject) => {
      if (this.socket.readyState !== WebSocket.OPEN) {
        reject(new Error("Chromium has gone."));
        return;
      }
      this.waiting.set(id, { resolve, reject });
      this.socket.send(JSON.stringify(message));
    });
  }

  private receive(message: Message): void {
    if (message.id === undefined) {
      if (message.method !== undefined)
        this.session(message.sessionId ?? "").deliver(message.method, message.params);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.error !== undefined) waiting?.reject(new Error(message.error.message));
    // The protocol pairs the answer with the command; the types of both come from `send`.
    else waiting?.resolve(message.result as never);
  }
}
