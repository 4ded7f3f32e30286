import type { IncomingMessage } from "node:http";
import { fail, type Result, succeed } from "../../core/problem.ts";
import { createLoopbackServer, type LoopbackLimits } from "../../loopback/loopback-server.ts";
import { type Answer, json, type PracticeRequest } from "./http.ts";
import { readRequest } from "./read-request.ts";

export type Loopback = {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly close: () => Promise<void>;
};

/** Answers a request; it is given the origin because the port is known only once the server listens. */
export type Handler = (request: PracticeRequest, origin: string) => Promise<Answer>;

/** Hundreds of test logins may run at a time; each sends a few kilobytes. */
const limits: LoopbackLimits = { connections: 512, headersMs: 10_000, requestMs: 30_000 };

/**
 * Serves `handle` on 127.0.0.1 and nowhere else. A Host header that does not name this server is refused, because a
 * page of the web could otherwise reach it under a name of its own (DNS rebinding).
 *
 * @param port 0 lets the system choose
 * @returns the server, or the problem `practice-port-unavailable`
 */
export async function serveLoopback(port: number, handle: Handler): Promise<Result<Loopback>> {
  const { server, listen, close } = createLoopbackServer(limits);
  const listening = await listen(port);
  if (!listening.ok) return portUnavailable(port, listening.code);
  const bound = listening.port;
  const origin = `http://127.0.0.1:${bound}`;
  const hosts = new Set([`127.0.0.1:${bound}`, `localhost:${bound}`]);
  server.on("request", (message, response) => {
    const send = (given: Answer): void => {
      response.writeHead(given.status, Object.fromEntries(Object.entries(given.headers).map(mutable)));
      response.end(message.method === "HEAD" ? undefined : given.body);
    };
    answer(message)
      .then(send)
      .catch((error: unknown) => {
        // A client that went away while its request was read, or a fault of ours; its text could repeat the request.
        if (response.headersSent || response.destroyed) response.destroy();
        else
          send(
            refused(
              500,
              `The practice tenant met a fault: ${error instanceof Error ? error.name : "unknown"}.`,
            ),
          );
      });
  });

  async function answer(message: IncomingMessage): Promise<Answer> {
    if (!hosts.has((message.headers.host ?? "").toLowerCase()))
      return refused(421, "This server answers for its own loopback address only.");
    const request = await readRequest(message);
    if (request === "too-large") return refused(413, "The request is too large.");
    if (request === "malformed") return refused(400, "The address cannot be read.");
    return handle(request, origin);
  }

  return succeed({ origin, close });
}

function mutable([name, value]: [string, string | readonly string[]]): [string, string | string[]] {
  return [name, typeof value === "string" ? value : [...value]];
}

function refused(status: number, text: string): Answer {
  return json(status, { error: "practice_refused", error_description: text }, { Connection: "close" });
}

function portUnavailable(port: number, code: string): Result<never> {
  return fail({
    code: "practice-port-unavailable",
    title: "The practice tenant cannot start.",
    detail: `127.0.0.1 port ${port}: ${code}.`,
    fix: "Choose another port, or leave the port out so that a free one is used.",
  });
}
