import * as oauth from "oauth4webapi";
import { describe, expect, test } from "vitest";
import type { PracticeTenant } from "../../../main/practice-tenant/index.ts";
import {
  authorizeUrl,
  callback,
  pkce,
  postToken,
  REDIRECT_URI,
  signIn,
  start,
  submit,
  visit,
} from "./support.ts";

async function redeemed(practice: PracticeTenant, changes: Record<string, string> = {}) {
  const { verifier, challenge } = pkce();
  const ended = await signIn(
    practice,
    authorizeUrl(practice, { code_challenge: challenge, code_challenge_method: "S256" }),
  );
  const form = {
    grant_type: "authorization_code",
    client_id: practice.description.clientId,
    redirect_uri: REDIRECT_URI,
    code: callback(ended).get("code") ?? "",
    code_verifier: verifier,
    ...changes,
  };
  return { form, answer: await postToken(practice, form) };
}

describe("authorization code", () => {
  test("oauth4webapi signs in with PKCE, state and nonce, and verifies the ID token", async () => {
    const practice = await start("all-cloud-apps-mfa");
    const insecure = { [oauth.allowInsecureRequests]: true };
    const issuer = new URL(`${practice.authority}/v2.0`);
    const as = await oauth.processDiscoveryResponse(
      issuer,
      await oauth.discoveryRequest(issuer, { algorithm: "oidc", ...insecure }),
    );
    const client: oauth.Client = { client_id: practice.description.clientId };
    const verifier = oauth.generateRandomCodeVerifier();
    const url = authorizeUrl(practice, {
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      scope: `${practice.description.apiScope} openid profile email`,
    });
    const ended = await signIn(practice, url);
    expect(ended.askedForCode).toBe(true);
    const parameters = oauth.validateAuthResponse(as, client, new URL(ended.location ?? ""), "state-1");
    const response = await oauth.authorizationCodeGrantRequest(
      as,
      client,
      oauth.None(),
      parameters,
      REDIRECT_URI,
      verifier,
      insecure,
    );
    const tokens = await oauth.processAuthorizationCodeResponse(as, client, response, {
      expectedNonce: "nonce-1",
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(as, response, insecure);
    const claims = oauth.getValidatedIdTokenClaims(tokens);
    expect(claims).toMatchObject({ preferred_username: "robin@contoso.example", nonce: "nonce-1" });
    expect(claims).not.toHaveProperty("amr");
    expect(claims).not.toHaveProperty("acr");
  });

  test("a code works once", async () => {
    const practice = await start("no-mfa");
    const { form, answer } = await redeemed(practice);
    expect(answer.status).toBe(200);
    expect((await postToken(practice, form)).body).toMatchObject({
      error: "invalid_grant",
      error_codes: [54005],
    });
  });

  test.each([
    ["another redirect URI", { redirect_uri: "http://localhost" }, 500112],
    ["a verifier of another challenge", { code_verifier: "a".repeat(43) }, 501481],
    ["no verifier", { code_verifier: "" }, 501481],
    ["a code of nobody", { code: "1.none" }, 9002313],
    ["another client", { client_id: "0f0f0f0f-1111-4222-8333-44445555aaaa" }, 70000],
    ["a secret from a public client", { client_secret: "x" }, 700025],
  ])("is refused with %s", async (_name, changes, code) => {
    const practice = await start("no-mfa");
    const { answer } = await redeemed(practice, changes);
    expect(answer.body["error_codes"]).toEqual([code]);
  });

  test("a code is too old after ten minutes", async () => {
    let time = 1_700_000_000_000;
    const practice = await start("no-mfa", undefined, { now: () => time });
    const ended = await signIn(practice, authorizeUrl(practice));
    time += 10 * 60_000 + 1;
    const answer = await postToken(practice, {
      grant_type: "authorization_code",
      client_id: practice.description.clientId,
      redirect_uri: REDIRECT_URI,
      code: callback(ended).get("code") ?? "",
    });
    expect(answer.body["error_codes"]).toEqual([70008]);
  });
});

describe("pages", () => {
  test("the sign-in page has Entra's field names, says PRACTICE and which application it stands in for", async () => {
    const practice = await start("no-mfa");
    const unknownClient = "0f0f0f0f-1111-4222-8333-44445555dddd";
    const { status, text, headers } = await visit(authorizeUrl(practice, { client_id: unknownClient }));
    expect(status).toBe(200);
    for (const field of [
      'name="loginfmt"',
      'name="passwd"',
      "PRACTICE",
      "Practice stands in for application",
      unknownClient,
    ]) {
      expect(text).toContain(field);
    }
    expect(headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'self'; script-src 'none'/,
    );
    expect(text).not.toMatch(/Microsoft sign|microsoftonline|style="/);
  });

  test("a wrong password stays on the page, with the code, and the password is not in it", async () => {
    const practice = await start("no-mfa");
    const page = await submit(await visit(authorizeUrl(practice)), practice, {
      loginfmt: "robin@contoso.example",
      passwd: "Typed-Secret-7",
    });
    expect(page.status).toBe(200);
    expect(page.text).toContain("AADSTS50126");
    expect(page.text).not.toContain("Typed-Secret-7");
  });

  test("a wrong code asks again", async () => {
    const practice = await start("all-cloud-apps-mfa");
    const first = await visit(authorizeUrl(practice));
    const second = await submit(first, practice, {
      loginfmt: "robin@contoso.example",
      passwd: "Practice-Robin-1",
    });
    const third = await submit(second, practice, { otc: "000000" });
    expect(third.text).toContain("AADSTS500121");
    const ended = await submit(third, practice, { otc: "123 456" });
    expect(callback(ended).get("code")).not.toBeNull();
  });

  test("text of a request is text on the page", async () => {
    const practice = await start("no-mfa");
    const { text } = await visit(
      authorizeUrl(practice, { client_id: '"><script>alert(1)</script>', login_hint: "<b>x</b>" }),
    );
    expect(text).not.toContain("<script>");
    expect(text).not.toContain("<b>x");
  });

  test.each([
    ["an unknown tenant", "nowhere.example", {}, 90002],
    ["no client id", null, { client_id: null }, 900144],
    [
      "a redirect URI that is not registered",
      null,
      { redirect_uri: "https://contoso.example/callback" },
      50011,
    ],
    ["a response type that is off", null, { response_type: "id_token" }, 700054],
  ])("%s is an HTML page with status 200, as Entra does it", async (_name, tenant, changes, code) => {
    const practice = await start("no-mfa");
    const url = authorizeUrl(practice, changes);
    const page = await visit(tenant === null ? url : url.replace(practice.description.tenantId, tenant));
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toContain("text/html");
    expect(page.text).toContain(`AADSTS${code}`);
  });

  test("a resource that is not there goes back to the client", async () => {
    const practice = await start("no-mfa");
    const page = await visit(authorizeUrl(practice, { scope: "https://contoso.example/api/read openid" }));
    expect(page.status).toBe(302);
    expect(callback(page).get("error")).toBe("invalid_resource");
    expect(callback(page).get("state")).toBe("state-1");
    expect(callback(page).get("error_description")).toMatch(/^AADSTS500011: /);
  });

  test("the port of a loopback redirect URI is ignored, its path is not", async () => {
    const practice = await start("no-mfa");
    expect((await visit(authorizeUrl(practice, { redirect_uri: "http://localhost:49152/" }))).text).toContain(
      "loginfmt",
    );
    expect(
      (await visit(authorizeUrl(practice, { redirect_uri: "http://localhost:49152/other" }))).text,
    ).toContain("AADSTS50011");
    expect(
      (await visit(authorizeUrl(practice, { redirect_uri: "https://127.0.0.1/JamfConnect" }))).text,
    ).toContain("AADSTS50011");
  });

  test("form_post answers with a page that posts itself under a nonce", async () => {
    const practice = await start("no-mfa");
    const ended = await signIn(practice, authorizeUrl(practice, { response_mode: "form_post" }));
    expect(ended.status).toBe(200);
    expect(ended.text).toContain(`action="${REDIRECT_URI}"`);
    expect(ended.text).toMatch(/name="code" value="1\./);
    const nonce = /script-src 'nonce-([^']+)'/.exec(ended.headers.get("content-security-policy") ?? "")?.[1];
    expect(ended.text).toContain(`<script nonce="${nonce}">`);
  });

  test("fragment answers behind the #", async () => {
    const practice = await start("no-mfa");
    const ended = await signIn(practice, authorizeUrl(practice, { response_mode: "fragment" }));
    expect(ended.location).toMatch(/^https:\/\/127\.0\.0\.1\/jamfconnect#code=/);
  });
});
