import { afterEach, expect, test, vi } from "vitest";
import { browserRoute, browserSignIn } from "../../../../main/app/runs/browser-sign-in.ts";

afterEach(() => {
  vi.useRealTimers();
});

const redirectUri = "https://127.0.0.1/jamfconnect";
const request = (signal = new AbortController().signal) => ({
  authorizeUrl: "https://login.microsoftonline.com/authorize?state=s",
  redirectUri,
  signal,
});

test("the page is announced, opened where the host opens it, and opened again when asked", async () => {
  const announced: string[] = [];
  const opened: string[] = [];
  const way = browserSignIn({
    redirectUri,
    announce: (url) => announced.push(url),
    open: (url) => opened.push(url),
  });
  expect(way).toMatchObject({ how: "paste", via: "browser" });
  expect(way.show()).toBe(false);
  const ended = way.signIn(request());
  expect(way.show()).toBe(true);
  expect(announced).toEqual([request().authorizeUrl]);
  expect(opened).toEqual([request().authorizeUrl, request().authorizeUrl]);
  // What is no answer of this login is said, and the login goes on waiting.
  expect(way.takePasted(`${redirectUri}?code=c&state=other`)).toMatchObject({
    problem: { code: "pasted-of-another-login" },
  });
  expect(way.takePasted(` ${redirectUri}?code=c&state=s `)).toEqual({ ok: true, value: null });
  expect(await ended).toMatchObject({ kind: "callback", url: `${redirectUri}?code=c&state=s` });
  expect(way.takePasted(`${redirectUri}?code=c&state=s`)).toBeNull();
});

test("an error that the page shows instead ends the login with its code", async () => {
  const way = browserSignIn({ redirectUri, announce: () => undefined, open: null });
  const ended = way.signIn(request());
  expect(way.takePasted("Error code: 53000")).toEqual({ ok: true, value: null });
  expect(await ended).toEqual({ kind: "error-page", text: "AADSTS53000" });
});

test("a page that is in a browser itself opens its own link", () => {
  const way = browserSignIn({ redirectUri, announce: () => undefined, open: null });
  void way.signIn(request());
  expect(way.show()).toBe(false);
});

test("a loopback redirect URI is listened on, and takes no pasted address", () => {
  const way = browserSignIn({
    redirectUri: "http://localhost:51234/cb",
    announce: () => undefined,
    open: null,
  });
  expect(way.how).toBe("loopback");
  expect(way.takePasted("http://localhost:51234/cb?code=c")).toBeNull();
});

test("nobody who pastes in time is told from somebody who stops", async () => {
  vi.useFakeTimers();
  const way = browserSignIn({ redirectUri, announce: () => undefined, open: null });
  const late = way.signIn(request());
  await vi.advanceTimersByTimeAsync(way.patienceMs);
  expect(await late).toEqual({ kind: "timeout" });
  expect(way.takePasted(`${redirectUri}?code=c&state=s`)).toBeNull();

  const stop = new AbortController();
  const stopped = browserSignIn({ redirectUri, announce: () => undefined, open: null }).signIn(
    request(stop.signal),
  );
  stop.abort();
  expect(await stopped).toEqual({ kind: "closed" });
});

test("a listener stands where the redirect URI allows one, unless the person wants to paste", () => {
  const loopback = "http://127.0.0.1:8710/callback";
  expect(browserRoute(loopback, null)).toEqual({ ok: true, value: "loopback" });
  expect(browserRoute(loopback, "paste")).toEqual({ ok: true, value: "paste" });
  expect(browserRoute(redirectUri, null)).toEqual({ ok: true, value: "paste" });
  expect(browserRoute(redirectUri, "loopback")).toMatchObject({
    problem: { code: "redirect-not-loopback", detail: expect.stringContaining(redirectUri) },
  });
});

test("where a terminal asks for the address, it is asked for there, and the page is still announced", async () => {
  const announced: string[] = [];
  const { authorizeUrl } = request();
  const method = browserSignIn({
    redirectUri,
    announce: (url) => announced.push(url),
    open: null,
    ask: async () => ({ kind: "pasted", address: `${redirectUri}?code=c&state=s` }),
  });
  expect(await method.signIn(request())).toMatchObject({ kind: "callback" });
  expect(announced).toEqual([authorizeUrl]);
});
