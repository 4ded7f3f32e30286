import { loginScopes, scopeParameter } from "./scopes.ts";

export type AuthorizeRequest = {
  readonly endpoint: string;
  readonly entra: "v1" | "v2" | null;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly loginHint: string | null;
  /** Ours, like `nonce` and `codeChallenge`: they protect the run and are invisible to policies. */
  readonly state: string;
  readonly nonce: string;
  readonly codeChallenge: string;
  /** Ours too: names the row that the sign-in leaves in Entra's log (`client-request-id`, a GUID). Other providers get none. */
  readonly correlationId: string;
};

/**
 * The address of the provider's sign-in page: code flow with PKCE S256 (RFC 7636). On Entra's v1 endpoint a scope of the
 * tenant's own API is named by `resource`, which decides which Conditional Access policies are looked at.
 */
export function authorizeUrl(request: AuthorizeRequest): string {
  const url = new URL(request.endpoint);
  const set = (name: string, value: string): void => url.searchParams.set(name, value);
  set("client_id", request.clientId);
  set("response_type", "code");
  set("redirect_uri", request.redirectUri);
  const { scopes, resource } = loginScopes(request.scopes, request.entra);
  set("scope", scopeParameter(scopes));
  if (resource !== null) set("resource", resource);
  set("state", request.state);
  set("nonce", request.nonce);
  set("code_challenge", request.codeChallenge);
  set("code_challenge_method", "S256");
  if (request.entra !== null) set("client-request-id", request.correlationId);
  if (request.loginHint !== null) set("login_hint", request.loginHint);
  return url.href;
}
