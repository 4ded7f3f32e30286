import { randomInt } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { onTestFinished } from "vitest";

export type Handle = (request: IncomingMessage, response: ServerResponse, body: string) => unknown;

/** A server on 127.0.0.1 that lives as long as the test and counts what reaches it. */
export type TestServer = { readonly origin: string; readonly hits: () => readonly string[] };

export async function serve(handle: Handle): Promise<TestServer> {
  const hits: string[] = [];
  const server: Server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (part: string) => {
      body += part;
    });
    request.on("end", () => {
      hits.push(`${request.method} ${request.url}${body === "" ? "" : ` ${body}`}`);
      handle(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the test server has no port");
  return { origin: `http://127.0.0.1:${address.port}`, hits: () => hits };
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
}

/**
 * A port on which nothing listens, and on which no server of another test comes to listen: it lies below those that systems give
 * to whoever asks for any port (32768 and more on Linux, 49152 on macOS and Windows).
 */
export async function unusedPort(): Promise<number> {
  for (;;) {
    const port = 20_000 + randomInt(12_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createTcpServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
