import * as jose from "jose";
import type { TokenProblem } from "../../core/verdict/ending.ts";

export type SignatureCheck = {
  readonly signature: "valid" | "invalid" | "unchecked";
  readonly problems: readonly TokenProblem[];
};

/**
 * Algorithms that prove who signed. HMAC is left out on purpose: with HS256 the public key of the provider, which everybody
 * has, could sign (https://datatracker.ietf.org/doc/html/rfc8725#section-2.1).
 */
const asymmetric = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];

/** Verifies a compact JWS with the provider's key set. Fails closed: whatever is not proven is a problem. */
export async function checkSignature(token: string, alg: unknown, keys: unknown): Promise<SignatureCheck> {
  if (typeof alg !== "string" || alg.toLowerCase() === "none") {
    return invalid("id-token-unsigned", "The token is not signed (alg none).");
  }
  if (!asymmetric.includes(alg)) {
    return invalid(
      "id-token-algorithm",
      `The token is signed with ${alg.slice(0, 20)}, which proves nothing about the sender.`,
    );
  }
  if (!isKeySet(keys)) return invalid("keys-unusable", "The provider's key set cannot be read.");
  try {
    await verify(token, jose.createLocalJWKSet(keys), alg);
    return { signature: "valid", problems: [] };
  } catch (error) {
    if (error instanceof jose.errors.JWKSNoMatchingKey) {
      return invalid(
        "id-token-unknown-key",
        "The key that the token names is not in the provider's key set.",
      );
    }
    return invalid("id-token-signature", "The signature of the token is wrong.");
  }
}

/** A token without `kid` may fit several keys; then one of them must verify it. */
async function verify(
  token: string,
  keys: ReturnType<typeof jose.createLocalJWKSet>,
  alg: string,
): Promise<void> {
  try {
    await jose.compactVerify(token, keys, { algorithms: [alg] });
  } catch (error) {
    if (!(error instanceof jose.errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      const fits = await jose.compactVerify(token, key, { algorithms: [alg] }).then(
        () => true,
        () => false,
      );
      if (fits) return;
    }
    throw new jose.errors.JWSSignatureVerificationFailed();
  }
}

function isKeySet(value: unknown): value is jose.JSONWebKeySet {
  return typeof value === "object" && value !== null && "keys" in value && Array.isArray(value.keys);
}

function invalid(finding: string, text: string): SignatureCheck {
  return { signature: "invalid", problems: [{ finding, text }] };
}
