import { passwordScopes, scopeParameter } from "../oidc/scopes.ts";

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
 * which the client authentication adds.
 */
export function passwordParameters(request: PasswordRequest): Record<string, string> {
  const { scopes, resource } = passwordScopes(request.scopes, request.entra);
  return {
    username: request.username,
    password: request.password,
    scope: scopeParameter(scopes),
    ...(resource === null ? {} : { resource }),
  };
}
