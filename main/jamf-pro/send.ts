import type { JamfProAnswer } from "../core/jamf-pro/answers.ts";
import type { JamfProServer } from "../core/jamf-pro/server.ts";
import { fail, type Problem, type Result, succeed } from "../core/problem.ts";
import { networkErrorEntry } from "../core/verdict/network-errors.ts";
import { NetworkError, networkErrorOf, RefusedError, reasonOf } from "../network/fault.ts";
import { readAnswerText } from "../network/read-answer.ts";
import type { CookieJar } from "./cookies.ts";
import type { JamfProPorts } from "./ports.ts";

/** One call. The path begins with a slash; nothing secret stands in it. */
export type Call = {
  readonly method: "GET" | "POST" | "PUT";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type Answered = JamfProAnswer & { readonly retryAfterMs: number | null };

export type Send = (call: Call) => Promise<Result<Answered>>;

/** A profile of 16 MB, escaped, in an answer. */
const longestAnswer = 64_000_000;
const callTimeoutMs = 60_000;
/** How often a call is tried that changes nothing, and the first wait; each wait is twice the one before. */
const mostTries = 5;
const firstWaitMs = 1000;
/** The longest wait that a server may ask for. */
const longestWaitMs = 60_000;

/**
 * Sends calls to one server and to nobody else: it never follows a redirection, and cookies go back to where they came from.
 * A call without an answer is the problem `jamf-pro-unreachable` (or the one that the app's door gave), `jamf-pro-stopped` when
 * somebody stopped it.
 */
export function createSend(ports: JamfProPorts, server: JamfProServer, jar: CookieJar): Send {
  return async ({ method, path, headers, body }) => {
    const { host } = new URL(server.origin);
    if (ports.signal.aborted) return fail(stopped);
    const limit = AbortSignal.timeout(ports.callTimeoutMs ?? callTimeoutMs);
    // A write that has left cannot be taken back: stopping it would only hide how it ended.
    const signal = method === "GET" ? AbortSignal.any([ports.signal, limit]) : limit;
    const cookie = jar.header();
    try {
      const response = await ports.fetch(`${server.origin}${path}`, {
        method,
        headers: { ...headers, ...(cookie === null ? {} : { Cookie: cookie }) },
        ...(body === undefined ? {} : { body }),
        redirect: "manual",
        signal,
      });
      jar.take(response.headers);
      const text = await readAnswerText(response, host, longestAnswer);
      const contentType = (response.headers.get("content-type") ?? "").toLowerCase();
      return succeed({
        status: response.status,
        contentType,
        text,
        retryAfterMs: retryAfter(response, ports.now()),
      });
    } catch (error) {
      if (ports.signal.aborted && method === "GET") return fail(stopped);
      if (error instanceof RefusedError) return fail(error.problem);
      const id =
        error instanceof NetworkError ? error.fault : limit.aborted ? "timeout" : networkErrorOf(error);
      return fail(unreachable(host, id, reasonOf(error)));
    }
  };
}

/** Tries a call that changes nothing until it is answered, with bounds: after faults of the network, of the server, and 429. */
export async function sendPatiently(ports: JamfProPorts, send: Send, call: Call): Promise<Result<Answered>> {
  let waitMs = firstWaitMs;
  for (let tries = 1; ; tries += 1) {
    const answered = await send(call);
    if (tries === mostTries || !isWorthAnotherTry(answered)) return answered;
    await ports.wait((answered.ok ? answered.value.retryAfterMs : null) ?? waitMs, ports.signal);
    waitMs *= 2;
  }
}

/** The same for a write: only where the server says that it has not looked at it. */
export async function sendOnceTaken(ports: JamfProPorts, send: Send, call: Call): Promise<Result<Answered>> {
  let waitMs = firstWaitMs;
  for (let tries = 1; ; tries += 1) {
    const answered = await send(call);
    if (tries === mostTries || !answered.ok || answered.value.status !== 429) return answered;
    await ports.wait(answered.value.retryAfterMs ?? waitMs, ports.signal);
    waitMs *= 2;
  }
}

function isWorthAnotherTry(answered: Result<Answered>): boolean {
  if (!answered.ok) return answered.problem.code === "jamf-pro-unreachable";
  const { status } = answered.value;
  return status === 429 || status >= 500;
}

/** `Retry-After` in seconds or as a date (RFC 9110 section 10.2.3), up to a minute. */
function retryAfter(response: Response, now: number): number | null {
  const value = response.headers.get("retry-after")?.trim() ?? "";
  const ms = /^\d{1,6}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) && value !== "" ? Math.min(Math.max(ms, 0), longestWaitMs) : null;
}

function unreachable(host: string, id: Parameters<typeof networkErrorEntry>[0], reason: string): Problem {
  const { sentence } = networkErrorEntry(id);
  return {
    code: "jamf-pro-unreachable",
    title: sentence.replaceAll("{host}", host),
    detail: `It was asked for Jamf Pro. ${reason}`,
    fix: "Check the address, and the network of this machine.",
  };
}

const stopped: Problem = {
  code: "jamf-pro-stopped",
  title: "Stopped by you.",
  detail: "Nothing more was sent.",
  fix: "Start again to go on.",
};
