/**
 * A `fetch` over Chromium's network stack: the system's proxy, its certificate store, its TLS rules. It never follows a
 * redirect: the answer with its `Location` is the result, because a POST that carries a password or a code must not
 * travel on to a host that nobody checked (design section 5). Cookies are neither sent nor kept.
 *
 * `session.fetch` cannot do this: with `redirect: "manual"` it rejects and hides status and address.
 *
 * @param request `net.request`
 * @param session a session of its own, so nothing is shared with any window
 */
export function createFetch(
  request: (options: Electron.ClientRequestConstructorOptions) => Electron.ClientRequest,
  session: Electron.Session,
): typeof fetch {
  return async (input, init) => {
    const wanted = new Request(input, init);
    const body = wanted.body === null ? null : Buffer.from(await wanted.arrayBuffer());
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
  const abort = () => {
    reject(wanted.signal.reason);
    outgoing.abort();
  };
  wanted.signal.addEventListener("abort", abort, { once: true });
  const done = () => wanted.signal.removeEventListener("abort", abort);
  outgoing.on("redirect", (status, _method, location, headers) => {
    done();
    resolve(new Response(null, { status, headers: readHeaders({ ...headers, location: [location] }) }));
  });
  outgoing.on("response", (incoming) => resolve(readResponse(incoming, done)));
  outgoing.on("error", (error) => {
    done();
    // Shaped like the error of the built-in fetch; the code is Chromium's, `ERR_CONNECTION_REFUSED` for example.
    const code = /net::(ERR_\w+)/.exec(error.message)?.[1] ?? "ERR_FAILED";
    reject(new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) }));
  });
  outgoing.end(body ?? undefined);
  return promise;
}

/** Statuses that must not have a body (Fetch standard, "null body status"). */
const bodiless: ReadonlySet<number> = new Set([101, 103, 204, 205, 304]);

function readResponse(incoming: Electron.IncomingMessage, done: () => void): Response {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      incoming.on("data", (chunk) => controller.enqueue(new Uint8Array(chunk)));
      incoming.on("end", () => {
        done();
        controller.close();
      });
      const broken = () => {
        done();
        controller.error(new TypeError("terminated"));
      };
      incoming.on("error", broken);
      incoming.on("aborted", broken);
    },
  });
  return new Response(bodiless.has(incoming.statusCode) ? null : stream, {
    status: incoming.statusCode,
    statusText: incoming.statusMessage,
    headers: readHeaders(incoming.headers),
  });
}

function readHeaders(headers: Readonly<Record<string, string | readonly string[]>>): Headers {
  const read = new Headers();
  for (const [name, values] of Object.entries(headers)) {
    for (const value of typeof values === "string" ? [values] : values) read.append(name, value);
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
