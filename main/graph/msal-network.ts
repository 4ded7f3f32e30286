import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from "@azure/msal-node";
import { readAnswerText } from "../network/read-answer.ts";
import type { Cloud } from "./cloud.ts";

const longestAnswer = 1_000_000;
const callTimeoutMs = 30_000;

/**
 * MSAL's network: the app's guarded fetch. On this machine http stands behind the https that MSAL insists on, and nothing else
 * is asked then.
 */
export function msalNetwork(send: typeof fetch, { loopbackOrigin, authority }: Cloud): INetworkModule {
  const secure = new URL(authority).origin;
  const ask = async <T>(url: string, init: RequestInit): Promise<NetworkResponse<T>> => {
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
    const body: T = JSON.parse(loopbackOrigin === null ? text : text.replaceAll(loopbackOrigin, secure));
    return { headers: Object.fromEntries(response.headers), body, status: response.status };
  };
  return {
    sendGetRequestAsync: (url, options?: NetworkRequestOptions) =>
      ask(url, { headers: options?.headers ?? {} }),
    sendPostRequestAsync: (url, options?: NetworkRequestOptions) =>
      ask(url, { method: "POST", headers: options?.headers ?? {}, body: options?.body ?? "" }),
  };
}
