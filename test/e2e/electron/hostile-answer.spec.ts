/** Answers that a provider should not give, over Electron's own network: the run ends in a verdict and the app stays alive. */
import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { expect, test } from "./support/app.ts";
import { startLogin } from "./support/start-login.ts";

/** A provider of which only the origin exists: the discovery document is where each of these runs ends. */
async function listen(server: Server): Promise<{ readonly origin: string; readonly redirectUri: string }> {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, redirectUri: "https://127.0.0.1/jamfconnect" };
}

test("attack: an answer without an end is given up after 1 MB, and its download ends", async ({ app }) => {
  let leave: () => void = () => undefined;
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  let sent = 0;
  const chunk = Buffer.alloc(64 * 1024, " ");
  const server = createServer((_request, response) => {
    response.once("close", leave);
    response.writeHead(200, { "content-type": "application/json" });
    const more = () => {
      do sent += chunk.length;
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", more);
    more();
  });
  const page = await app.page();
  const finished = await startLogin(app, await listen(server));
  const result = await finished();
  expect(result.outcome).toBe("unreachable");
  expect(result.findings.map(({ rule }) => rule)).toContain("fault-too-large");
  await left;
  expect(sent).toBeGreaterThan(1_000_000);
  // Whatever an error in main would show, it shows before this is answered.
  expect(await page.evaluate(() => document.visibilityState)).toBe("visible");
  // Also the one that Chromium opened in case the first was slow.
  const closed = new Promise((done) => server.close(done));
  server.closeAllConnections();
  await closed;
});

for (const [what, bytes] of [
  ["a status that does not exist", "HTTP/1.1 999 Odd\r\nContent-Length: 2\r\n\r\n{}"],
  [
    "headers of characters that none may have",
    "HTTP/1.1 200 O\u00e9\r\nX-Odd: \u00e2\u0098\u0083\r\nContent-Length: 2\r\n\r\n[]",
  ],
] as const) {
  test(`attack: an answer with ${what} ends the run in a verdict`, async ({ app }) => {
    const sockets = new Set<Socket>();
    const server = createTcpServer((socket) => {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.once("data", () => socket.end(bytes, "latin1"));
    });
    const finished = await startLogin(app, await listen(server));
    const result = await finished();
    expect(result.findings.map(({ rule }) => rule).join()).toMatch(/^fault-/);
    // Chromium opens a second connection where the first is slow, and keeps it for later.
    const closed = new Promise((done) => server.close(done));
    for (const socket of sockets) socket.destroy();
    await closed;
  });
}
