import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test as base, type RunningApp } from "../support/app.ts";

/** An app without any feature. */
const main = join(import.meta.dirname, "app/main.mjs");

/** Tests with that app, and with a server whose paths do what their names say. */
export const test = base.extend<{ origin: string }, { little: RunningApp }>({
  /** Shared: every test closes the windows that it opens. */
  little: [
    async ({ start }, use) => {
      const app = await start({ app: main });
      await (await app.page()).getByText("page").waitFor();
      await use(app);
    },
    { scope: "worker", timeout: 0 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that the fixture needs no other
  origin: async ({}, use) => {
    const server = await serve();
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  },
});

/** The agent's page holds the user agent that asked for it. */
async function serve(): Promise<Server> {
  const pages: Readonly<Record<string, string>> = {
    "/page": "<p>page",
    "/link": "<a href='companyportal://enroll'>Enroll</a>",
    "/frame": "<iframe src=/page></iframe>",
    "/script": "<script>location.href = '/page'</script>",
    "/form":
      "<form method=post action=/page><input name=code value=c></form><script>document.forms[0].submit()</script>",
  };
  const server = createServer(({ url = "/", headers }, response) => {
    if (url === "/redirect") response.writeHead(302, { location: "/page" }).end();
    else if (url === "/nothing") response.writeHead(204).end();
    else if (url === "/agent") response.end(headers["user-agent"]);
    else response.writeHead(200, { "content-type": "text/html" }).end(pages[url] ?? "");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return server;
}
