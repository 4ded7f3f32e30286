import * as oauth from "oauth4webapi";
import { isThisMachine } from "../core/providers/hosts.ts";
import { readErrorBody } from "../core/verdict/entra-error.ts";
import { NetworkError } from "../network/fault.ts";
import type { Discovered } from "./discovery.ts";
import { type JsonObject, jsonObject } from "./network/json.ts";
import type { Answer, Wire } from "./network/wire.ts";
import type { StepResult } from "./recorder.ts";

export type ClientCredentials = { readonly clientId: string; readonly clientSecret: string | null };

/** The request options of oauth4webapi for one run: its requests go over the recorded wire. */
export function requestOptions(
  wire: Wire,
  discovered: Discovered,
  correlationId: string,
): oauth.TokenEndpointRequestOptions {
  const url = new URL(discovered.tokenEndpoint);
  return {
    headers: correlationHeaders(discovered, correlationId),
    [oauth.customFetch]: (address, { method, headers, body }) =>
      wire.fetch(address, { method, headers, body }),
    // The destination has been checked before: http means this machine.
    [oauth.allowInsecureRequests]: url.protocol === "http:" && isThisMachine(url.hostname),
  };
}

/**
 * Names the row that this request leaves in Entra's sign-in log, so that it can be found. Ours, and nothing that a Conditional
 * Access policy can look at. Other providers get no such header.
 */
function correlationHeaders({ address }: Discovered, correlationId: string): Record<string, string> {
  return address.entra === null
    ? {}
    : { "client-request-id": correlationId, "return-client-request-id": "true" };
}

/** Jamf Connect sends a client secret in the body; a public client sends its id only (RFC 6749 section 2.3.1). */
export function clientAuth(client: ClientCredentials): oauth.ClientAuth {
  return client.clientSecret === null ? oauth.None() : oauth.ClientSecretPost(client.clientSecret);
}

/** The server in the form of oauth4webapi. */
export function serverOf(discovered: Discovered): oauth.AuthorizationServer {
  return { issuer: discovered.issuer, token_endpoint: discovered.tokenEndpoint };
}

/** Reads a token endpoint's answer: tokens, an error of the protocol, or something that is neither (thrown as a fault). */
export function readTokenAnswer(answer: Answer, at: string): StepResult<JsonObject> {
  const body = jsonObject(answer);
  const error = readErrorBody(body);
  if (error !== null) {
    const text = error.error.description === "" ? error.error.oauthError : error.error.description;
    return { status: "failed", ending: { kind: "provider-error", answer: error, at }, note: text };
  }
  if (answer.status !== 200)
    throw new NetworkError("http-status", answer.url.host, `Status ${answer.status}.`);
  if (typeof body["access_token"] !== "string" && typeof body["id_token"] !== "string") {
    throw new NetworkError("not-json", answer.url.host, "The answer has status 200 but no token.");
  }
  return { status: "ok", value: body, note: `Tokens came back: ${namesOf(body).join(", ")}.` };
}

function namesOf(body: JsonObject): readonly string[] {
  return ["id_token", "access_token", "refresh_token"].filter((name) => typeof body[name] === "string");
}

/** Token values of an answer, to be masked from the moment they are known. */
export function secretsOf(body: JsonObject): readonly string[] {
  return ["id_token", "access_token", "refresh_token"].flatMap((name) => {
    const value = body[name];
    return typeof value === "string" ? [value] : [];
  });
}
