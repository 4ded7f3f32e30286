import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createAccess } from "../../../main/hosts/browser/access.ts";
import { createEventChannel } from "../../../main/hosts/browser/event-channel.ts";
import { startBrowserServer } from "../../../main/hosts/browser/server.ts";
import { createLoopbackServer } from "../../../main/loopback/loopback-server.ts";
import { type Served, serveCommand } from "./support/served-app.ts";

let app: Served;
let port: number;
let origin: string;
let bearer: string;

beforeAll(async () => {
  app = await serveCommand(["app", "--browser", "--no-open"]);
  const url = new URL(/(http:\S+)/.exec(app.firstLine)?.[1] ?? "");
  port = Number(url.port);
  origin = url.origin;
  const token = new URLSearchParams(url.hash.slice(1)).get("token");
  const session = await post("/session", { token });
  ({ bearer } = (await session.json()) as { bearer: string });
});
afterAll(() => app.stop());

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${origin}${path}`, {
    method: "POST",
    headers: { origin, ...headers },
    body: JSON.stringify(body),
  });
}

/** Whether the app still answers who may ask. */
async function answers(): Promise<boolean> {
  const response = await post("/call/app.describe", {}, { authorization: `Bearer ${bearer}` });
  return response.ok && ((await response.json()) as { ok: boolean }).ok;
}

async function open(at = port): Promise<Socket> {
  const socket = connect(at, "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return socket;
}

function upgrade(from: string, token: string): string {
  return [
    "GET /events HTTP/1.1",
    `Host: ${new URL(from).host}`,
    `Origin: ${from}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    `Sec-WebSocket-Protocol: latchkey-events, bearer.${token}`,
    "\r\n",
  ].join("\r\n");
}

/** A raw event socket of a page that was let in. */
async function channel(at = port, from = origin, token = bearer): Promise<Socket> {
  const socket = await open(at);
  socket.write(upgrade(from, token));
  const [answer] = await once(socket, "data");
  expect(String(answer)).toMatch(/^HTTP\/1\.1 101 /);
  return socket;
}

/** Reads until a text has come: what is told comes in frames, and frames in pieces. */
async function heard(socket: Socket, text: string): Promise<void> {
  let all = "";
  while (!all.includes(text)) all += String((await once(socket, "data"))[0]);
}

describe("the browser host", () => {
  it("attack: WebSocket requests without the bearer, reset at once, do not end it", async () => {
    for (let count = 0; count < 20; count += 1) {
      const socket = await open();
      socket.write(upgrade(origin, "guess"), () => socket.resetAndDestroy());
      await once(socket, "close");
    }
    expect(await answers()).toBe(true);
    expect(app.complaints()).not.toContain("went wrong");
  });

  it.each([
    ["attack: a frame with reserved bits ends its own tab only", [0xf1, 0x80, 0, 0, 0, 0]],
    ["attack: a frame without a mask ends its own tab only", [0x81, 0x01, 0x41]],
    [
      "attack: a frame that announces 2^63 bytes ends its own tab only",
      [0x82, 0xff, ...Array(8).fill(0xff), 0, 0, 0, 0],
    ],
    ["attack: text that is not UTF-8 ends its own tab only", [0x81, 0x81, 0, 0, 0, 0, 0xff]],
    ["attack: a close frame of one byte ends its own tab only", [0x88, 0x81, 0, 0, 0, 0, 0x03]],
  ] as const)("%s", async (_name, frame) => {
    const socket = await channel();
    socket.write(Buffer.from(frame));
    await once(socket.resume(), "close");
    expect(await answers()).toBe(true);
  });

  it("a tab that resets its connection in the middle of a frame ends itself only", async () => {
    const [socket, other] = [await channel(), await channel()];
    socket.write(Buffer.from([0x81, 0xfe, 0x01]), () => socket.resetAndDestroy());
    await once(socket, "close");
    const told = heard(other, "practice.changed");
    const headers = { authorization: `Bearer ${bearer}` };
    await post("/call/practice.start", { scenario: "no-mfa", openProfile: false }, headers);
    await told;
    await post("/call/practice.stop", {}, headers);
    other.destroy();
  });

  it("attack: a refused WebSocket request cannot hold its connection by keeping its half open", async () => {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    socket.on("error", () => undefined).write(upgrade(origin, "guess"));
    let answer = "";
    socket.on("data", (part) => {
      answer += part;
    });
    await once(socket, "end");
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    // A connection that the host has let go of answers whatever still comes with a reset.
    while (!socket.destroyed) await new Promise((written) => socket.write("x", () => setImmediate(written)));
  });
});

it("attack: a tab that never reads is dropped before events pile up, the others go on", async () => {
  const access = createAccess(Date.now);
  const events = createEventChannel();
  const dispatch = async () => ({ ok: true, value: null }) as const;
  const uploads = { receive: async () => ({ ok: true, value: "" }) as const };
  const parts = { access, events, dispatch, uploads, downloads: { take: () => null } };
  const started = await startBrowserServer({ root: "/nowhere", port: 0, ...parts });
  if (!started.ok) throw new Error(started.problem.title);
  onTestFinished(() => started.value.stop());
  const own = `http://127.0.0.1:${started.value.port}`;
  const token = access.redeem(access.linkToken) ?? "";
  const deaf = await channel(started.value.port, own, token);
  deaf.pause();
  const other = await channel(started.value.port, own, token);
  let heard = 0;
  other.on("data", (part) => {
    heard += part.length;
  });
  const view = { running: false, filler: "x".repeat(1024 * 1024) } as { running: false };
  const dropped = once(deaf, "close");
  // Thirty times a megabyte, each after the one before has reached the tab that reads.
  for (let count = 1; count <= 30; count += 1) {
    events.emit("practice.changed", view);
    while (heard < count * 1024 * 1024) await once(other, "data");
  }
  deaf.resume();
  await dropped;
  expect(other.destroyed).toBe(false);
  other.destroy();
});

describe("a server on this machine", () => {
  const limits = { connections: 8, headersMs: 60_000, requestMs: 60_000 };

  async function served(): Promise<{ readonly port: number; readonly count: () => Promise<number> }> {
    const loopback = createLoopbackServer(limits);
    loopback.server.on("request", (_request, response) => response.end("here"));
    const listening = await loopback.listen(0);
    if (!listening.ok) throw listening.error;
    onTestFinished(() => loopback.close());
    const count = () =>
      new Promise<number>((resolve) => loopback.server.getConnections((_error, open) => resolve(open)));
    return { port: listening.port, count };
  }

  it("attack: silent connections cannot keep others out, the oldest go", async () => {
    const { port: at, count } = await served();
    const silent: Socket[] = [];
    for (let more = 0; more < 40; more += 1) silent.push(await open(at));
    expect(await (await fetch(`http://127.0.0.1:${at}/`)).text()).toBe("here");
    expect(await count()).toBeLessThanOrEqual(limits.connections);
    for (const socket of silent) socket.destroy();
  });

  it("attack: connections that never finish their headers cannot keep others out", async () => {
    const { port: at } = await served();
    const slow: Socket[] = [];
    for (let more = 0; more < 40; more += 1) {
      const socket = await open(at);
      socket.write("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");
      slow.push(socket);
    }
    expect(await (await fetch(`http://127.0.0.1:${at}/`)).text()).toBe("here");
    for (const socket of slow) socket.destroy();
  });
});
