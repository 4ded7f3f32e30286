import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import Provider from "oidc-provider";
import { describe, expect, onTestFinished, test } from "vitest";
import { runOidc, runRopg, type SignIn } from "../../../main/login/index.ts";
import { realContext } from "./context.ts";
import { sendJson, serve } from "./servers.ts";
import { settingsFor } from "./settings.ts";

/** oidc-provider, an independent implementation, on a free port. */
async function startOidcProvider(redirectUri: string, client: object = {}): Promise<string> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "latchkey-test",
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: "none",
        application_type: "native",
        ...client,
      },
    ],
    claims: { openid: ["sub"], email: ["email"], profile: ["name"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: true } },
    pkce: { required: () => true },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, email: "robin@contoso.example", name: "Robin Osei" }),
    }),
  });
  const callback = provider.callback();
  server.on(
    "request",
    (request: IncomingMessage, response: ServerResponse) => void callback(request, response),
  );
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return issuer;
}

/** Fills in the development pages of oidc-provider, with its cookies. */
const person: SignIn = async ({ authorizeUrl, redirectUri }) => {
  const jar = new Map<string, string>();
  let url = authorizeUrl;
  let init: RequestInit = {};
  for (let pages = 0; pages < 12; pages += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { ...init, redirect: "manual", headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const location = response.headers.get("location");
    init = {};
    if (location !== null) {
      url = new URL(location, url).href;
      if (url.startsWith(redirectUri))
        return { kind: "callback", url, secondFactorSeen: null, sessionMayBeReused: false };
      continue;
    }
    const page = await response.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined) return { kind: "error-page", text: page.slice(0, 200) };
    url = new URL(action, url).href;
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "login";
    init = { method: "POST", body: new URLSearchParams({ prompt, login: "robin", password: "any" }) };
  }
  return { kind: "closed" };
};

describe("a generic provider (oidc-provider)", () => {
  test("the code flow ends with a verified ID token and an account", async () => {
    const issuer = await startOidcProvider("http://127.0.0.1:5678/callback");
    const settings = settingsFor(issuer, "Custom", {
      redirectUri: { value: "http://127.0.0.1:5678/callback", domain: "d", keyPath: null },
    });
    const result = await runOidc(
      { settings, loginHint: null, via: "browser", signIn: person },
      realContext(),
    );
    expect(result.steps.filter((step) => step.status !== "ok")).toEqual([]);
    expect(result).toMatchObject({
      outcome: "succeeded",
      tokens: { id: { signature: "valid" } },
      account: { shortName: "robin" },
    });
  });

  test("a redirect URI that is not registered is found before anybody signs in", async () => {
    const issuer = await startOidcProvider("http://127.0.0.1:5678/callback");
    const settings = settingsFor(issuer, "Custom", {
      redirectUri: { value: "http://127.0.0.1:5678/other", domain: "d", keyPath: null },
    });
    const result = await runOidc(
      { settings, loginHint: null, via: "browser", signIn: person },
      realContext(),
    );
    expect(result.steps.find((step) => step.status === "failed")?.id).toBe("authorize");
    expect(result.jamfConnect.accepts).toBe(false);
  });

  test("a provider without the password grant says so, and no password was checked", async () => {
    const issuer = await startOidcProvider("http://127.0.0.1:5678/callback");
    const input = { settings: settingsFor(issuer), username: "robin", password: "right-password" };
    const result = await runRopg(input, realContext());
    expect(result).toMatchObject({
      outcome: "misconfigured",
      passwordVerdict: "not-checked",
      error: { oauthError: "unsupported_grant_type" },
    });
  });
});

describe("classic Okta (recorded answers of its Authentication API)", () => {
  test.each([
    [
      200,
      { status: "SUCCESS", sessionToken: "session-token-value", _embedded: { user: { id: "1" } } },
      "succeeded",
      "correct",
    ],
    [200, { status: "PASSWORD_WARN", sessionToken: "session-token-value" }, "succeeded", "correct"],
    [200, { status: "MFA_REQUIRED", stateToken: "state-token-value" }, "password-correct", "correct"],
    [200, { status: "MFA_ENROLL", stateToken: "state-token-value" }, "password-correct", "correct"],
    [200, { status: "PASSWORD_EXPIRED", stateToken: "state-token-value" }, "password-expired", "correct"],
    [200, { status: "LOCKED_OUT" }, "account", "unknown"],
    [200, { status: "RECOVERY" }, "unclear", "unknown"],
    [401, { errorCode: "E0000004", errorSummary: "Authentication failed" }, "password-wrong", "wrong"],
    [
      429,
      { errorCode: "E0000047", errorSummary: "API call exceeded rate limit" },
      "unreachable",
      "not-checked",
    ],
    [200, { hello: "world" }, "unreachable", "unknown"],
  ] as const)("status %s, %j", async (status, body, outcome, passwordVerdict) => {
    const okta = await serve((_request, response) => sendJson(response, body, status));
    const settings = settingsFor(okta.origin, "Okta", { clientId: null });
    const result = await runRopg({ settings, username: "robin", password: "right-password" }, realContext());
    expect(result).toMatchObject({ outcome, passwordVerdict });
    expect(okta.hits()).toEqual([`POST /api/v1/authn {"username":"robin","password":"right-password"}`]);
    expect(JSON.stringify(result)).not.toMatch(/right-password|session-token-value|state-token-value/);
    expect(result.steps.map((step) => step.id)).toEqual([
      "settings",
      "discovery",
      "request",
      "answer",
      "tokens",
      "account",
    ]);
  });
});

test("Google has no password check: said before anything is sent", async () => {
  let asked = 0;
  const never = realContext({
    fetch: () => {
      asked += 1;
      return Promise.reject(new Error("must not be called"));
    },
  });
  const settings = settingsFor("https://accounts.google.com", "GoogleID");
  const result = await runRopg({ settings, username: "robin", password: "right-password" }, never);
  expect(result).toMatchObject({ outcome: "misconfigured", passwordVerdict: "not-checked" });
  expect(result.sentence).toContain("Google Identity offers no password check.");
  expect(asked).toBe(0);
});
