import { randomUUID } from "node:crypto";
import { errorEntry } from "../errors/catalogue.ts";
import { describeFailure, entraTime, type RequestIds } from "../errors/error-body.ts";
import type { EntraFailure } from "../errors/failure.ts";
import { formPostPage } from "../pages/form-post-page.ts";
import { type Answer, html, redirect } from "../server/http.ts";
import type { AuthorizeRequest } from "../sign-in/authorize-request.ts";

/** What is needed to bring an answer back to the client. */
export type WayBack = Pick<AuthorizeRequest, "redirectUri" | "responseMode" | "state">;

/** Sends parameters to the client's redirect URI in the response mode it asked for. */
export function answerClient(
  way: WayBack,
  parameters: Readonly<Record<string, string>>,
  cookies: Answer["headers"] = {},
): Answer {
  const all = {
    ...parameters,
    ...(way.state === null ? {} : { state: way.state }),
    ...("code" in parameters ? { session_state: randomUUID() } : {}),
  };
  const text = new URLSearchParams(all).toString();
  const query = `${way.redirectUri}${way.redirectUri.includes("?") ? "&" : "?"}${text}`;
  if (way.responseMode === "form_post") {
    const nonce = randomUUID();
    const page = html(formPostPage(way.redirectUri, all, nonce), {
      formTarget: way.redirectUri,
      scriptNonce: nonce,
    });
    return { ...page, headers: { ...page.headers, ...cookies }, clientAddress: query };
  }
  const address = way.responseMode === "fragment" ? `${way.redirectUri}#${text}` : query;
  return { ...redirect(address, cookies), clientAddress: address };
}

/** Sends a failure to the client, worded as Entra words it there. */
export function failureToClient(way: WayBack, failure: EntraFailure, ids: RequestIds): Answer {
  const trace = `Trace ID: ${ids.traceId} Correlation ID: ${ids.correlationId} Timestamp: ${entraTime(ids.time)}`;
  const entry = errorEntry(failure.code);
  return answerClient(way, {
    error: entry.atAuthorize ?? entry.v1 ?? entry.error,
    error_description: `${describeFailure(failure)} ${trace}`,
  });
}
