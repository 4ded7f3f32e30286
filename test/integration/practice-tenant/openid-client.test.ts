import * as client from "openid-client";
import { expect, test } from "vitest";
import { authorizeUrl, REDIRECT_URI, signIn, start, visit } from "./support.ts";

async function configuration(practice: Awaited<ReturnType<typeof start>>) {
  const issuer = new URL(`${practice.authority}/v2.0`);
  return client.discovery(issuer, practice.description.clientId, undefined, client.None(), {
    execute: [client.allowInsecureRequests],
  });
}

test("openid-client: code with PKCE, refresh, user info, logout", async () => {
  const practice = await start("all-cloud-apps-mfa");
  const config = await configuration(practice);
  const verifier = client.randomPKCECodeVerifier();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: REDIRECT_URI,
    scope: "openid profile email offline_access User.Read",
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state: "state-1",
    nonce: "nonce-1",
  });
  const ended = await signIn(practice, url.href);
  const tokens = await client.authorizationCodeGrant(config, new URL(ended.location ?? ""), {
    pkceCodeVerifier: verifier,
    expectedState: "state-1",
    expectedNonce: "nonce-1",
    idTokenExpected: true,
  });
  expect(tokens.claims()).toMatchObject({ name: "Robin Lake", tid: practice.description.tenantId });
  const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? "");
  expect(refreshed.access_token).not.toBe(tokens.access_token);
  expect(refreshed.refresh_token).toEqual(expect.any(String));
  const info = await client.fetchUserInfo(config, refreshed.access_token, client.skipSubjectCheck);
  expect(info).toMatchObject({ name: "Robin Lake", email: "robin@contoso.example" });
  const out = client.buildEndSessionUrl(config, { post_logout_redirect_uri: REDIRECT_URI });
  expect((await visit(out.href)).location).toBe(REDIRECT_URI);
});

test("openid-client: its password grant gets Entra's error as an error", async () => {
  const practice = await start("all-cloud-apps-mfa");
  const config = await configuration(practice);
  const [account] = practice.description.accounts;
  const asked = client.genericGrantRequest(config, "password", {
    username: account?.username ?? "",
    password: account?.password ?? "",
    scope: "openid",
  });
  await expect(asked).rejects.toMatchObject({
    error: "invalid_grant",
    status: 400,
    cause: { error_codes: [50076] },
  });
});

test("openid-client refuses /common: the issuer is a placeholder, as in Entra", async () => {
  const practice = await start("no-mfa");
  const common = new URL(`${new URL(practice.authority).origin}/common/v2.0`);
  const asked = client.discovery(common, "any", undefined, client.None(), {
    execute: [client.allowInsecureRequests],
  });
  await expect(asked).rejects.toThrow();
});

test("a signed-in browser is not asked again, unless the client wants it", async () => {
  const practice = await start("all-cloud-apps-mfa");
  const first = await signIn(practice, authorizeUrl(practice));
  const cookie = (first.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  expect(cookie).toMatch(/^ESTSAUTH=/);
  const again = (changes: Record<string, string>) =>
    visit(authorizeUrl(practice, changes), { headers: { cookie } });
  expect((await again({})).location).toContain("code=");
  expect((await again({ prompt: "none" })).location).toContain("code=");
  expect((await again({ login_hint: "sam@contoso.example" })).text).toContain("loginfmt");
  expect((await again({ prompt: "login" })).text).toContain("loginfmt");
  const silent = await visit(authorizeUrl(practice, { prompt: "none" }));
  expect(silent.location).toContain("error=login_required");
  await visit(`${practice.authority}/oauth2/v2.0/logout`, { headers: { cookie } });
  expect((await again({ prompt: "none" })).location).toContain("error=login_required");
});
