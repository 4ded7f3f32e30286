import { EventEmitter, once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createFetch } from "../../../../main/hosts/electron/network.ts";
import { createWire } from "../../../../main/login/network/wire.ts";
import type { LoginContext } from "../../../../main/login/ports.ts";
import { nodeFetch } from "../../../../main/network/node-fetch.ts";
import { StandInClientRequest } from "../../../e2e/electron-stand-in/main/net-request.ts";
import { strict } from "../../../e2e/electron-stand-in/strict.ts";

const session = strict<Electron.Session>("Session", {});
const sessions = { outside: session, thisMachine: async () => session };
const electronFetch = createFetch(
  (options) => strict<Electron.ClientRequest>("ClientRequest", new StandInClientRequest(options)),
  sessions,
);
/** Both ways out of the app, by the host that uses them. */
const ways: readonly (readonly [string, () => Promise<typeof fetch>])[] = [
  ["Electron", async () => electronFetch],
  ["Node", () => nodeFetch({})],
];

const open: (Server | TcpServer)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((done) => server.close(done))));
});

async function listen(server: Server | TcpServer): Promise<string> {
  open.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** A server whose answer has no end; resolves when its reader has gone. */
async function endless(head: string): Promise<{ readonly url: string; readonly left: Promise<unknown> }> {
  let leave: (how: unknown) => void = () => undefined;
  const left = new Promise((resolve) => {
    leave = resolve;
  });
  const answer: RequestListener = (_request, response) => {
    response.once("close", () => leave("the reader left"));
    response.writeHead(200, { "content-type": "application/json" });
    const more = () => {
      while (!response.destroyed && response.write(head));
    };
    response.on("drain", more);
    more();
  };
  return { url: await listen(createServer(answer)), left };
}

function wireOver(fetchOver: typeof fetch) {
  const context: LoginContext = {
    fetch: fetchOver,
    now: () => 0,
    onStep: () => undefined,
    signal: new AbortController().signal,
    authority: null,
    allowedHosts: [],
    jamfConnectVersion: null,
  };
  return createWire(context, () => undefined);
}

describe.each(ways)("the network of %s", (_name, make) => {
  it("attack: an answer without an end is a problem after 1 MB, and its download ends", async () => {
    const server = await endless("x".repeat(64 * 1024));
    const asked = wireOver(await make()).send(server.url);
    await expect(asked).rejects.toMatchObject({ fault: "too-large" });
    expect(await server.left).toBe("the reader left");
  });

  it("attack: a server that sends a beginning and then nothing cannot hold a run that is stopped", async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200);
      response.write("{");
    });
    const url = await listen(server);
    const stopped = new AbortController();
    const response = await (await make())(url, { signal: stopped.signal });
    const reading = response.text();
    stopped.abort(new Error("stopped by the person"));
    await expect(reading).rejects.toThrow();
    server.closeAllConnections();
  });
});

/** Answers with these bytes, whatever was asked. */
function answering(bytes: string): Promise<string> {
  return listen(createTcpServer((socket) => socket.once("data", () => socket.end(bytes, "latin1"))));
}

describe("Electron's answers", () => {
  /** A request of Electron that the test plays itself, with nothing that catches what a listener throws. */
  function played() {
    const outgoing = Object.assign(new EventEmitter(), {
      aborted: 0,
      setHeader: () => undefined,
      end: () => undefined,
      abort: () => {
        outgoing.aborted += 1;
      },
    });
    const asked = createFetch(
      () => outgoing as unknown as Electron.ClientRequest,
      sessions,
    )("https://a.example/");
    const answer = async (head: object) => {
      // The request is made once its body has been read.
      await new Promise(setImmediate);
      const incoming = Object.assign(new EventEmitter(), { statusMessage: "", headers: {}, ...head });
      outgoing.emit("response", incoming);
      return incoming;
    };
    return { outgoing, asked, answer };
  }

  it("attack: what arrives after the reader has left ends nothing, and the request is given up once", async () => {
    const { outgoing, asked, answer } = played();
    const incoming = await answer({ statusCode: 200 });
    const reader = (await asked).body?.getReader();
    incoming.emit("data", Buffer.from("first"));
    expect((await reader?.read())?.value).toEqual(new Uint8Array(Buffer.from("first")));
    await reader?.cancel();
    expect(outgoing.aborted).toBe(1);
    for (const late of ["data", "data", "aborted", "end"]) incoming.emit(late, Buffer.from("late"));
    incoming.emit("error", new Error("late"));
    await reader?.cancel();
    expect(outgoing.aborted).toBe(1);
  });

  it.each([0, 101, 199, 600, 999])(
    "attack: the status %i is a failed request and not the end of the app",
    async (statusCode) => {
      const { outgoing, asked, answer } = played();
      await answer({ statusCode });
      await expect(asked).rejects.toMatchObject({ cause: { code: "ERR_INVALID_HTTP_RESPONSE" } });
      expect(outgoing.aborted).toBe(1);
    },
  );

  it("attack: headers and a status text that no standard allows are left out", async () => {
    const { asked, answer } = played();
    const headers = { "x-good": "yes", "x-bad": "\u202e", "not a name": "x", "x-list": ["a", "b\u0000"] };
    await answer({ statusCode: 200, statusMessage: "\u2603", headers });
    const response = await asked;
    expect(Object.fromEntries(response.headers)).toEqual({ "x-good": "yes", "x-list": "a" });
    expect(response.statusText).toBe("");
  });

  it("an answer without a body by its status has none", async () => {
    const response = await electronFetch(await answering("HTTP/1.1 204 No Content\r\n\r\n"));
    expect(response.status).toBe(204);
    expect(response.body).toBeNull();
  });

  it("a connection that breaks in the middle of an answer breaks its body", async () => {
    const url = await answering("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    await expect(electronFetch(url).then((response) => response.text())).rejects.toThrow();
  });
});
