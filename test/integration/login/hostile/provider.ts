import type { ServerResponse } from "node:http";
import * as jose from "jose";
import { sendJson, serve, type TestServer } from "../servers.ts";

export type Claims = Record<string, unknown>;
export type Keys = {
  readonly privateKey: jose.CryptoKey;
  readonly publicKey: jose.CryptoKey;
  readonly kid: string;
};

/** How a provider of the suite departs from an honest one. Everything left out is honest. */
export type Twist = {
  readonly discovery?: (document: Claims, origin: string) => unknown;
  readonly discoveryAnswer?: (response: ServerResponse) => void;
  readonly keySet?: (keys: { keys: jose.JWK[] }) => unknown;
  readonly keySetAnswer?: (response: ServerResponse) => void;
  readonly claims?: (claims: Claims) => Claims;
  readonly sign?: (claims: Claims, keys: Keys) => Promise<string>;
  readonly tokens?: (body: Claims) => unknown;
  readonly tokenAnswer?: (response: ServerResponse) => void;
  readonly callback?: (address: URL) => string;
  readonly userInfo?: (claims: Claims) => unknown;
  readonly userInfoAnswer?: (response: ServerResponse) => void;
};

const clientId = "latchkey-test";
/** What the token endpoint gives and the userinfo endpoint takes. */
export const accessToken = "opaque-access-token";

export async function makeKeys(kid = "key-1"): Promise<Keys> {
  return { ...(await jose.generateKeyPair("RS256", { extractable: true })), kid };
}

export function signHonestly(claims: Claims, { privateKey, kid }: Keys): Promise<string> {
  return new jose.SignJWT(claims).setProtectedHeader({ alg: "RS256", kid }).sign(privateKey);
}

export type HostileProvider = TestServer & { readonly issuer: string };

/** A small OpenID provider whose every answer can be twisted. `path` is put before the endpoints (Entra: `/TENANT/v2.0`). */
export async function startProvider(twist: Twist, keys: Keys, path = ""): Promise<HostileProvider> {
  let origin = "";
  let nonce: string | null = null;
  const server = await serve(async (request, response, body) => {
    const url = new URL(request.url ?? "/", origin);
    switch (url.pathname.slice(path.length)) {
      case "/.well-known/openid-configuration":
        return answerWith(twist.discoveryAnswer, response, () => {
          const document = documentOf(origin, path);
          sendJson(response, twist.discovery?.(document, origin) ?? document);
        });
      case "/authorize": {
        nonce = url.searchParams.get("nonce");
        response.writeHead(200, { "content-type": "text/html" });
        response.end("<!doctype html><title>Sign in</title><form></form>");
        return;
      }
      case "/keys": {
        const jwk = { ...(await jose.exportJWK(keys.publicKey)), kid: keys.kid, alg: "RS256", use: "sig" };
        const set = { keys: [jwk] };
        return answerWith(twist.keySetAnswer, response, () => sendJson(response, twist.keySet?.(set) ?? set));
      }
      case "/token": {
        const form = new URLSearchParams(body);
        const honest = honestClaims(`${origin}${path}`, form.get("grant_type") === "password" ? null : nonce);
        const claims = twist.claims?.(honest) ?? honest;
        const idToken = await (twist.sign ?? signHonestly)(claims, keys);
        const tokens = {
          token_type: "Bearer",
          access_token: accessToken,
          expires_in: 3600,
          id_token: idToken,
        };
        return answerWith(twist.tokenAnswer, response, () =>
          sendJson(response, twist.tokens?.(tokens) ?? tokens),
        );
      }
      case "/userinfo": {
        const known = request.headers.authorization === `Bearer ${accessToken}`;
        const claims = { sub: "subject-1", groups: ["mac-admins"], email: "other@contoso.example" };
        return answerWith(twist.userInfoAnswer, response, () =>
          sendJson(response, known ? (twist.userInfo?.(claims) ?? claims) : {}, known ? 200 : 401),
        );
      }
      default:
        sendJson(response, { error: "not_found" }, 404);
    }
  });
  origin = server.origin;
  return { ...server, issuer: `${origin}${path}` };
}

function answerWith(
  own: ((response: ServerResponse) => void) | undefined,
  response: ServerResponse,
  honest: () => void,
): void {
  if (own === undefined) honest();
  else own(response);
}

function documentOf(origin: string, path: string): Claims {
  const base = `${origin}${path}`;
  return {
    issuer: base,
    authorization_endpoint: `${base}/authorize`,
    token_endpoint: `${base}/token`,
    jwks_uri: `${base}/keys`,
    userinfo_endpoint: `${base}/userinfo`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  };
}

function honestClaims(issuer: string, nonce: string | null): Claims {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: issuer,
    aud: clientId,
    sub: "subject-1",
    iat: now,
    nbf: now,
    exp: now + 3600,
    email: "robin@contoso.example",
    name: "Robin Osei",
    ...(nonce === null ? {} : { nonce }),
  };
}
