import * as jose from "jose";
import { failed, type MadeCheck, notMade, passed, signatureChecks } from "../../core/oidc/made-check.ts";

const { algorithm, signature } = signatureChecks;

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

/**
 * Verifies a compact JWS with the provider's key set. Fails closed: whatever is not proven is a problem.
 *
 * @param keys the key set, or null where the discovery document names no usable address for it
 */
export async function checkSignature(
  token: string,
  alg: unknown,
  keys: unknown,
): Promise<readonly MadeCheck[]> {
  const refused = refuseAlgorithm(alg);
  if (refused !== null) return [refused, notMade(signature, "The algorithm is refused.")];
  const accepted = passed(algorithm, `${alg}, whose signatures only the provider can make.`);
  return [accepted, await verifySignature(token, String(alg), keys)];
}

function refuseAlgorithm(alg: unknown): MadeCheck | null {
  if (typeof alg !== "string" || alg.toLowerCase() === "none") {
    return failed(algorithm, "id-token-unsigned", "The token is not signed (alg none).");
  }
  if (asymmetric.includes(alg)) return null;
  const detail = `The token is signed with ${alg.slice(0, 20)}, which proves nothing about the sender.`;
  return failed(algorithm, "id-token-algorithm", detail);
}

async function verifySignature(token: string, alg: string, keys: unknown): Promise<MadeCheck> {
  if (keys === null) {
    return failed(signature, "keys-missing", "The discovery document names no usable key address.");
  }
  if (!isKeySet(keys)) {
    return failed(signature, "keys-unusable", "The provider's key set cannot be read.");
  }
  try {
    await verify(token, jose.createLocalJWKSet(keys), alg);
    return passed(signature, "It fits a key of the provider's key set.");
  } catch (error) {
    return error instanceof jose.errors.JWKSNoMatchingKey
      ? failed(
          signature,
          "id-token-unknown-key",
          "The key that the token names is not in the provider's key set.",
        )
      : failed(signature, "id-token-signature", "The signature of the token is wrong.");
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
    let tried = 0;
    for await (const key of error) {
      tried += 1;
      if (tried > mostTried) break;
      const fits = await jose.compactVerify(token, key, { algorithms: [alg] }).then(
        () => true,
        () => false,
      );
      if (fits) return;
    }
    throw new jose.errors.JWSSignatureVerificationFailed();
  }
}

/** Keys of a set; the largest honest ones have about twenty. */
const mostKeys = 100;
/** Keys that are tried for a token that does not say which one it was signed with. */
const mostTried = 20;
/** Characters of the numbers of a key: RSA with 8,192 bits and an exponent of 64. With larger ones a check takes seconds. */
const longest = { n: 1_366, e: 16, x: 100, y: 100 } as const;

/** A key set of a size that somebody signs with. */
function isKeySet(value: unknown): value is jose.JSONWebKeySet {
  if (typeof value !== "object" || value === null || !("keys" in value) || !Array.isArray(value.keys))
    return false;
  return value.keys.length <= mostKeys && value.keys.every(isUsableKey);
}

function isUsableKey(key: unknown): boolean {
  if (typeof key !== "object" || key === null) return false;
  return Object.entries(longest).every(([name, most]) => {
    const number: unknown = Reflect.get(key, name);
    return typeof number !== "string" || number.length <= most;
  });
}
