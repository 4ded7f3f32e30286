import { createHmac } from "node:crypto";
import * as jose from "jose";
import { both, type HostileCase, login } from "./case.ts";
import { makeKeys, signHonestly, type Twist } from "./provider.ts";

const hour = 3600;

function unsigned(header: object, claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part(header)}.${part(claims)}.`;
}

function claim(
  name: string,
  kinds: HostileCase["kinds"],
  claims: Twist["claims"],
  finding: string,
): HostileCase {
  return {
    name: `token: ${name}`,
    kinds,
    twist: claims === undefined ? {} : { claims },
    outcome: "unclear",
    finding,
  };
}

function signed(name: string, sign: NonNullable<Twist["sign"]>, finding: string): HostileCase {
  return { name: `token: ${name}`, kinds: both, twist: { sign }, outcome: "unclear", finding };
}

const now = (): number => Math.floor(Date.now() / 1000);

export const tokenCases: readonly HostileCase[] = [
  claim("nonce of another login", login, (c) => ({ ...c, nonce: "other" }), "id-token-nonce"),
  claim("no nonce", login, ({ nonce: _, ...c }) => c, "id-token-nonce"),
  claim("another issuer", both, (c) => ({ ...c, iss: "https://evil.example" }), "id-token-issuer"),
  claim("no issuer", both, ({ iss: _, ...c }) => c, "id-token-issuer"),
  claim("another audience", both, (c) => ({ ...c, aud: "another-client" }), "id-token-audience"),
  claim(
    "several audiences, azp another",
    both,
    (c) => ({ ...c, aud: ["latchkey-test", "x"], azp: "x" }),
    "id-token-audience",
  ),
  claim("azp of another client", both, (c) => ({ ...c, azp: "x" }), "id-token-azp"),
  claim(
    "expired",
    both,
    (c) => ({ ...c, iat: now() - 2 * hour, nbf: now() - 2 * hour, exp: now() - hour }),
    "id-token-expired",
  ),
  claim("no expiry", both, ({ exp: _, ...c }) => c, "id-token-expired"),
  claim("not yet valid", both, (c) => ({ ...c, nbf: now() + hour }), "id-token-not-yet-valid"),
  claim(
    "issued in the future",
    both,
    ({ nbf: _, ...c }) => ({ ...c, iat: now() + hour }),
    "id-token-not-yet-valid",
  ),
  claim("hash of another access token", both, (c) => ({ ...c, at_hash: "x" }), "id-token-at-hash"),
  claim("no subject", both, ({ sub: _, ...c }) => c, "id-token-subject"),
  signed("alg none", async (c) => unsigned({ alg: "none" }, c), "id-token-unsigned"),
  signed("alg None in capitals", async (c) => unsigned({ alg: "NONE" }, c), "id-token-unsigned"),
  signed("no alg", async (c) => unsigned({ typ: "JWT" }, c), "id-token-unsigned"),
  signed(
    "HS256 with the public key",
    async (c, { publicKey, kid }) => {
      const secret = await jose.exportSPKI(publicKey);
      const input = unsigned({ alg: "HS256", kid }, c).slice(0, -1);
      return `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;
    },
    "id-token-algorithm",
  ),
  signed(
    "unknown kid",
    async (c, keys) => signHonestly(c, { ...keys, kid: "key-2" }),
    "id-token-unknown-key",
  ),
  signed("signed by another key", async (c) => signHonestly(c, await makeKeys()), "id-token-signature"),
  signed(
    "claims changed after signing",
    async (c, keys) => {
      const [header, , signature] = (await signHonestly(c, keys)).split(".");
      const changed = Buffer.from(JSON.stringify({ ...c, groups: ["mac-admins"] })).toString("base64url");
      return `${header}.${changed}.${signature}`;
    },
    "id-token-signature",
  ),
  signed("no JWT at all", async () => "not-a-token", "id-token-malformed"),
  {
    name: "token: none at all",
    kinds: login,
    twist: { tokens: ({ id_token: _, ...rest }) => rest },
    outcome: "unclear",
    finding: "id-token-missing",
  },
  {
    name: "keys: empty set",
    kinds: both,
    twist: { keySet: () => ({ keys: [] }) },
    outcome: "unclear",
    finding: "id-token-unknown-key",
  },
  {
    name: "keys: not a set",
    kinds: both,
    twist: { keySet: () => ({ hello: "world" }) },
    outcome: "unclear",
    finding: "keys-unusable",
  },
  {
    name: "keys: address over plain http elsewhere",
    kinds: both,
    twist: { discovery: (d) => ({ ...d, jwks_uri: "http://keys.example/keys" }) },
    outcome: "unclear",
    finding: "keys-missing",
  },
  {
    name: "keys: no address",
    kinds: both,
    twist: { discovery: ({ jwks_uri: _, ...d }) => d },
    outcome: "unclear",
    finding: "keys-missing",
  },
  {
    name: "answer: token type is missing",
    kinds: both,
    twist: { tokens: (t) => ({ ...t, token_type: 7 }) },
    outcome: "unclear",
    finding: "token-answer-refused",
  },
];
