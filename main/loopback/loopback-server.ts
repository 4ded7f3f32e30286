import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

/** What all clients together may take up of a server on this machine. */
export type LoopbackLimits = {
  /** Connections at a time. One more lets the oldest go that waits for nothing from us. */
  readonly connections: number;
  /** Time for the headers of a request, also for the first byte of a connection, in milliseconds. */
  readonly headersMs: number;
  /** Time for a whole request, in milliseconds. */
  readonly requestMs: number;
};

/** A server listens on this port, or the system gave this code: `EADDRINUSE`, for example. */
export type Listening =
  | { readonly ok: true; readonly port: number }
  | { readonly ok: false; readonly code: string; readonly error: Error };

/** An HTTP server that answers on 127.0.0.1 only and that no client can bring down. */
export type LoopbackServer = {
  readonly server: Server;
  /** @param port 0 takes a free one */
  readonly listen: (port: number) => Promise<Listening>;
  /** Takes a connection out of the count, because it has become something else than HTTP. */
  readonly keep: (socket: Duplex) => void;
  /** Ends every connection, kept ones too. */
  readonly close: () => Promise<void>;
};

/** Unused connections of a browser or a client go after this; also how often slow ones are looked for. */
const idleMs = 1_000;

/**
 * Makes a server whose sockets all have an error listener, upgraded ones too: without one, a client that resets its
 * connection would end the process. Slow and silent clients are let go, so they cannot keep others out.
 */
export function createLoopbackServer(limits: LoopbackLimits): LoopbackServer {
  const server = createServer({
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: idleMs,
    connectionsCheckingInterval: idleMs,
  });
  // In the order in which they came.
  const open = new Set<Duplex>();
  const kept = new Set<Duplex>();
  const answering = new Map<Duplex, readonly [IncomingMessage, ServerResponse]>();
  server.on("connection", (socket) => {
    // It concerns this connection only, and the close that follows tells everybody who waits.
    socket.on("error", () => undefined);
    open.add(socket);
    socket.once("close", () => {
      open.delete(socket);
      kept.delete(socket);
      answering.delete(socket);
    });
    if (open.size > limits.connections) (oldestIdle(open, answering) ?? socket).destroy();
  });
  server.on("request", (request, response) => {
    answering.set(request.socket, [request, response]);
    response.once("close", () => {
      if (answering.get(request.socket)?.[1] === response) answering.delete(request.socket);
    });
  });
  return {
    server,
    listen: (port) => listen(server, port),
    keep: (socket) => {
      if (open.delete(socket)) kept.add(socket);
    },
    close: () => {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      for (const socket of [...open, ...kept]) socket.destroy();
      return closed;
    },
  };
}

/** The first connection with no request, or with one that has not come in whole. */
function oldestIdle(
  open: ReadonlySet<Duplex>,
  answering: ReadonlyMap<Duplex, readonly [IncomingMessage, ServerResponse]>,
): Duplex | null {
  for (const socket of open) {
    if (answering.get(socket)?.[0].complete !== true) return socket;
  }
  return null;
}

function listen(server: Server, port: number): Promise<Listening> {
  return new Promise((resolve) => {
    // It stays for good: a connection that cannot be accepted (no descriptors left) is an error of the server too.
    server.on("error", (error) => {
      resolve({ ok: false, code: "code" in error ? String(error.code) : error.name, error });
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve({ ok: true, port: typeof address === "object" && address !== null ? address.port : port });
    });
  });
}
