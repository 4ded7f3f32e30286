import type { Problem } from "../core/problem.ts";
import type { Ending } from "../core/verdict/ending.ts";
import type { NetworkErrorId } from "../core/verdict/network-errors.ts";

/** A fault on its way out of a fetch; the step that made the request turns it into the ending of the run. */
export class NetworkError extends Error {
  readonly fault: NetworkErrorId;
  readonly host: string;

  constructor(fault: NetworkErrorId, host: string, detail: string) {
    super(detail);
    this.name = "NetworkError";
    this.fault = fault;
    this.host = host;
  }
}

/** A request that was not sent because it must not be. */
export class RefusedError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = "RefusedError";
    this.problem = problem;
  }
}

/** Codes of Node (system errors, OpenSSL verification, undici) and of Chromium's network stack, and what they mean. */
const byCode: Readonly<Record<string, NetworkErrorId>> = {
  ENOTFOUND: "dns",
  EAI_AGAIN: "dns",
  EAI_NONAME: "dns",
  ERR_NAME_NOT_RESOLVED: "dns",
  ECONNREFUSED: "refused",
  ERR_CONNECTION_REFUSED: "refused",
  ERR_UNSAFE_PORT: "blocked-port",
  EHOSTUNREACH: "no-route",
  ENETUNREACH: "no-route",
  EADDRNOTAVAIL: "no-route",
  ERR_INTERNET_DISCONNECTED: "offline",
  ERR_ADDRESS_UNREACHABLE: "no-route",
  ECONNRESET: "reset",
  EPIPE: "reset",
  UND_ERR_SOCKET: "reset",
  ERR_CONNECTION_RESET: "reset",
  ERR_EMPTY_RESPONSE: "reset",
  ERR_CONNECTION_CLOSED: "reset",
  ETIMEDOUT: "timeout",
  UND_ERR_CONNECT_TIMEOUT: "timeout",
  UND_ERR_HEADERS_TIMEOUT: "timeout",
  UND_ERR_BODY_TIMEOUT: "timeout",
  ERR_TIMED_OUT: "timeout",
  ERR_CONNECTION_TIMED_OUT: "timeout",
  DEPTH_ZERO_SELF_SIGNED_CERT: "tls-untrusted",
  SELF_SIGNED_CERT_IN_CHAIN: "tls-untrusted",
  UNABLE_TO_GET_ISSUER_CERT: "tls-untrusted",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "tls-untrusted",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "tls-untrusted",
  CERT_UNTRUSTED: "tls-untrusted",
  ERR_CERT_AUTHORITY_INVALID: "tls-untrusted",
  ERR_TLS_CERT_ALTNAME_INVALID: "tls-name",
  ERR_CERT_COMMON_NAME_INVALID: "tls-name",
  CERT_HAS_EXPIRED: "tls-date",
  CERT_NOT_YET_VALID: "tls-date",
  ERR_CERT_DATE_INVALID: "tls-date",
  EPROTO: "tls",
  ERR_SSL_PROTOCOL_ERROR: "tls",
  ERR_SSL_WRONG_VERSION_NUMBER: "tls",
  ERR_PROXY_CONNECTION_FAILED: "proxy",
  ERR_TUNNEL_CONNECTION_FAILED: "proxy",
};

/** The fault that an error of a fetch stands for. */
export function networkErrorOf(error: unknown): NetworkErrorId {
  for (const text of trail(error)) {
    const known = byCode[text] ?? byCode[/net::(ERR_\w+)/.exec(text)?.[1] ?? ""];
    if (known !== undefined) return known;
    if (/^ERR_SSL_|^ERR_TLS_|^CERT_|^ERR_CERT_/.test(text)) return "tls";
    // Chromium's fetch cannot hand a redirection over; refusing it is all it can do.
    if (/redirect was cancelled|unexpected redirect|redirect mode/i.test(text)) return "redirected";
    if (text === "bad port") return "blocked-port"; // What undici says; it gives no code.
    if (/Proxy response \(407\)/.test(text)) return "proxy-login";
    if (/Proxy response|tunneling socket/i.test(text)) return "proxy";
    if (text === "TimeoutError") return "timeout";
  }
  return "network";
}

/** Codes, names and messages of an error and of everything that caused it. */
function trail(error: unknown): readonly string[] {
  const texts: string[] = [];
  const queue: unknown[] = [error];
  for (let seen = 0; queue.length > 0 && seen < 20; seen += 1) {
    const current = queue.shift();
    if (!(current instanceof Error)) continue;
    if ("code" in current && typeof current.code === "string") texts.push(current.code);
    texts.push(current.name, current.message);
    if (current instanceof AggregateError) queue.push(...current.errors);
    if (current.cause !== undefined) queue.push(current.cause);
  }
  return texts;
}

/** The last message of the chain: the one that names the reason. */
export function reasonOf(error: unknown): string {
  let current = error;
  let reason = "";
  for (let depth = 0; depth < 10 && current instanceof Error; depth += 1) {
    if (current.message !== "") reason = current.message;
    current = current.cause;
  }
  return reason === "" ? "The system gave no reason." : reason;
}

/** What an error that left a step means for the run. */
export function endingOfError(error: unknown, at: string, signal: AbortSignal): Ending {
  if (signal.aborted) return { kind: "cancelled", by: "user", at, began: true };
  if (error instanceof NetworkError) {
    return { kind: "fault", fault: error.fault, host: error.host, detail: error.message, at };
  }
  if (error instanceof RefusedError) return { kind: "refused", problem: error.problem, at };
  const cause = error instanceof Error ? error.cause : null;
  if (cause instanceof NetworkError || cause instanceof RefusedError) return endingOfError(cause, at, signal);
  const fault = networkErrorOf(error);
  if (fault === "network" && isOurs(error)) {
    return { kind: "fault", fault: "unexpected", host: "The server", detail: `${nameOf(error)}.`, at };
  }
  return { kind: "fault", fault, host: "the server", detail: reasonOf(error), at };
}

/** An error of the language and not of the network: code that met a value it was not made for. */
function isOurs(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  // What fetch throws is a TypeError too; it names its cause, or says that it is about fetching.
  if (error instanceof TypeError) return error.cause === undefined && !/fetch/i.test(error.message);
  return error instanceof RangeError || error instanceof SyntaxError || error instanceof ReferenceError;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "No error was given";
}
