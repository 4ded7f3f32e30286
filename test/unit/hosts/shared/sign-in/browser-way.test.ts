import { afterEach, expect, test, vi } from "vitest";
import { browserWay } from "../../../../../main/hosts/shared/sign-in/browser-way.ts";

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
  const way = browserWay({
    redirectUri,
    announce: (url) => announced.push(url),
    open: (url) => opened.push(url),
  });
  expect(way).toMatchObject({ how: "paste", through: "browser" });
  expect(way.show()).toBe(false);
  const ended = way.signIn(request());
  expect(way.show()).toBe(true);
  expect(announced).toEqual([request().authorizeUrl]);
  expect(opened).toEqual([request().authorizeUrl, request().authorizeUrl]);
  expect(way.takeAddress(" https://127.0.0.1/jamfconnect?code=c ")).toBe(true);
  expect(await ended).toMatchObject({ kind: "callback", url: "https://127.0.0.1/jamfconnect?code=c" });
  expect(way.takeAddress("https://127.0.0.1/again")).toBe(false);
});

test("a page that is in a browser itself opens its own link", () => {
  const way = browserWay({ redirectUri, announce: () => undefined, open: null });
  void way.signIn(request());
  expect(way.show()).toBe(false);
  way.takeAddress("https://127.0.0.1/x");
});

test("a loopback redirect URI is listened on, and takes no pasted address", () => {
  const way = browserWay({ redirectUri: "http://localhost:51234/cb", announce: () => undefined, open: null });
  expect(way.how).toBe("loopback");
  expect(way.takeAddress("http://localhost:51234/cb?code=c")).toBe(false);
});

test("nobody who pastes in time is told from somebody who stops", async () => {
  vi.useFakeTimers();
  const way = browserWay({ redirectUri, announce: () => undefined, open: null });
  const late = way.signIn(request());
  await vi.advanceTimersByTimeAsync(way.patienceMs);
  expect(await late).toEqual({ kind: "timeout" });
  expect(way.takeAddress("https://127.0.0.1/late")).toBe(false);

  const stop = new AbortController();
  const stopped = browserWay({ redirectUri, announce: () => undefined, open: null }).signIn(
    request(stop.signal),
  );
  stop.abort();
  expect(await stopped).toEqual({ kind: "closed" });
});
