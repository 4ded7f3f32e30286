import type { Exchange } from "../../core/login-result.ts";
import { refuseOutsidePractice } from "../../core/oidc/practice.ts";
import type { NetworkErrorId } from "../../core/verdict/network-errors.ts";
import { NetworkError, networkErrorOf, RefusedError, reasonOf } from "../../network/fault.ts";
import { readAnswerText } from "../../network/read-answer.ts";
import { practiceOf } from "../address.ts";
import type { LoginContext } from "../ports.ts";
import type { WireExchange } from "../recorder.ts";

/** An answer, read to its end. */
export type Answer = {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly exchange: WireExchange;
};

export type Wire = {
  /** Sends one request; throws {@link NetworkError}, or {@link RefusedError} where it must not be sent. */
  readonly send: (url: string, init?: RequestInit) => Promise<Answer>;
  /** The same in the shape of `fetch`, for oauth4webapi. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  readonly last: () => Answer | null;
};

/** Bytes of an answer that are read; the largest honest one (a key set with certificates) has 20 kB. */
const longestAnswer = 1_000_000;
const defaultTimeoutMs = 30_000;

/**
 * The one way out of a run. Never follows a redirection, reads at most 1 MB, gives up after the time limit for the whole answer
 * (so a server that drips bytes cannot hold a run), and hands every exchange to `record`, a failed one too. A practice run
 * does not leave the practice tenant, whatever asks for it ({@link RefusedError}).
 */
export function createWire(context: LoginContext, record: (exchange: WireExchange) => void): Wire {
  const practice = practiceOf(context);
  let last: Answer | null = null;

  const send = async (address: string, init: RequestInit = {}): Promise<Answer> => {
    const refused = refuseOutsidePractice(practice, address);
    if (refused !== null) throw new RefusedError(refused);
    const url = new URL(address);
    const request = requestOf(url, init);
    record({ request, response: null });
    const limit = AbortSignal.timeout(context.requestTimeoutMs ?? defaultTimeoutMs);
    try {
      const signal = AbortSignal.any([context.signal, limit]);
      const response = await context.fetch(url.href, { ...init, redirect: "manual", signal });
      const text = await readAnswerText(response, url.host, longestAnswer);
      const exchange = { request, response: responseOf(response, text) };
      record(exchange);
      if (!isStatus(response.status))
        throw new NetworkError(
          "http-status",
          url.host,
          `Status ${response.status}, which HTTP does not have.`,
        );
      last = { url, status: response.status, headers: response.headers, text, exchange };
      return last;
    } catch (error) {
      if (error instanceof NetworkError || error instanceof RefusedError || context.signal.aborted)
        throw error;
      const fault = withoutNetwork(limit.aborted ? "timeout" : networkErrorOf(error), context);
      throw new NetworkError(fault, url.host, fault === "blocked-port" ? portSentence(url) : reasonOf(error));
    }
  };

  const asFetch = async (address: string, init?: RequestInit): Promise<Response> => {
    const answer = await send(address, init);
    const empty = answer.text === "" || [204, 205, 304].includes(answer.status);
    return new Response(empty ? null : answer.text, { status: answer.status, headers: answer.headers });
  };

  return { send, fetch: asFetch, last: () => last };
}

/** RFC 9110, section 15. `fetch` lets any three digits through, and no `Response` can be made of others. */
function isStatus(status: number): boolean {
  return status >= 200 && status <= 599;
}

/** Without any network every host looks unknown or far away; that it is this machine is the better answer. */
function withoutNetwork(fault: NetworkErrorId, { isOnline }: LoginContext): NetworkErrorId {
  const isVague = fault === "dns" || fault === "no-route" || fault === "timeout" || fault === "network";
  return isVague && isOnline?.() === false ? "offline" : fault;
}

function portSentence({ port }: URL): string {
  return `The port is ${port}.`;
}

function requestOf(url: URL, init: RequestInit): Exchange {
  const body = init.body instanceof URLSearchParams || typeof init.body === "string" ? String(init.body) : "";
  return {
    line: `${init.method ?? "GET"} ${url.href}`,
    headers: Object.fromEntries(new Headers(init.headers)),
    body,
  };
}

function responseOf(response: Response, body: string): Exchange {
  const headers: Record<string, string> = {};
  for (const [name, value] of response.headers) headers[name] = value;
  return { line: `${response.status} ${response.statusText}`.trim(), headers, body };
}
