/** What stands where a secret stood. */
export const masked = "masked";

/**
 * Names of form fields, JSON members and query parameters whose value is a secret, lower case.
 * OAuth 2.0 (RFC 6749, 7521, 7636), OpenID Connect, and the field names of Entra's own sign-in pages.
 */
const secretNames: ReadonlySet<string> = new Set([
  "access_token",
  "assertion",
  "client_assertion",
  "client_info",
  "client_secret",
  "code",
  "code_verifier",
  "ctx",
  "device_code",
  "flowtoken",
  "id_token",
  "id_token_hint",
  "logout_hint",
  "otc",
  "passwd",
  "password",
  "refresh_token",
  "request",
  "secret",
  "sessiontoken",
  "statetoken",
  "stsrequest",
  "token",
  "user_code",
]);

/** Names whose value is a user name: shown shortened, `m…@contoso.com`. */
const userNames: ReadonlySet<string> = new Set([
  "login_hint",
  "loginfmt",
  "login",
  "preferred_username",
  "upn",
  "unique_name",
  "username",
]);

/** Headers that carry a credential or a session. */
const secretHeaders: ReadonlySet<string> = new Set([
  "authorization",
  "cookie",
  "dpop",
  "proxy-authorization",
  "set-cookie",
  "x-ms-refreshtokencredential",
]);

/** How the value under a name is treated: hidden, shortened or left alone. */
export type Treatment = "secret" | "user-name" | "plain";

/** Treatment of a form field, query parameter or JSON member. */
export function treatmentOf(name: string): Treatment {
  const lower = name.toLowerCase();
  if (secretNames.has(lower)) return "secret";
  return userNames.has(lower) ? "user-name" : "plain";
}

/** True for a header whose value must not be shown. */
export function isSecretHeader(name: string): boolean {
  return secretHeaders.has(name.toLowerCase());
}
