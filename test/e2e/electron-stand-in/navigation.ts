/**
 * What Chromium reports about the frames of one window, in; Electron's navigation events in Electron's order, out. Pure: the
 * caller emits, asks whether a listener prevented, and tells Chromium.
 */
export type NavigationInput =
  /** `Page.frameRequestedNavigation`: page code or a click asks; absent for `loadURL`, which is Electron's own rule. */
  | { readonly kind: "asked"; readonly frame: string; readonly url: string }
  /** A document request is about to leave. */
  | { readonly kind: "request"; readonly frame: string; readonly request: string; readonly url: string }
  /** A document request was answered with a redirect. */
  | { readonly kind: "redirect"; readonly frame: string; readonly request: string; readonly url: string }
  /** The redirect was not prevented. */
  | { readonly kind: "redirect-followed"; readonly frame: string; readonly url: string }
  | {
      readonly kind: "response";
      readonly frame: string;
      readonly status: number;
      readonly statusText: string;
    }
  | { readonly kind: "failed"; readonly request: string; readonly error: string }
  | { readonly kind: "committed"; readonly frame: string; readonly url: string; readonly errorPage: boolean }
  | { readonly kind: "within-document"; readonly frame: string; readonly url: string }
  | { readonly kind: "loading-started"; readonly frame: string }
  | { readonly kind: "loading-stopped"; readonly frame: string }
  | { readonly kind: "dom-ready" }
  | { readonly kind: "loaded" };

/** One event to emit. `details` is Electron's details object; `rest` are the arguments after it. */
export type Emission = {
  readonly event: string;
  readonly details: { readonly url: string; readonly frame: string; readonly isMainFrame: boolean } | null;
  readonly rest: readonly unknown[];
  readonly canPrevent: boolean;
};

export type NavigationState = {
  readonly mainFrame: string;
  /** Frames whose page asked for a navigation that has not left yet. */
  readonly asked: ReadonlyMap<string, string>;
  /** Document requests under way. */
  readonly requests: ReadonlyMap<string, { readonly frame: string; readonly url: string }>;
  /** How the last request of a frame failed, until its error page is there. */
  readonly failures: ReadonlyMap<string, { readonly name: string; readonly url: string }>;
  readonly status: ReadonlyMap<string, { readonly code: number; readonly text: string }>;
  readonly loading: ReadonlySet<string>;
};

export function startNavigation(mainFrame: string): NavigationState {
  const none = new Map<never, never>();
  return {
    mainFrame,
    asked: none,
    requests: none,
    failures: none,
    status: none,
    loading: new Set(),
  };
}

type Step = { readonly state: NavigationState; readonly emissions: readonly Emission[] };

/** Takes one report. */
export function stepNavigation(state: NavigationState, input: NavigationInput): Step {
  switch (input.kind) {
    case "asked": {
      const { frame, url } = input;
      if (!leavesAsRequest(url)) {
        const loading = new Set(state.loading).add(frame);
        const emissions = [...startsLoading(state), ...willNavigate(state, frame, url)];
        return { state: { ...state, loading }, emissions };
      }
      return { state: { ...state, asked: plus(state.asked, frame, url) }, emissions: [] };
    }
    case "request":
      return takeRequest(state, input.frame, input.request, input.url);
    case "redirect": {
      const { frame, url } = input;
      const requests = plus(state.requests, input.request, { frame, url });
      return { state: { ...state, requests }, emissions: [preventable(state, "will-redirect", frame, url)] };
    }
    case "redirect-followed":
      return { state, emissions: [report(state, "did-redirect-navigation", input.frame, input.url)] };
    case "response":
      return {
        state: {
          ...state,
          status: plus(state.status, input.frame, { code: input.status, text: input.statusText }),
        },
        emissions: [],
      };
    case "failed":
      return takeFailure(state, input.request, input.error);
    case "committed":
      return takeCommit(state, input);
    case "within-document": {
      const isMain = input.frame === state.mainFrame;
      return { state, emissions: [plain("did-navigate-in-page", input.url, isMain)] };
    }
    case "loading-started": {
      const loading = new Set(state.loading).add(input.frame);
      return { state: { ...state, loading }, emissions: startsLoading(state) };
    }
    case "loading-stopped": {
      const loading = new Set([...state.loading].filter((frame) => frame !== input.frame));
      const stops = state.loading.size > 0 && loading.size === 0;
      return { state: { ...state, loading }, emissions: stops ? [plain("did-stop-loading")] : [] };
    }
    case "dom-ready":
      return { state, emissions: [plain("dom-ready")] };
    case "loaded":
      return { state, emissions: [plain("did-frame-finish-load", true), plain("did-finish-load")] };
  }
}

