import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from "@azure/msal-node";
import { NetworkError } from "../network/fault.ts";
import { readAnswerText } from "../network/read-answer.ts";
import type { Cloud } from "./cloud.ts";
import type { GraphPorts } from "./get-all.ts";

const longestAnswer = 1_000_000;
const callTimeoutMs = 30_000;
/** Added to the pause of a client that asks too often (RFC 8628 section 3.5). */
const slowDownMs = 5_000;

/** MSAL's network, and the text of the last refusal: of a device code that is refused MSAL tells the name of the error only. */
export type MsalNetwork = INetworkModule & {
  readonly lastRefusal: () => string | null;
  /** Why the last request brought no answer at all; null where it was answered. MSAL keeps neither. */
  readonly lastFailure: () => CallFailure | null;
};

export type CallFailure = { readonly host: string; readonly error: unknown };

/**
 * MSAL's network: the app's guarded fetch. On this machine http stands behind the https that MSAL insists on, and nothing else
 * is asked then. MSAL gives up a device code that is answered with `slow_down`; here it waits longer and asks on.
 */
export function msalNetwork(
  { fetch: send, wait, signal }: Pick<GraphPorts, "fetch" | "wait" | "signal">,
  { loopbackOrigin, authority }: Cloud,
): MsalNetwork {
  const secure = new URL(authority).origin;
  let refusal: string | null = null;
  let failure: CallFailure | null = null;
  const ask = async <T>(url: string, init: RequestInit): Promise<NetworkResponse<T>> => {
    [refusal, failure] = [null, null];
    try {
      return await call<T>(url, init);
    } catch (error) {
      failure = { host: new URL(url).host, error };
      throw error;
    }
  };
  const call = async <T>(url: string, init: RequestInit): Promise<NetworkResponse<T>> => {
    if (loopbackOrigin !== null && !url.startsWith(`${secure}/`)) {
      throw new Error("MSAL asked for an address outside this machine.");
    }
    const address = loopbackOrigin === null ? url : url.replace(secure, loopbackOrigin);
    const response = await send(address, {
      ...init,
      redirect: "manual",
      signal: AbortSignal.timeout(callTimeoutMs),
    });
    const text = await readAnswerText(response, new URL(url).host, longestAnswer);
    // MSAL compares addresses with those that it asked, which have https.
    const answer = parse<T>(loopbackOrigin === null ? text : text.replaceAll(loopbackOrigin, secure));
    if (answer === null) {
      const fault = text.trimStart().startsWith("<") ? "html" : "not-json";
      throw new NetworkError(fault, new URL(url).host, `It answered with ${response.status}.`);
    }
    const { error, description } = errorIn(answer.body);
    refusal = error === null ? null : (description ?? error);
    let { body } = answer;
    if (error === "slow_down") {
      await wait(slowDownMs, signal);
      body = JSON.parse('{"error":"authorization_pending"}');
    }
    return { headers: Object.fromEntries(response.headers), body, status: response.status };
  };
  return {
    lastRefusal: () => refusal,
    lastFailure: () => failure,
    sendGetRequestAsync: (url, options?: NetworkRequestOptions) =>
      ask(url, { headers: options?.headers ?? {} }),
    sendPostRequestAsync: (url, options?: NetworkRequestOptions) =>
      ask(url, { method: "POST", headers: options?.headers ?? {}, body: options?.body ?? "" }),
  };
}

function parse<T>(text: string): { readonly body: T } | null {
  try {
    return { body: JSON.parse(text) };
  } catch {
    return null;
  }
}

function errorIn(body: unknown): { readonly error: string | null; readonly description: string | null } {
  if (typeof body !== "object" || body === null) return { error: null, description: null };
  const members = new Map<string, unknown>(Object.entries(body));
  const textOf = (name: string): string | null => {
    const value = members.get(name);
    return typeof value === "string" ? value : null;
  };
  return { error: textOf("error"), description: textOf("error_description") };
}
