import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { importBundled } from "../support/bundle.mjs";
import { median } from "../support/timing.mjs";

const origin = "http://127.0.0.1:1";
const redirectUri = "https://127.0.0.1/jamfconnect";

/** Both logins from settings to account, every check of the ID token included; the time inside the provider is taken out. */
export const row = {
  what: "own time of a login test (login and password check) outside HTTP",
  aim: { ms: 4 },
  measure: async () => {
    const { runRopg, runOidc } = await importBundled("main/login/index.ts");
    const provider = answers();
    const login = { settings, loginHint: null, signIn: async ({ authorizeUrl }) => signIn(authorizeUrl) };
    const check = { settings, username: "robin@contoso.example", password: "a password of the bench" };
    const times = [];
    for (let round = 0; round < 120; round += 1) {
      for (const run of [(context) => runOidc(login, context), (context) => runRopg(check, context)]) {
        provider.reset();
        const start = performance.now();
        const result = await run(contextOf(provider.fetch));
        const whole = performance.now() - start;
        if (result.outcome !== "succeeded") throw new Error(`${result.kind}: ${result.sentence}`);
        if (round >= 20) times.push(whole - provider.spent());
      }
    }
    return { ours: median(times) };
  },
};

function contextOf(fetch) {
  return {
    fetch,
    now: Date.now,
    onStep: () => undefined,
    signal: new AbortController().signal,
    authority: null,
    allowedHosts: [],
    jamfConnectVersion: null,
  };
}

/** A provider without a network: the same answers as a real one, and a clock of what they cost. */
function answers() {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: "jwk" }), kid: "k1", alg: "RS256", use: "sig" };
  let spent = 0;
  let nonce = null;
  const token = () => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: origin,
      aud: "client",
      sub: "s",
      iat: now,
      exp: now + 3600,
      email: "robin@contoso.example",
      ...(nonce ? { nonce } : {}),
    };
    const input = [{ alg: "RS256", kid: "k1" }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".");
    return `${input}.${sign("sha256", Buffer.from(input), privateKey).toString("base64url")}`;
  };
  const bodies = {
    "/.well-known/openid-configuration": () => ({
      issuer: origin,
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      jwks_uri: `${origin}/keys`,
      id_token_signing_alg_values_supported: ["RS256"],
    }),
    "/keys": () => ({ keys: [jwk] }),
    "/token": () => ({
      token_type: "Bearer",
      access_token: createHash("sha256").digest("hex"),
      expires_in: 3600,
      id_token: token(),
    }),
  };
  const fetch = async (address) => {
    const start = performance.now();
    const url = new URL(address);
    if (url.pathname === "/authorize") nonce = url.searchParams.get("nonce");
    const body = bodies[url.pathname];
    const response = body === undefined ? new Response("<title>Sign in</title>") : Response.json(body());
    spent += performance.now() - start;
    return response;
  };
  const reset = () => {
    spent = 0;
    nonce = null;
  };
  return { fetch, reset, spent: () => spent };
}

function signIn(authorizeUrl) {
  const state = new URL(authorizeUrl).searchParams.get("state");
  return {
    kind: "callback",
    url: `${redirectUri}?code=c0de-of-the-bench&state=${state}`,
    secondFactorSeen: null,
    sessionMayBeReused: false,
  };
}

const from = (value) => ({ value, domain: "com.jamf.connect.login", keyPath: null });
const settings = {
  from: "login",
  provider: from("Custom"),
  providerAsWritten: "Custom",
  clientId: from("client"),
  clientSecret: null,
  tenant: null,
  scopes: from(["openid", "profile", "email"]),
  redirectUri: from(redirectUri),
  discoveryUrl: from(`${origin}/.well-known/openid-configuration`),
  successCodes: from([]),
  shortNameClaim: null,
  fullNameClaim: null,
  adminClaim: from("groups"),
  adminValues: from(["mac-admins"]),
  ignoreAdmin: from(false),
  createAdminUser: from(false),
};
