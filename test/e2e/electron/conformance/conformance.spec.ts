/** What the stand-in and a real Electron must do alike at the bridge and in a page; `known-differences.ts` names the rest. */
import { backing, expect } from "../support/app.ts";
import { knownDifferences } from "./known-differences.ts";
import { test } from "./little-app.ts";

/** What the page of the little app has in `window.api`. */
type Api = {
  echo: (value: unknown) => Promise<unknown>;
  fail: () => Promise<unknown>;
  missing: () => Promise<unknown>;
  giveFunction: () => Promise<unknown>;
  twice: (number: number) => number;
  boom: () => void;
  boomWithText: () => void;
  giveError: () => Error;
  reject: () => Promise<never>;
  rejectWithText: () => Promise<never>;
  hear: (listener: () => void) => string;
  callBack: (listener: (value: string) => string) => boolean;
  subscribe: (listener: (value: number) => void) => () => string;
  later: () => Promise<string>;
  nested: { list: unknown[] };
};

declare const api: Api;

/** What Electron answers, or what the list of known differences says that the stand-in does. */
function expected(name: string, electron: unknown): unknown {
  const known = backing === "stand-in" ? knownDifferences[name] : undefined;
  return known === undefined ? electron : known.standIn;
}

test("contextBridge: functions, callbacks, promises, and objects that cannot be changed", async ({
  little,
}) => {
  const page = await little.page();
  const seen = await page.evaluate(async () => {
    const heard: number[] = [];
    const end = api.subscribe((value) => heard.push(value));
    const writable = Object.getOwnPropertyDescriptor(globalThis, "api");
    return {
      sync: api.twice(21),
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

test("contextBridge: of an error only the message crosses, whichever way", async ({ little }) => {
  const page = await little.page();
  const seen = await page.evaluate(async () => {
    const describe = (value: unknown) =>
      value instanceof Error
        ? `${value.constructor.name} ${value.name} ${"code" in value}: ${value.message}`
        : value;
    const thrownBy = (act: () => void) => {
      try {
        act();
        return "nothing thrown";
      } catch (error) {
        return describe(error);
      }
    };
    return {
      thrown: thrownBy(() => api.boom()),
      thrownText: thrownBy(() => api.boomWithText()),
      given: describe(api.giveError()),
      rejected: await api.reject().catch(describe),
      rejectedText: await api.rejectWithText().catch(describe),
      heard: api.hear(() => {
        throw new RangeError("from the page");
      }),
    };
  });
  expect(seen).toEqual({
    thrown: "Error Error false: too far",
    thrownText:
      "Error Error false: An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.",
    given: "Error Error false: given",
    rejected: "Error Error false: rejected",
    rejectedText: "only text",
    heard: "Error: from the page",
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
