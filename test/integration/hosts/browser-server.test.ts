import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { succeed } from "../../../main/core/problem.ts";
import { createAccess } from "../../../main/hosts/browser/access.ts";
import { createDownloads } from "../../../main/hosts/browser/downloads.ts";
import { createEventChannel } from "../../../main/hosts/browser/event-channel.ts";
import { type BrowserServer, startBrowserServer } from "../../../main/hosts/browser/server.ts";
import { createUploads } from "../../../main/hosts/browser/uploads.ts";
import { signOfLife } from "../../../preload/bridge.ts";

const root = mkdtempSync(join(tmpdir(), "latchkey-page-"));
writeFileSync(join(root, "index.html"), "<!doctype html><title>Latchkey</title>");
writeFileSync(join(root, "secret.txt"), "not served");
const access = createAccess(Date.now);
const events = createEventChannel();
const downloads = createDownloads();
let server: BrowserServer;
let origin: string;
let bearer: string;
/** Inputs of the calls that were made, in their order. */
const made: unknown[] = [];

beforeAll(async () => {
  const dispatch = async (name: string, input: unknown) => {
    made.push(input);
    return succeed({ name, input });
  };
  const parts = { access, events, dispatch, uploads: createUploads(root), downloads };
  const started = await startBrowserServer({ root, port: 0, ...parts });
  if (!started.ok) throw new Error(started.problem.title);
  server = started.value;
  origin = `http://127.0.0.1:${server.port}`;
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

type Answer = { readonly status: number; readonly headers: Record<string, unknown>; readonly body: string };

function send(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(
      `${origin}${path}`,
      { method: options.method ?? "POST", headers: options.headers ?? {} },
      (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (chunk) => {
          body += chunk;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    call.on("error", reject).end(options.body);
  });
}

describe("the browser host", () => {
  it("serves the page with a strict policy and nothing beside it", async () => {
    const page = await send("/", { method: "GET" });
    expect(page.status).toBe(200);
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(page.headers["x-content-type-options"]).toBe("nosniff");
    expect((await send("/secret.txt", { method: "GET" })).status).toBe(404);
    expect((await send("/../../etc/hostname", { method: "GET" })).status).toBe(404);
  });

  it("answers calls only with the bearer that the link's token was exchanged for", async () => {
    const headers = { origin };
    expect((await send("/call/app.describe", { headers, body: "{}" })).status).toBe(401);
    expect((await send("/session", { headers, body: JSON.stringify({ token: "guess" }) })).status).toBe(401);
    const session = await send("/session", { headers, body: JSON.stringify({ token: access.linkToken }) });
    ({ bearer } = JSON.parse(session.body) as { bearer: string });
    const answer = await send("/call/app.describe", {
      headers: { ...headers, authorization: `Bearer ${bearer}` },
      body: '{"a":1}',
    });
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { name: "app.describe", input: { a: 1 } } });
    expect(
      (await send("/session", { headers, body: JSON.stringify({ token: access.linkToken }) })).status,
    ).toBe(401);
  });

  it("makes the calls of a page in the order in which the page sent them, not in which they came", async () => {
    const page = "3a808e29-c329-4cc3-a004-8f31ef2a8620";
    const call = (number: number) =>
      send("/call/app.describe", {
        headers: { origin, authorization: `Bearer ${bearer}`, "x-call-turn": `${page} ${number}` },
        body: JSON.stringify({ number }),
      });
    made.length = 0;
    const later = [call(2), call(1)];
    // Whatever has no number goes on meanwhile, so both of them have come when that is answered.
    const headers = { origin, authorization: `Bearer ${bearer}` };
    await send("/call/app.describe", { headers, body: '"meanwhile"' });
    await Promise.all([...later, call(0)]);
    expect(made).toEqual(["meanwhile", { number: 0 }, { number: 1 }, { number: 2 }]);
  });

  it("refuses a right bearer from a wrong Host or Origin", async () => {
    const authorization = `Bearer ${bearer}`;
    expect(
      (
        await send("/call/app.describe", {
          headers: { authorization, origin: "http://evil.example" },
          body: "{}",
        })
      ).status,
    ).toBe(403);
    expect(
      (
        await send("/call/app.describe", {
          headers: { authorization, origin, host: "evil.example" },
          body: "{}",
        })
      ).status,
    ).toBe(403);
    expect((await send("/", { method: "GET", headers: { host: "evil.example" } })).status).toBe(403);
  });

  it("says what is wrong with a body that is not JSON", async () => {
    const answer = await send("/call/app.describe", {
      headers: { origin, authorization: `Bearer ${bearer}` },
      body: "{",
    });
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, problem: { code: "wrong-input" } });
  });

  it("attack: a body larger than any call, or of more values than any call, gets an answer and is not parsed", async () => {
    const headers = { origin, authorization: `Bearer ${bearer}` };
    for (const body of ["x".repeat(23 * 1024 * 1024), `[${"0,".repeat(200_000)}0]`, "[".repeat(5000)]) {
      const answer = await send("/call/app.describe", {
        headers: { ...headers, "content-length": String(body.length) },
        body,
      });
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false, problem: { code: "input-too-large" } });
    }
  });

  it("tells a tab an event that is larger than what may wait for it, and those right behind it", async () => {
    const page = new WebSocket(
      `${origin.replace("http", "ws")}/events`,
      ["latchkey-events", `bearer.${bearer}`],
      {
        headers: { origin },
      },
    );
    const told: string[] = [];
    const ended = new Promise<void>((resolve) => {
      page.on("close", () => resolve());
      page.on("message", (data) => {
        const { payload } = JSON.parse(String(data));
        // The number of events before is what comes first.
        if (payload === undefined) return;
        told.push(payload.kind);
        if (told.length === 3) resolve();
      });
    });
    await new Promise((resolve) => page.once("open", resolve));
    const running = "x".repeat(20 * 1024 * 1024);
    events.emit("practice.changed", { kind: "large", running } as never);
    events.emit("practice.changed", { kind: "second" } as never);
    events.emit("practice.changed", { kind: "third" } as never);
    await ended;
    expect(told).toEqual(["large", "second", "third"]);
    page.terminate();
  });

  it("answers a tab that asks for a sign of life, and nothing else", async () => {
    const url = `ws://127.0.0.1:${server.port}/events`;
    const page = new WebSocket(url, ["latchkey-events", `bearer.${bearer}`], { origin });
    await new Promise((resolve) => page.once("open", resolve));
    const told: string[] = [];
    const twice = new Promise<void>((resolve) => {
      page.on("message", (data) => {
        if (!/^\d+$/.test(String(data)) && told.push(String(data)) === 2) resolve();
      });
    });
    for (const text of [signOfLife, "something else", signOfLife]) page.send(text);
    await twice;
    expect(told).toEqual([signOfLife, signOfLife]);
    page.terminate();
  });

  it("pushes events to a connected page and to nobody else", async () => {
    const url = `ws://127.0.0.1:${server.port}/events`;
    const refused = new WebSocket(url, ["latchkey-events", "bearer.guess"], { origin });
    await expect(new Promise((_, reject) => refused.on("error", reject))).rejects.toThrow(/403/);
    const elsewhere = new WebSocket(url, ["latchkey-events", `bearer.${bearer}`], {
      origin: "http://evil.example",
    });
    await expect(new Promise((_, reject) => elsewhere.on("error", reject))).rejects.toThrow(/403/);

    const socket = new WebSocket(url, ["latchkey-events", `bearer.${bearer}`], { origin });
    const messages: unknown[] = [];
    const message = new Promise<void>((resolve) =>
      socket.on("message", (data) => {
        if (messages.push(JSON.parse(String(data))) === 2) resolve();
      }),
    );
    await new Promise((resolve) => socket.on("open", resolve));
    const before = events.told();
    events.emit("practice.changed", { running: false });
    await message;
    expect(messages).toEqual([
      before,
      { channel: "latchkey:event:practice.changed", payload: { running: false } },
    ]);
    socket.close();
    // An answer says how many were told before it: the two come by ways of their own.
    const headers = { origin, authorization: `Bearer ${bearer}`, "content-type": "application/json" };
    const answer = await send("/call/app.describe", { headers, body: "{}" });
    expect(answer.headers["x-events-told"]).toBe(String(before + 1));
  });
});