function takeRequest(state: NavigationState, frame: string, request: string, url: string): Step {
  // Nobody but its page can have asked for what a sub-frame shows.
  const asked = frame !== state.mainFrame || state.asked.has(frame);
  const next = {
    ...state,
    asked: minus(state.asked, frame),
    requests: plus(state.requests, request, { frame, url }),
  };
  // Chromium may report the frame as loading only once the request is out; Electron says so before anything else.
  const loading = new Set(state.loading).add(frame);
  const emissions = asked
    ? willNavigate(state, frame, url)
    : [report(state, "did-start-navigation", frame, url)];
  return { state: { ...next, loading }, emissions: [...startsLoading(state), ...emissions] };
}

/** A failure is told when its error page is there. What was called off, or has nothing to show, gets none: nobody is told. */
function takeFailure(state: NavigationState, request: string, error: string): Step {
  const failed = state.requests.get(request);
  if (failed === undefined) return { state, emissions: [] };
  const failure = { name: error.replace(/^net::/, ""), url: failed.url };
  return {
    state: {
      ...state,
      requests: minus(state.requests, request),
      failures: plus(state.failures, failed.frame, failure),
    },
    emissions: [],
  };
}

function takeCommit(state: NavigationState, input: Extract<NavigationInput, { kind: "committed" }>): Step {
  const isMain = input.frame === state.mainFrame;
  const next = {
    ...state,
    failures: minus(state.failures, input.frame),
    requests: new Map([...state.requests].filter(([, { frame }]) => frame !== input.frame)),
  };
  if (input.errorPage) return { state: next, emissions: failedLoad(state, input.frame) };
  const { code, text } = state.status.get(input.frame) ?? { code: -1, text: "" };
  const frameNavigated = plain("did-frame-navigate", input.url, code, text, isMain);
  return {
    state: next,
    emissions: isMain ? [frameNavigated, plain("did-navigate", input.url, code, text)] : [frameNavigated],
  };
}

function failedLoad(state: NavigationState, frame: string): Emission[] {
  const failure = state.failures.get(frame);
  if (failure === undefined) throw new Error("stand-in: an error page is there, but no request has failed");
  const { name, url } = failure;
  const rest = [netErrorCode(name), name, url, frame === state.mainFrame];
  return [plain("did-fail-provisional-load", ...rest), plain("did-fail-load", ...rest)];
}

/** What comes before a navigation that a page asked for. Once one is prevented, what follows it is not emitted. */
function willNavigate(state: NavigationState, frame: string, url: string): Emission[] {
  const emissions = [
    report(state, "did-start-navigation", frame, url),
    preventable(state, "will-frame-navigate", frame, url),
  ];
  if (frame === state.mainFrame) emissions.push(preventable(state, "will-navigate", frame, url));
  return emissions;
}

function startsLoading(state: NavigationState): Emission[] {
  return state.loading.size === 0 ? [plain("did-start-loading")] : [];
}

function preventable(state: NavigationState, event: string, frame: string, url: string): Emission {
  return {
    event,
    details: { url, frame, isMainFrame: frame === state.mainFrame },
    rest: [url],
    canPrevent: true,
  };
}

function report(state: NavigationState, event: string, frame: string, url: string): Emission {
  return { ...preventable(state, event, frame, url), canPrevent: false };
}

function plain(event: string, ...rest: unknown[]): Emission {
  return { event, details: null, rest, canPrevent: false };
}

/** Documents of these schemes are made without a request, or with one that can be held up. */
function leavesAsRequest(url: string): boolean {
  return /^(?:https?|about|data|blob):/i.test(url);
}

function plus<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return new Map(map).set(key, value);
}

function minus<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  return new Map([...map].filter(([candidate]) => candidate !== key));
}

/** Numbers from Chromium's net/base/net_error_list.h. */
const netErrors: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_TIMED_OUT: -7,
  ERR_ACCESS_DENIED: -10,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_BLOCKED_BY_RESPONSE: -27,
  ERR_BLOCKED_BY_CSP: -30,
  ERR_CONNECTION_CLOSED: -100,
  ERR_CONNECTION_RESET: -101,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_SSL_PROTOCOL_ERROR: -107,
  ERR_CERT_COMMON_NAME_INVALID: -200,
  ERR_CERT_DATE_INVALID: -201,
  ERR_CERT_AUTHORITY_INVALID: -202,
  ERR_UNKNOWN_URL_SCHEME: -302,
  ERR_UNSAFE_PORT: -312,
  ERR_EMPTY_RESPONSE: -324,
};

function netErrorCode(name: string): number {
  const code = netErrors[name];
  if (code === undefined) throw new Error(`stand-in: the network error ${name} has no number yet`);
  return code;
}
