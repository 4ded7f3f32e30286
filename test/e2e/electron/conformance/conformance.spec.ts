/** What the stand-in and a real Electron must do alike; `known-differences.ts` names the rest. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { closedPort } from "../../../support/closed-port.ts";
import { backing, test as base, expect, type RunningApp } from "../support/app.ts";
import { knownDifferences } from "./known-differences.ts";

/** What the page of the little app has in `window.api`. */
type Api = {
  echo: (value: unknown) => Promise<unknown>;
  fail: () => Promise<unknown>;
  missing: () => Promise<unknown>;
  giveFunction: () => Promise<unknown>;
  twice: (number: number) => number;
  boom: () => void;
  callBack: (listener: (value: string) => string) => boolean;
  subscribe: (listener: (value: number) => void) => () => string;
  later: () => Promise<string>;
  nested: { list: unknown[] };
};

declare const api: Api;

const main = join(import.meta.dirname, "app/main.mjs");

const test = base.extend<{ origin: string }, { little: RunningApp }>({
  /** Shared: every test closes the windows that it opens. */
  little: [
    async ({ start }, use) => {
      const app = await start({ main });
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

/** Paths that do what their names say; the agent's page holds the user agent that asked for it. */
async function serve(): Promise<Server> {
  const pages: Readonly<Record<string, string>> = {
    "/page": "<p>page",
    "/script": "<script>location.href = '/page'</script>",
    "/form":
      "<form method=post action=/page><input name=code value=c></form><script>document.forms[0].submit()</script>",
  };
  const server = createServer(({ url = "/", headers }, response) => {
    if (url === "/redirect") response.writeHead(302, { location: "/page" }).end();
    else if (url === "/agent") response.end(headers["user-agent"]);
    else response.writeHead(200, { "content-type": "text/html" }).end(pages[url] ?? "");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return server;
}

/** What Electron answers, or what the list of known differences says that the stand-in does. */
function expected(name: string, electron: unknown): unknown {
  const known = backing === "stand-in" ? knownDifferences[name] : undefined;
  return known === undefined ? electron : known.standIn;
}

test("contextBridge: functions, errors, callbacks, promises, and objects that cannot be changed", async ({
  little,
}) => {
  const page = await little.page();
  const seen = await page.evaluate(async () => {
    const kindOf = (act: () => void) => {
      try {
        act();
        return "nothing thrown";
      } catch (error) {
        return error instanceof RangeError ? `RangeError: ${error.message}` : String(error);
      }
    };
    const heard: number[] = [];
    const end = api.subscribe((value) => heard.push(value));
    const writable = Object.getOwnPropertyDescriptor(globalThis, "api");
    return {
      sync: api.twice(21),
      thrown: kindOf(() => api.boom()),
      called: api.callBack(() => "answered"),
      heard,
      ended: end(),
      later: await api.later(),
      nested: api.nested,
      frozen: Object.isFrozen(api) && Object.isFrozen(api.nested) && Object.isFrozen(api.nested.list),
      writable: writable?.writable,
      configurable: writable?.configurable,
    };
  });
  expect(seen).toEqual({
    sync: 42,
    thrown: "RangeError: too far",
    called: true,
    heard: [1],
    ended: "ended",
    later: "done",
    nested: { list: [1, { deep: true }] },
    frozen: true,
    writable: false,
    configurable: false,
  });
});

test("invoke: what crosses, what does not, and how errors read", async ({ little }) => {
  const page = await little.page();
  const seen = await page.evaluate(async () => {
    const messageOf = (promise: Promise<unknown>) =>
      promise.then(
        () => "answered",
        (error: Error) => error.message,
      );
    const value = {
      map: new Map([[1, new Set(["a"])]]),
      date: new Date(0),
      bytes: new Uint8Array([1, 2]),
      big: 10n ** 20n,
      nan: Number.NaN,
      nothing: undefined,
    };
    const got = (await api.echo(value)) as typeof value;
    return {
      map: [...got.map].map(([key, set]) => [key, [...set]]),
      date: got.date.getTime(),
      bytes: [...got.bytes],
      big: String(got.big),
      nan: Number.isNaN(got.nan),
      nothing: "nothing" in got && got.nothing === undefined,
      failed: await messageOf(api.fail()),
      missing: await messageOf(api.missing()),
    };
  });
  expect(seen).toEqual({
    map: [[1, ["a"]]],
    date: 0,
    bytes: [1, 2],
    big: "100000000000000000000",
    nan: true,
    nothing: true,
    failed: "Error invoking remote method 'fail': TypeError: on purpose",
    missing: "Error invoking remote method 'missing': Error: No handler registered for 'missing'",
  });
});

test("invoke: a function as an answer is refused", async ({ little }) => {
  const page = await little.page();
  const message = await page.evaluate(() => api.giveFunction().catch((error: Error) => error.message));
  expect(message).toContain("An object could not be cloned.");
});

test("what the page sees of its scheme, of pop-ups and of a sub-frame", async ({ little }) => {
  const page = await little.page();
  const seen = await page.evaluate(() => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    return {
      address: location.href,
      opened: window.open("https://evil.example/") === null ? "null" : "an object",
      api: typeof (frame.contentWindow as unknown as { api?: unknown }).api,
      secure: isSecureContext,
    };
  });
  expect(seen).toEqual({
    address: expected("the page's own address", "app://conformance/page.html"),
    opened: expected("a denied window.open", "null"),
    api: "undefined",
    secure: true,
  });
});

test("a channel or a scheme that is handled twice is an error", async ({ little }) => {
  const messages = await little.evaluate(({ ipcMain, session }) => {
    const messageOf = (act: () => void) => {
      try {
        act();
        return "nothing thrown";
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    };
    return [
      messageOf(() => ipcMain.handle("echo", () => null)),
      messageOf(() => session.defaultSession.protocol.handle("app", () => new Response())),
    ];
  });
  expect(messages[0]).toBe("Attempted to register a second handler for 'echo'");
  expect(messages[1]).toContain("Failed to register protocol: app");
});

type Story = { readonly events: readonly string[]; readonly ended: string };

/** Loads an address into a fresh window and tells its events; `prevent` is one to veto, `until` the one to wait for. */
function tell(app: RunningApp, address: string, prevent: string | null, until: string): Promise<Story> {
  return app.evaluate(
    async ({ BrowserWindow, session }, story) => {
      const partition = session.fromPartition(`story-${Math.random()}`);
      const window = new BrowserWindow({
        show: false,
        webPreferences: { session: partition, sandbox: true, contextIsolation: true },
      });
      const names = [
        "did-start-navigation",
        "will-navigate",
        "will-redirect",
        "did-redirect-navigation",
        "did-navigate",
        "did-fail-load",
        "did-finish-load",
      ];
      const events: string[] = [];
      // One listener for all of them; Electron's overloads have no form for a name that is not known beforehand.
      const listen = window.webContents.on.bind(window.webContents) as (
        name: string,
        listener: (event: { preventDefault: () => void }) => void,
      ) => void;
      const done = new Promise<void>((resolve) => {
        for (const name of names) {
          listen(name, (event) => {
            events.push(name);
            if (name === story.prevent) event.preventDefault();
            if (events.at(-1) === story.until) resolve();
          });
        }
      });
      const ended = window.loadURL(story.address).then(
        () => "loaded",
        (error: Error) => error.message.replace(/'.*'/, "…"),
      );
      const how = await ended;
      await done;
      window.destroy();
      return { events, ended: how };
    },
    { address, prevent, until },
  );
}

test("navigation: loadURL, redirect, script", async ({ little, origin }) => {
  expect(await tell(little, `${origin}/page`, null, "did-finish-load")).toEqual({
    events: ["did-start-navigation", "did-navigate", "did-finish-load"],
    ended: "loaded",
  });
  expect(await tell(little, `${origin}/redirect`, null, "did-finish-load")).toEqual({
    events: [
      "did-start-navigation",
      "will-redirect",
      "did-redirect-navigation",
      "did-navigate",
      "did-finish-load",
    ],
    ended: "loaded",
  });
  const { events } = await tell(little, `${origin}/script`, "will-navigate", "will-navigate");
  expect(events).toContain("will-navigate");
});

test("navigation: how loadURL rejects", async ({ little, origin }) => {
  expect(await tell(little, `${origin}/redirect`, "will-redirect", "will-redirect")).toEqual({
    events: ["did-start-navigation", "will-redirect"],
    ended: "ERR_FAILED (-2) loading …",
  });
  const nobody = `http://127.0.0.1:${await closedPort()}/`;
  expect(await tell(little, nobody, null, "did-fail-load")).toEqual({
    events: ["did-start-navigation", "did-fail-load"],
    ended: "ERR_CONNECTION_REFUSED (-102) loading …",
  });
});

test("a window says that it is Electron's, to servers and to its page", async ({ little, origin }) => {
  const seen = await little.evaluate(async ({ BrowserWindow, session }, address) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { session: session.fromPartition("agent"), sandbox: true, contextIsolation: true },
    });
    await window.loadURL(address);
    const script = { code: "[document.body.innerText, navigator.userAgent]" };
    const told = await window.webContents.executeJavaScriptInIsolatedWorld(7, [script]);
    window.destroy();
    return told as [sent: string, shown: string];
  }, `${origin}/agent`);
  expect(seen[0]).toMatch(
    /^Mozilla\/5\.0 \(.+\) AppleWebKit\/537\.36 \(KHTML, like Gecko\) (?:\S+\/\S+ )?Chrome\/[\d.]+ Electron\/[\d.]+ Safari\/537\.36$/,
  );
  expect(seen[1]).toBe(seen[0]);
});

test("the body of a form is in webRequest and nowhere else", async ({ little, origin }) => {
  const seen = await little.evaluate(async ({ BrowserWindow, session }, address) => {
    const partition = session.fromPartition("form");
    const window = new BrowserWindow({
      show: false,
      webPreferences: { session: partition, sandbox: true, contextIsolation: true },
    });
    const body = new Promise<string>((resolve) => {
      partition.webRequest.onBeforeRequest({ urls: ["<all_urls>"] }, (details, callback) => {
        const isPost = details.method === "POST";
        callback({ cancel: isPost });
        if (isPost) resolve(String(details.uploadData[0]?.bytes));
      });
    });
    const event = new Promise<string[]>((resolve) => {
      window.webContents.on("will-navigate", (details) =>
        resolve(Object.keys(details).filter((key) => /body|post|upload/i.test(key))),
      );
    });
    window.loadURL(address).catch(() => undefined);
    const result = { body: await body, inEvent: await event };
    window.destroy();
    return result;
  }, `${origin}/form`);
  expect(seen).toEqual({ body: "code=c", inEvent: [] });
});
