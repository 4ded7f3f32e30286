import type { Claims } from "./claim-checks.ts";

/** Claims for the account preview, and which of them only the userinfo answer had. */
export type AccountClaims = { readonly claims: Claims; readonly fromUserInfo: ReadonlySet<string> };

/** The claims of an ID token alone. */
export function withoutUserInfo(claims: Claims): AccountClaims {
  return { claims, fromUserInfo: new Set() };
}

/**
 * True when a userinfo answer is about the user of the ID token. An answer with another `sub`, or with none, must not be
 * used (OpenID Connect Core section 5.3.2).
 */
export function sameSubject(idClaims: Claims, userInfo: Claims): boolean {
  return typeof userInfo["sub"] === "string" && userInfo["sub"] === idClaims["sub"];
}

/**
 * Adds what the ID token does not have. Where both have a claim the ID token's counts: `UseUserInfo` fetches claims that the
 * token lacks, and the token is signed.
 */
export function mergeUserInfo(idClaims: Claims, userInfo: Claims): AccountClaims {
  const added = Object.entries(userInfo).filter(([name]) => !Object.hasOwn(idClaims, name));
  return {
    claims: Object.fromEntries([...Object.entries(idClaims), ...added]),
    fromUserInfo: new Set(added.map(([name]) => name)),
  };
}
