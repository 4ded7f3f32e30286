import { resourceOfScopes, scopeParameter } from "../oidc/scopes.ts";

/** What a password request is built from. */
export type PasswordRequest = {
  readonly username: string;
  readonly password: string;
  readonly scopes: readonly string[];
  /** Entra's protocol version; null for every other provider. */
  readonly entra: "v1" | "v2" | null;
};

/**
 * The form fields of the resource owner password grant (RFC 6749 section 4.3.2), without client id, secret and grant type,
 * which the client authentication adds. Entra's v1 endpoint names its target by `resource`; v2 refuses that
 * parameter (AADSTS901002) and reads it from `scope`.
 */
export function passwordParameters(request: PasswordRequest): Record<string, string> {
  const common = { username: request.username, password: request.password };
  if (request.entra !== "v1") return { ...common, scope: scopeParameter(request.scopes) };
  return {
    ...common,
    scope: scopeParameter(v1Scopes(request.scopes)),
    resource: resourceOfScopes(request.scopes),
  };
}

/** v1 knows `openid` only; the rest would be ignored there, and is part of `resource`. */
function v1Scopes(scopes: readonly string[]): readonly string[] {
  return scopes.filter((scope) => !scope.includes("/"));
}
