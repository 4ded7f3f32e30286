/** What the stand-in and a real Electron must tell alike about navigation: every event, in its order. */
import { closedPort } from "../../../support/closed-port.ts";
import { expect, type RunningApp } from "../support/app.ts";
import { test } from "./little-app.ts";

type Told = { readonly events: readonly string[]; readonly ended: string; readonly url: string };

type Story = {
  /** Events that a listener prevents. */
  readonly prevent?: string;
  /** A request that `webRequest` cancels, by its path. */
  readonly cancel?: string;
  /** What a script of the page does once it has loaded. */
  readonly act?: string;
  /** The last did-stop-loading is the one after this event. */
  readonly last?: string;
};

/** Loads an address into a fresh window and tells every event up to the end of the loading. */
function tell(app: RunningApp, address: string, story: Story = {}): Promise<Told> {
  return app.evaluate(
    async ({ BrowserWindow, session }, { address: start, prevent, cancel, act, last }) => {
      const partition = session.fromPartition(`story-${Math.random()}`);
      if (cancel !== undefined) {
        partition.webRequest.onBeforeRequest({ urls: ["<all_urls>"] }, ({ url }, callback) =>
          callback({ cancel: url.endsWith(cancel) }),
        );
      }
      const window = new BrowserWindow({
        show: false,
        webPreferences: { session: partition, sandbox: true, contextIsolation: true },
      });
      const names = [
        ..."did-start-loading did-start-navigation will-frame-navigate will-navigate will-redirect".split(
          " ",
        ),
        ..."did-redirect-navigation did-frame-navigate did-navigate did-fail-provisional-load".split(" "),
        ..."did-fail-load dom-ready did-frame-finish-load did-finish-load did-stop-loading".split(" "),
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
            if (name === prevent) event.preventDefault();
            if (name === "did-stop-loading" && events.includes(last)) resolve();
          });
        }
      });
      const ended = await window.loadURL(start).then(
        () => "loaded",
        (error: Error) => error.message.replace(/'.*'/, "…"),
      );
      if (act !== undefined) await window.webContents.executeJavaScriptInIsolatedWorld(7, [{ code: act }]);
      await done;
      const url = window.webContents.getURL();
      window.destroy();
      return { events, ended, url };
    },
    { address, last: "did-start-navigation", ...story },
  );
}

const loaded = [
  "did-frame-navigate",
  "did-navigate",
  "dom-ready",
  "did-frame-finish-load",
  "did-finish-load",
];
const failed = [
  ..."did-fail-provisional-load did-fail-load dom-ready did-frame-finish-load did-finish-load".split(" "),
];

/** What follows the start of the last navigation. A page that leaves while it loads may have finished or not. */
function lastNavigation(events: readonly string[]): readonly string[] {
  return events.slice(events.lastIndexOf("did-start-navigation") + 1);
}

test("navigation: a page that main loads, directly and by a redirect", async ({ little, origin }) => {
  expect(await tell(little, `${origin}/page`)).toEqual({
    events: ["did-start-loading", "did-start-navigation", ...loaded, "did-stop-loading"],
    ended: "loaded",
    url: `${origin}/page`,
  });
  expect(await tell(little, `${origin}/redirect`)).toEqual({
    events: [
      ..."did-start-loading did-start-navigation will-redirect did-redirect-navigation".split(" "),
      ...loaded,
      "did-stop-loading",
    ],
    ended: "loaded",
    url: `${origin}/page`,
  });
});

test("navigation: loadURL rejects without a failed load where nothing is shown", async ({
  little,
  origin,
}) => {
  expect(await tell(little, `${origin}/redirect`, { prevent: "will-redirect" })).toEqual({
    events: ["did-start-loading", "did-start-navigation", "will-redirect", "did-stop-loading"],
    ended: "ERR_FAILED (-2) loading …",
    url: "",
  });
  expect(await tell(little, `${origin}/nothing`)).toEqual({
    events: ["did-start-loading", "did-start-navigation", "did-stop-loading"],
    ended: "ERR_FAILED (-2) loading …",
    url: "",
  });
});

test("navigation: a failed load finishes too, with Chromium's error page at the failed address", async ({
  little,
  origin,
}) => {
  const nobody = `http://127.0.0.1:${await closedPort()}/`;
  const events = ["did-start-loading", "did-start-navigation", ...failed, "did-stop-loading"];
  expect(await tell(little, nobody)).toEqual({
    events,
    ended: "ERR_CONNECTION_REFUSED (-102) loading …",
    url: nobody,
  });
  expect(await tell(little, `${origin}/page`, { cancel: "/page" })).toEqual({
    events,
    ended: "ERR_BLOCKED_BY_CLIENT (-20) loading …",
    url: `${origin}/page`,
  });
});

for (const way of ["script", "form"]) {
  test(`navigation: what a page asks for by ${way} is put to will-frame-navigate, then to will-navigate`, async ({
    little,
    origin,
  }) => {
    const address = `${origin}/${way}`;
    const free = await tell(little, address, { last: "will-navigate" });
    expect(lastNavigation(free.events)).toEqual([
      "will-frame-navigate",
      "will-navigate",
      ...loaded,
      "did-stop-loading",
    ]);
    const second = await tell(little, address, { prevent: "will-navigate", last: "will-navigate" });
    expect(lastNavigation(second.events)).toEqual([
      "will-frame-navigate",
      "will-navigate",
      "did-stop-loading",
    ]);
    expect(second.url).toBe(address);
    const first = await tell(little, address, {
      prevent: "will-frame-navigate",
      last: "will-frame-navigate",
    });
    expect(lastNavigation(first.events)).toEqual(["will-frame-navigate", "did-stop-loading"]);
    expect(first.url).toBe(address);
  });
}

test("navigation: a link to another program is told like any other, and nothing is loaded", async ({
  little,
  origin,
}) => {
  const told = await tell(little, `${origin}/link`, {
    act: "document.querySelector('a').click()",
    prevent: "will-navigate",
    last: "will-navigate",
  });
  expect(told).toEqual({
    events: [
      ..."did-start-loading did-start-navigation".split(" "),
      ...loaded,
      ..."did-stop-loading did-start-loading did-start-navigation will-frame-navigate".split(" "),
      ..."will-navigate did-stop-loading".split(" "),
    ],
    ended: "loaded",
    url: `${origin}/link`,
  });
});

test("navigation: a sub-frame is put to will-frame-navigate, for its first page too", async ({
  little,
  origin,
}) => {
  const told = await tell(little, `${origin}/frame`, { prevent: "will-frame-navigate" });
  expect(told.events.filter((event) => /navigate/.test(event))).toEqual([
    "did-frame-navigate",
    "did-navigate",
    "will-frame-navigate",
  ]);
  expect(told.ended).toBe("loaded");
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
