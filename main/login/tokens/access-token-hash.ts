import { failed, type MadeCheck, notMade, passed } from "../../core/oidc/made-check.ts";

const check = { id: "access-token-hash", title: "Access token hash" };

/**
 * The hash that belongs to a signature algorithm (RFC 7518 section 3.1). OpenID Connect Core names none for Ed25519; its
 * signatures are made with SHA-512 (RFC 8032 section 5.1), and that is what providers take.
 */
const hashes: Readonly<Record<string, string>> = {
  RS256: "SHA-256",
  PS256: "SHA-256",
  ES256: "SHA-256",
  RS384: "SHA-384",
  PS384: "SHA-384",
  ES384: "SHA-384",
  RS512: "SHA-512",
  PS512: "SHA-512",
  ES512: "SHA-512",
  EdDSA: "SHA-512",
  Ed25519: "SHA-512",
};

/**
 * Whether the access token is the one that the ID token was made with: `at_hash` is the left half of its hash
 * (OpenID Connect Core section 3.1.3.8, made as section 3.1.3.6 says). In an answer of the token endpoint it is optional.
 *
 * @param alg of the ID token
 */
export async function checkAccessTokenHash(
  claims: Readonly<Record<string, unknown>>,
  alg: unknown,
  accessToken: unknown,
): Promise<MadeCheck> {
  const stated = claims["at_hash"];
  if (stated === undefined) return notMade(check, "The ID token carries no at_hash.");
  if (typeof accessToken !== "string") {
    return notMade(check, "No access token came back to compare at_hash with.");
  }
  const hash = typeof alg === "string" && Object.hasOwn(hashes, alg) ? hashes[alg] : undefined;
  if (hash === undefined) {
    return notMade(check, "The algorithm of the ID token does not say how at_hash is made.");
  }
  return stated === (await leftHalf(hash, accessToken))
    ? passed(check, `at_hash is the left half of the ${hash} of the access token.`)
    : failed(check, "id-token-at-hash", "at_hash belongs to another access token.");
}

async function leftHalf(hash: string, accessToken: string): Promise<string> {
  const digest = await crypto.subtle.digest(hash, new TextEncoder().encode(accessToken));
  return Buffer.from(digest, 0, digest.byteLength / 2).toString("base64url");
}
