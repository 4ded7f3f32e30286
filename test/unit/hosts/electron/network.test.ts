import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFetch } from "../../../../main/hosts/electron/network.ts";
import { StandInClientRequest } from "../../../e2e/electron-stand-in/main/net-request.ts";
import { strict } from "../../../e2e/electron-stand-in/strict.ts";

describe("createFetch", () => {
  let server: Server;
  let origin = "";
  const seen: { method: string | undefined; type: string | undefined; body: string }[] = [];
  const outside = strict<Electron.Session>("Session", {});
  const thisMachine = strict<Electron.Session>("Session", {});
  const used: unknown[] = [];
  const electronFetch = createFetch(
    (options) => {
      used.push(options.session);
      return strict<Electron.ClientRequest>("ClientRequest", new StandInClientRequest(options));
    },
    { outside, thisMachine: async () => thisMachine },
  );

  beforeAll(async () => {
    server = createServer(async (request: IncomingMessage, response) => {
      const body = await text(request);
      seen.push({ method: request.method, type: request.headers["content-type"], body });
      if (request.url === "/moved") response.writeHead(307, { location: "https://evil.example/token" }).end();
      else if (request.url === "/never") request.socket.once("close", () => undefined);
      else
        response
          .writeHead(400, { "content-type": "application/json", "x-ms-request-id": "r1" })
          .end('{"a":1}');
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it("sends a form and reads the answer, whatever its status", async () => {
    const body = new URLSearchParams({ grant_type: "password", username: "a+b@contoso.example" });
    const response = await electronFetch(`${origin}/token`, { method: "POST", body });
    expect(response.status).toBe(400);
    expect(response.headers.get("x-ms-request-id")).toBe("r1");
    expect(await response.json()).toEqual({ a: 1 });
    expect(seen.at(-1)).toEqual({
      method: "POST",
      type: "application/x-www-form-urlencoded;charset=UTF-8",
      body: "grant_type=password&username=a%2Bb%40contoso.example",
    });
  });

  it("gives a redirect back instead of following it, so a password does not travel on", async () => {
    const response = await electronFetch(`${origin}/moved`, { method: "POST", body: "password=x" });
    expect(response.status).toBe(307);
    expect(response.headers.get("location")).toBe("https://evil.example/token");
  });

  it("fails like fetch, with Chromium's code as the cause", async () => {
    const closed = createServer();
    await new Promise<void>((ready) => closed.listen(0, "127.0.0.1", ready));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    const failure: unknown = await electronFetch(`http://127.0.0.1:${port}/`).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(TypeError);
    expect((failure as TypeError).cause).toMatchObject({ code: "ERR_CONNECTION_REFUSED" });
  });

  it("attack: a proxy of the system sees nothing that goes to this machine", async () => {
    used.length = 0;
    await electronFetch(`${origin}/token`);
    await electronFetch("http://login.contoso.invalid/").catch(() => undefined);
    expect(used).toEqual([thisMachine, outside]);
  });

  it("stops when it is aborted, with the reason that was given", async () => {
    const controller = new AbortController();
    const asked = electronFetch(`${origin}/never`, { signal: controller.signal });
    const reason = new Error("stopped by the person");
    controller.abort(reason);
    await expect(asked).rejects.toBe(reason);
  });

  it("asks nothing at all when it was aborted before", async () => {
    const before = seen.length;
    await expect(electronFetch(`${origin}/token`, { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(seen).toHaveLength(before);
  });
});
