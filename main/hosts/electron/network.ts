import { isThisMachine } from "../../core/providers/hosts.ts";

/** One session for each way: through the system's proxy, and past it. */
export type Sessions = {
  readonly outside: Electron.Session;
  readonly thisMachine: () => Promise<Electron.Session>;
};

/**
 * A `fetch` over Chromium's network stack: the system's proxy, its certificate store, its TLS rules. It never follows a
 * redirect: the answer with its `Location` is the result, because a POST that carries a password or a code must not
 * travel on to a host that nobody checked (design section 5). Cookies are neither sent nor kept.
 *
 * `session.fetch` cannot do this: with `redirect: "manual"` it rejects and hides status and address.
 *
 * @param request `net.request`
 * @param sessions of their own, so nothing is shared with any window
 */
export function createFetch(
  request: (options: Electron.ClientRequestConstructorOptions) => Electron.ClientRequest,
  sessions: Sessions,
): typeof fetch {
  return async (input, init) => {
    const wanted = new Request(input, init);
    const body = wanted.body === null ? null : Buffer.from(await wanted.arrayBuffer());
    const isNear = isThisMachine(new URL(wanted.url).hostname);
    const session = isNear ? await sessions.thisMachine() : sessions.outside;
    wanted.signal.throwIfAborted();
    return send(request, session, wanted, body);
  };
}

function send(
  request: (options: Electron.ClientRequestConstructorOptions) => Electron.ClientRequest,
  session: Electron.Session,
  wanted: Request,
  body: Buffer | null,
): Promise<Response> {
  const { promise, resolve, reject } = withResolvers<Response>();
  const outgoing = request({
    url: wanted.url,
    method: wanted.method,
    session,
    redirect: "manual",
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
  });
  for (const [name, value] of wanted.headers) outgoing.setHeader(name, value);
  const { signal } = wanted;
  const abort = () => {
    reject(signal.reason);
    outgoing.abort();
  };
  signal.addEventListener("abort", abort, { once: true });
  const done = () => signal.removeEventListener("abort", abort);
  outgoing.on("redirect", (status, _method, location, headers) => {
    done();
    resolve(new Response(null, { status, headers: readHeaders({ ...headers, location: [location] }) }));
  });
  outgoing.on("response", (incoming) => {
    done();
    // The Fetch standard has no answer with another status, and an error that leaves a listener ends the app.
    if (incoming.statusCode < 200 || incoming.statusCode > 599) {
      reject(failure("ERR_INVALID_HTTP_RESPONSE"));
      outgoing.abort();
    } else resolve(readResponse(incoming, outgoing, signal));
  });
  outgoing.on("error", (error) => {
    done();
    reject(failure(/net::(ERR_\w+)/.exec(error.message)?.[1] ?? "ERR_FAILED"));
  });
  outgoing.end(body ?? undefined);
  return promise;
}

/** Shaped like the error of the built-in fetch; the code is Chromium's, `ERR_CONNECTION_REFUSED` for example. */
function failure(code: string): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
}

/** Statuses that must not have a body (Fetch standard, "null body status"). */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

function readResponse(
  incoming: Electron.IncomingMessage,
  outgoing: Pick<Electron.ClientRequest, "abort">,
  signal: AbortSignal,
): Response {
  const body = bodiless.has(incoming.statusCode) ? null : bodyOf(incoming, outgoing, signal);
  return new Response(body, {
    status: incoming.statusCode,
    statusText: speakable.test(incoming.statusMessage) ? incoming.statusMessage : "",
    headers: readHeaders(incoming.headers),
  });
}

/**
 * The body of an answer while it arrives. It ends once: with the answer, with the connection, when the signal says so, or when
 * the reader has had enough. The last two end the request too, so that nothing is downloaded that nobody reads; what
 * arrives all the same is dropped, because a listener that throws would end the app.
 */
function bodyOf(
  incoming: Electron.IncomingMessage,
  outgoing: Pick<Electron.ClientRequest, "abort">,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  let isOpen = true;
  let finish: (act: () => void) => void = () => undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const stop = () =>
        finish(() => {
          controller.error(signal.reason);
          outgoing.abort();
        });
      finish = (act) => {
        if (!isOpen) return;
        isOpen = false;
        signal.removeEventListener("abort", stop);
        act();
      };
      const broken = () => finish(() => controller.error(new TypeError("terminated")));
      signal.addEventListener("abort", stop, { once: true });
      incoming.on("data", (chunk) => {
        if (isOpen) controller.enqueue(new Uint8Array(chunk));
      });
      incoming.on("end", () => finish(() => controller.close()));
      incoming.on("error", broken);
      incoming.on("aborted", broken);
    },
    cancel: () => finish(() => outgoing.abort()),
  });
}

/** What may stand in a header's value or a status text (Fetch standard); a server may send more. */
const speakable = /^[\t\x20-\x7e\x80-\xff]*$/;

/** The headers of an answer; one that the standard does not allow is left out. */
function readHeaders(headers: Readonly<Record<string, string | readonly string[]>>): Headers {
  const read = new Headers();
  for (const [name, values] of Object.entries(headers)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) continue;
    for (const value of typeof values === "string" ? [values] : values) {
      if (speakable.test(value)) read.append(name, value);
    }
  }
  return read;
}

/** `Promise.withResolvers`, which Node 20 does not have. */
function withResolvers<T>(): {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
} {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
