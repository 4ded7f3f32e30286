import type { EndpointVersion } from "../errors/error-body.ts";
import { type EntraFailure, isFailure, refuse } from "../errors/failure.ts";
import type { Tenant } from "../tenant/schema.ts";
import { type Client, findClient } from "./find-client.ts";
import { findTenant } from "./find-tenant.ts";
import { findPlatform, type Platform } from "./redirect-uri.ts";
import { type Target, targetOfResource, targetOfScope } from "./target.ts";

export type ResponseMode = "query" | "fragment" | "form_post";

/** An authorize request that Entra would show a sign-in page for. */
export type AuthorizeRequest = {
  readonly version: EndpointVersion;
  readonly client: Client;
  readonly target: Target;
  readonly redirectUri: string;
  readonly platform: Platform;
  readonly responseMode: ResponseMode;
  readonly state: string | null;
  readonly nonce: string | null;
  readonly codeChallenge: string | null;
  readonly prompt: string | null;
  readonly loginHint: string | null;
};

/** Where an error goes: onto Entra's own page, or back to the client once its redirect URI is trusted. */
export type AuthorizeRefusal = {
  readonly failure: EntraFailure;
  readonly back: null | Pick<AuthorizeRequest, "redirectUri" | "responseMode" | "state">;
};

/**
 * Checks an authorize request in Entra's order: request, tenant, client, redirect URI, response type, resource.
 * Errors up to the response type show on the page (seen in Entra); what follows is sent to the client (documented for
 * `invalid_resource`, inferred for scopes).
 */
export function readAuthorizeRequest(
  tenantSegment: string,
  version: EndpointVersion,
  query: URLSearchParams,
  tenant: Tenant,
): AuthorizeRequest | AuthorizeRefusal {
  const onPage = (failure: EntraFailure): AuthorizeRefusal => ({ failure, back: null });
  const path = findTenant(tenantSegment, tenant);
  if (isFailure(path)) return onPage(path);
  const clientId = query.get("client_id");
  if (clientId === null || clientId === "") return onPage(refuse(900144, { parameter: "client_id" }));
  const client = findClient(clientId, tenant);
  if (isFailure(client)) return onPage(client);
  const redirectUri = query.get("redirect_uri") ?? client.app.publicClient.redirectUris[0] ?? "";
  const platform = findPlatform(redirectUri, client, tenant);
  if (isFailure(platform)) return onPage(platform);
  const responseType = query.get("response_type");
  if (responseType === null) return onPage(refuse(900144, { parameter: "response_type" }));
  if (responseType !== "code") return onPage(refuse(700054, { responseType }));

  const responseMode = readResponseMode(query.get("response_mode"));
  const state = query.get("state");
  const toClient = (failure: EntraFailure): AuthorizeRefusal => ({
    failure,
    back: { redirectUri, responseMode, state },
  });
  const codeChallenge = query.get("code_challenge");
  if (codeChallenge !== null && (codeChallenge.length < 43 || codeChallenge.length > 128))
    return toClient(refuse(501491));
  if (codeChallenge !== null && query.get("code_challenge_method") !== "S256")
    return toClient(refuse(9002313));
  const target =
    version === "v2"
      ? query.has("resource")
        ? refuse(901002)
        : targetOfScope(query.get("scope") ?? "", "login-window", tenant, client.app.displayName)
      : targetOfResource(query.get("resource"), query.get("scope") ?? "openid", "login-window", tenant);
  if (isFailure(target)) return toClient(target);
  return {
    version,
    client,
    target,
    redirectUri,
    platform,
    responseMode,
    state,
    nonce: query.get("nonce"),
    codeChallenge,
    prompt: query.get("prompt"),
    loginHint: query.get("login_hint"),
  };
}

/** `query` is the default of the code flow. */
function readResponseMode(mode: string | null): ResponseMode {
  return mode === "fragment" || mode === "form_post" ? mode : "query";
}
