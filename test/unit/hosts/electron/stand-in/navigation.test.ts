import { describe, expect, it } from "vitest";
import {
  type NavigationInput,
  startNavigation,
  stepNavigation,
} from "../../../../e2e/electron-stand-in/navigation.ts";

const frame = "main";

/** The events of a story, with `!` behind those that a listener may prevent. */
function tell(inputs: readonly NavigationInput[]): string[] {
  let state = startNavigation(frame);
  return inputs.flatMap((input) => {
    const step = stepNavigation(state, input);
    state = step.state;
    return step.emissions.map(({ event, canPrevent }) => (canPrevent ? `${event}!` : event));
  });
}

const request = (url: string, of = frame): NavigationInput => ({
  kind: "request",
  frame: of,
  request: `r ${of}`,
  url,
});
const asked = (url: string, by = frame): NavigationInput => ({ kind: "asked", frame: by, url });
const redirect = (url: string): NavigationInput => ({ kind: "redirect", frame, request: `r ${frame}`, url });
const committed = (url: string, of = frame, errorPage = false): NavigationInput => ({
  kind: "committed",
  frame: of,
  url,
  errorPage,
});
const failed = (error: string): NavigationInput => ({ kind: "failed", request: `r ${frame}`, error });
const started: NavigationInput = { kind: "loading-started", frame };
const stopped: NavigationInput = { kind: "loading-stopped", frame };
const ready: NavigationInput = { kind: "dom-ready" };
const loaded: NavigationInput = { kind: "loaded" };
const answered: NavigationInput = { kind: "response", frame, status: 200, statusText: "OK" };

const page = "https://contoso.example/";
const callback = "https://127.0.0.1/jamfconnect?code=c";

describe("stepNavigation", () => {
  it.each<[string, NavigationInput[], string[]]>([
    [
      "loadURL: nobody may prevent what main itself asked for",
      [request(page), started, answered, committed(page), ready, loaded, stopped],
      [
        "did-start-loading",
        "did-start-navigation",
        "did-frame-navigate",
        "did-navigate",
        "dom-ready",
        "did-frame-finish-load",
        "did-finish-load",
        "did-stop-loading",
      ],
    ],
    [
      "a click, a script or a form",
      [asked(page), request(page)],
      ["did-start-loading", "did-start-navigation", "will-frame-navigate!", "will-navigate!"],
    ],
    [
      "a sub-frame: only its page can have asked, also for its first document",
      [request(page), stopped, request("https://frame.example/", "sub")],
      [
        "did-start-loading",
        "did-start-navigation",
        "did-stop-loading",
        "did-start-loading",
        "did-start-navigation",
        "will-frame-navigate!",
      ],
    ],
    [
      "a sign-in that ends with a prevented redirect",
      [
        request(page),
        redirect(page),
        { kind: "redirect-followed", frame, url: page },
        redirect(callback),
        failed("net::ERR_ABORTED"),
        stopped,
      ],
      [
        "did-start-loading",
        "did-start-navigation",
        "will-redirect!",
        "did-redirect-navigation",
        "will-redirect!",
        "did-stop-loading",
      ],
    ],
    [
      "a host that refuses: told once Chromium's error page is there, which finishes as any page",
      [
        request(page),
        failed("net::ERR_CONNECTION_REFUSED"),
        committed("chrome-error://x", frame, true),
        ready,
        loaded,
        stopped,
      ],
      [
        "did-start-loading",
        "did-start-navigation",
        "did-fail-provisional-load",
        "did-fail-load",
        "dom-ready",
        "did-frame-finish-load",
        "did-finish-load",
        "did-stop-loading",
      ],
    ],
    [
      "another program's scheme makes no request",
      [request(page), committed(page), stopped, asked("companyportal://enroll"), started, stopped],
      [
        "did-start-loading",
        "did-start-navigation",
        "did-frame-navigate",
        "did-navigate",
        "did-stop-loading",
        "did-start-loading",
        "did-start-navigation",
        "will-frame-navigate!",
        "will-navigate!",
        "did-stop-loading",
      ],
    ],
    [
      "a step within the document",
      [request(page), { kind: "within-document", frame, url: `${page}#x` }],
      ["did-start-loading", "did-start-navigation", "did-navigate-in-page"],
    ],
  ])("%s", (_name, inputs, events) => {
    expect(tell(inputs)).toEqual(events);
  });

  it("asks once for each request: a second request of the frame is main's own again", () => {
    const events = tell([asked(page), request(page), { ...request(page), request: "r2" } as NavigationInput]);
    expect(events.filter((event) => event === "will-navigate!")).toHaveLength(1);
  });

  it("tells status and address of a committed page, and the number of a failure", () => {
    let state = startNavigation(frame);
    const emit = (input: NavigationInput) => {
      const step = stepNavigation(state, input);
      state = step.state;
      return step.emissions;
    };
    emit(request(page));
    emit({ kind: "response", frame, status: 404, statusText: "Not Found" });
    expect(emit(committed(page)).at(-1)).toMatchObject({
      event: "did-navigate",
      rest: [page, 404, "Not Found"],
    });
    emit(request(page));
    expect(emit(failed("net::ERR_NAME_NOT_RESOLVED"))).toEqual([]);
    expect(emit(committed("chrome-error://x", frame, true)).at(-1)).toMatchObject({
      event: "did-fail-load",
      rest: [-105, "ERR_NAME_NOT_RESOLVED", page, true],
    });
  });

  it("does not guess the number of an error it does not know", () => {
    const { state } = stepNavigation(startNavigation(frame), request(page));
    const { state: gone } = stepNavigation(state, failed("net::ERR_MADE_UP"));
    expect(() => stepNavigation(gone, committed("chrome-error://x", frame, true))).toThrow(
      "ERR_MADE_UP has no number",
    );
  });
});
