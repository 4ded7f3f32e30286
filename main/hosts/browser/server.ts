import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import { callTurnHeader, eventsToldHeader } from "../../../preload/bridge.ts";
import type { Dispatch } from "../../app/dispatch.ts";
import { fail, type Result, succeed } from "../../core/problem.ts";
import { createLoopbackServer, type LoopbackLimits } from "../../loopback/loopback-server.ts";
import { rendererFile, rendererHeaders } from "../renderer-files.ts";
import type { Access } from "./access.ts";
import { type CallOrder, createCallOrder } from "./call-order.ts";
import type { Downloads } from "./downloads.ts";
import type { EventChannel } from "./event-channel.ts";
import { largestBody, readJson } from "./read-json.ts";
import { refusal } from "./request-guard.ts";
import type { Uploads } from "./uploads.ts";

export type BrowserServer = { readonly port: number; readonly stop: () => Promise<void> };

export type BrowserServerParts = {
  /** Folder of the built page. */
  readonly root: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly access: Access;
  readonly events: EventChannel;
  readonly dispatch: Dispatch;
  readonly uploads: Pick<Uploads, "receive">;
  readonly downloads: Pick<Downloads, "take">;
  /** Left out: {@link pageLimits}. */
  readonly limits?: LoopbackLimits;
};

/** A page needs six connections and sends whole files; nobody else has any business here. */
const pageLimits: LoopbackLimits = { connections: 256, headersMs: 10_000, requestMs: 120_000 };

/** Serves the page and the contract on 127.0.0.1 only (design section 12). */
export async function startBrowserServer(parts: BrowserServerParts): Promise<Result<BrowserServer>> {
  const { server, listen, keep, close } = createLoopbackServer(parts.limits ?? pageLimits);
  const listening = await listen(parts.port);
  if (!listening.ok) return portUnavailable(parts.port, listening.code);
  const { port } = listening;
  const order = createCallOrder();
  server.on("request", (request, response) => {
    handle(request, response, { ...parts, order }, port).catch(() => response.destroy());
  });
  server.on("upgrade", (request, socket, head) => {
    if (!mayListen(request, parts.access, port)) return refuseUpgrade(socket);
    keep(socket);
    return parts.events.accept(request, socket, head);
  });
  return succeed({
    port,
    stop: () => {
      parts.events.close();
      return close();
    },
  });
}

/** The bearer comes as a subprotocol, because a page cannot put headers on a WebSocket. */
function mayListen(request: IncomingMessage, access: Access, port: number): boolean {
  const protocols = (request.headers["sec-websocket-protocol"] ?? "").split(",").map((part) => part.trim());
  const bearer = protocols.find((protocol) => protocol.startsWith("bearer."))?.slice("bearer.".length) ?? "";
  return (
    refusal(request.headers, port, true) === null && request.url === "/events" && access.isBearer(bearer)
  );
}

/** Destroyed as soon as the answer is out: a client that keeps its half open would hold the connection for good. */
function refuseUpgrade(socket: Duplex): void {
  socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n", () => socket.destroy());
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  parts: BrowserServerParts & { readonly order: CallOrder },
  port: number,
): Promise<void> {
  const acts = request.method === "POST";
  const refused = refusal(request.headers, port, acts);
  if (refused !== null) return text(response, 403, refused);
  const { pathname } = new URL(request.url ?? "/", `http://127.0.0.1:${port}`);
  if (request.method === "GET") return page(response, parts.root, pathname, port);
  if (!acts) return text(response, 405, "Only GET and POST.");
  if (pathname === "/session") return session(request, response, parts.access);
  const [, action, argument, surplus] = pathname.split("/");
  if (surplus !== undefined) return text(response, 404, "Not found.");
  const bearer = (request.headers.authorization ?? "").replace(/^Bearer /, "");
  const isLetIn = parts.access.isBearer(bearer);
  if (!isLetIn && (action === "call" || action === "file"))
    return text(response, 401, "This page is not connected.");
  if (action === "call" && argument !== undefined) return call(request, response, parts, argument);
  if (action !== "file") return text(response, 404, "Not found.");
  return argument === undefined
    ? upload(request, response, parts.uploads)
    : download(response, parts.downloads.take(argument));
}

async function call(
  request: IncomingMessage,
  response: ServerResponse,
  { dispatch, events, order }: BrowserServerParts & { readonly order: CallOrder },
  name: string,
): Promise<void> {
  const body = await readJson(request, largestBody);
  const turn = request.headers[callTurnHeader];
  const answer = await order.inTurn(typeof turn === "string" ? turn : undefined, async () =>
    body.ok ? dispatch(name, body.value) : body,
  );
  response.setHeader(eventsToldHeader, events.told());
  json(response, 200, answer);
}

async function upload(
  request: IncomingMessage,
  response: ServerResponse,
  uploads: BrowserServerParts["uploads"],
): Promise<void> {
  const received = await uploads.receive(request);
  // What was refused in the middle still comes: it is let through to nowhere, so that the answer is heard.
  request.resume();
  json(response, 200, received);
}

function download(response: ServerResponse, bytes: Uint8Array | null): void {
  if (bytes === null) {
    text(response, 404, "Not found.");
    return;
  }
  response.writeHead(200, {
    "content-type": "application/octet-stream",
    "content-length": bytes.length,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  response.end(bytes);
}

async function session(request: IncomingMessage, response: ServerResponse, access: Access): Promise<void> {
  const body = await readJson(request, 4096);
  const token =
    body.ok && typeof body.value === "object" && body.value !== null && "token" in body.value
      ? body.value.token
      : "";
  const bearer = access.redeem(typeof token === "string" ? token : "");
  if (bearer === null) json(response, 401, null);
  else json(response, 200, { bearer });
}

async function page(response: ServerResponse, root: string, pathname: string, port: number): Promise<void> {
  const file = rendererFile(root, pathname);
  const size =
    file === null
      ? null
      : await stat(file.path).then(
          (found) => found.size,
          () => null,
        );
  if (file === null || size === null) return text(response, 404, "Not found.");
  response.writeHead(200, {
    ...rendererHeaders(["'self'", `ws://127.0.0.1:${port}`]),
    "content-type": file.type,
    "content-length": size,
  });
  // Closes the file also when the page goes away in the middle of it.
  await pipeline(createReadStream(file.path), response);
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
  });
  response.end(JSON.stringify(value));
}

function text(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
  response.end(message);
}

function portUnavailable(port: number, code: string): Result<never> {
  return fail({
    code: "port-unavailable",
    title: `The app could not listen on port ${port}.`,
    detail: code === "EADDRINUSE" ? "Another program uses it." : `The system says ${code}.`,
    fix: "Leave --port out to take a free one.",
  });
}
