import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { matchCallback } from "../../core/oidc/callback.ts";
import { loopbackPlace } from "../../core/oidc/loopback-redirect.ts";
import { createLoopbackServer, type LoopbackLimits } from "../../loopback/loopback-server.ts";
import type { SignIn, SignInOutcome, SignInRequest } from "../ports.ts";

export type LoopbackPort = {
  /** Opens or prints the address where the person signs in; called when the listener is ready. */
  readonly show: (authorizeUrl: string) => void;
  /** How long to wait for the person, in milliseconds. */
  readonly timeoutMs: number;
};

/** One browser, one answer. */
const limits: LoopbackLimits = { connections: 32, headersMs: 10_000, requestMs: 10_000 };

/**
 * Receives the answer on the redirect URI itself (RFC 8252 section 7.3). Listens on 127.0.0.1 only, takes one answer, and that
 * only with the state of this login, so that another page of the same browser cannot end the run.
 */
export function loopbackSignIn(port: LoopbackPort): SignIn {
  return async (request): Promise<SignInOutcome> => {
    const place = loopbackPlace(request.redirectUri);
    if (place === null) return { kind: "closed" };
    const { server, listen, close } = createLoopbackServer(limits);
    try {
      const listening = await listen(place.port);
      if (!listening.ok) throw listening.error;
      const answered = answer(server, request);
      port.show(request.authorizeUrl);
      return await firstOf(answered, request.signal, port.timeoutMs);
    } finally {
      await close();
    }
  };
}

function answer(server: Server, request: SignInRequest): Promise<SignInOutcome> {
  const state = new URL(request.authorizeUrl).searchParams.get("state");
  return new Promise((resolve) => {
    server.on("request", (incoming, response) => {
      const url = addressOf(incoming, request.redirectUri);
      const match = matchCallback(url, request.redirectUri);
      if (!match.matches) return reply(response, 404, "This address belongs to a test login of Latchkey.");
      if (match.parameters.get("state") !== state)
        return reply(response, 400, "This answer belongs to another login.");
      response.on("close", () =>
        resolve({ kind: "callback", url, secondFactorSeen: null, sessionMayBeReused: true }),
      );
      return reply(response, 200, "Latchkey has the answer. You can close this window.");
    });
  });
}

/** The address as the browser sees it; the host comes from the redirect URI, never from the Host header. */
function addressOf(incoming: IncomingMessage, redirectUri: string): string {
  const path = incoming.url ?? "/";
  return path.startsWith("/") ? `${new URL(redirectUri).origin}${path}` : redirectUri;
}

/** A static page: nothing of the request is repeated, nothing is loaded, nothing is kept. */
function reply(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'",
    "referrer-policy": "no-referrer",
    connection: "close",
  });
  response.end(`<!doctype html><html lang="en"><title>Latchkey</title><p>${text}</p></html>\n`);
}

function firstOf(
  answered: Promise<SignInOutcome>,
  signal: AbortSignal,
  timeoutMs: number,
): Promise<SignInOutcome> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: "timeout" }), timeoutMs);
    const stop = (): void => resolve({ kind: "closed" });
    signal.addEventListener("abort", stop, { once: true });
    void answered.then(resolve).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
    });
  });
}
