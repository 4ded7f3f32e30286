import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from "jose";
import { describe, expect, test } from "vitest";
import { passwordForm, postToken, start } from "./support.ts";

describe("password grant", () => {
  test("a success on v2 has numbers and a verifiable ID token without amr and acr", async () => {
    const practice = await start("no-mfa");
    const { status, body, headers } = await postToken(practice, passwordForm(practice));
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store, no-cache");
    expect(body).toMatchObject({
      token_type: "Bearer",
      expires_in: expect.any(Number),
      ext_expires_in: expect.any(Number),
    });
    expect(body).not.toHaveProperty("refresh_token");
    expect(body).not.toHaveProperty("not_before");
    const keys = createRemoteJWKSet(new URL(`${practice.authority}/discovery/v2.0/keys`));
    const { payload, protectedHeader } = await jwtVerify(String(body["id_token"]), keys, {
      issuer: `${practice.authority}/v2.0`,
      audience: practice.description.clientId,
    });
    expect(protectedHeader.alg).toBe("RS256");
    expect(payload).toMatchObject({
      ver: "2.0",
      preferred_username: "robin@contoso.example",
      name: "Robin Lake",
      email: "robin@contoso.example",
      roles: ["Standard"],
    });
    expect(payload).not.toHaveProperty("amr");
    expect(payload).not.toHaveProperty("acr");
  });

  test("a success on v1 has strings, resource and an ID token with amr", async () => {
    const practice = await start("no-mfa");
    const { status, body } = await postToken(
      practice,
      passwordForm(practice, { scope: "openid", resource: "https://graph.microsoft.com" }),
      { version: "v1" },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      expires_in: expect.stringMatching(/^\d+$/),
      ext_expires_in: expect.stringMatching(/^\d+$/),
      expires_on: expect.stringMatching(/^\d+$/),
      not_before: expect.stringMatching(/^\d+$/),
      resource: "https://graph.microsoft.com",
    });
    const id = decodeJwt(String(body["id_token"]));
    expect(id).toMatchObject({
      iss: `${practice.authority}/`,
      ver: "1.0",
      amr: ["pwd"],
      upn: "robin@contoso.example",
      family_name: "Lake",
    });
  });

  test("a custom API gets v1 tokens until it asks for 2", async () => {
    const asks = async (version: 1 | 2 | null) => {
      const practice = await start("no-mfa", (tenant) => ({
        ...tenant,
        applications: tenant.applications.map((app) => ({
          ...app,
          api: { ...app.api, requestedAccessTokenVersion: version },
        })),
      }));
      const { body } = await postToken(
        practice,
        passwordForm(practice, { scope: `${practice.description.apiScope} openid` }),
      );
      return { practice, claims: decodeJwt(String(body["access_token"])) };
    };
    const unset = await asks(null);
    expect(unset.claims).toMatchObject({
      ver: "1.0",
      aud: `api://${unset.practice.description.apiClientId}`,
      scp: "jamfconnect",
      amr: ["pwd"],
    });
    const two = await asks(2);
    expect(two.claims).toMatchObject({
      ver: "2.0",
      aud: two.practice.description.apiClientId,
      scp: "jamfconnect",
    });
  });

  test("a token for Microsoft Graph cannot be verified by anybody else", async () => {
    const practice = await start("no-mfa");
    const { body } = await postToken(practice, passwordForm(practice, { scope: "User.Read openid" }));
    const token = String(body["access_token"]);
    expect(decodeProtectedHeader(token)).toHaveProperty("nonce");
    const keys = createRemoteJWKSet(new URL(`${practice.authority}/discovery/v2.0/keys`));
    await expect(jwtVerify(token, keys)).rejects.toThrow("signature verification failed");
  });

  test("MFA is invalid_grant on v2 and interaction_required on v1, basic_action on both", async () => {
    const practice = await start("all-cloud-apps-mfa");
    const v2 = await postToken(practice, passwordForm(practice));
    expect(v2.status).toBe(400);
    expect(v2.body).toMatchObject({ error: "invalid_grant", suberror: "basic_action", error_codes: [50076] });
    expect(v2.body["error_description"]).toMatch(
      /^AADSTS50076: .*'00000002-0000-0000-c000-000000000000'\. Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36} Timestamp: \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/,
    );
    expect(v2.headers.get("x-ms-request-id")).toBe(v2.body["trace_id"]);
    const v1 = await postToken(
      practice,
      passwordForm(practice, { resource: "https://graph.microsoft.com" }),
      { version: "v1" },
    );
    expect(v1.body).toMatchObject({
      error: "interaction_required",
      suberror: "basic_action",
      error_codes: [50076],
    });
    expect(v1.body["error_description"]).toMatch(/\r\nTrace ID: .*\r\nCorrelation ID: .*\r\nTimestamp: /);
  });

  test("a wrong password is 50126 although a policy would demand MFA", async () => {
    const practice = await start("all-cloud-apps-mfa");
    const { status, body } = await postToken(practice, passwordForm(practice, { password: "not it" }));
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: "invalid_grant", error_codes: [50126] });
    expect(body).not.toHaveProperty("suberror");
    expect(JSON.stringify(body)).not.toContain("not it");
  });

  test("an old v1 answer puts the wrapper in front", async () => {
    const practice = await start("no-mfa", (tenant) => ({ ...tenant, wrapV1Errors: true }));
    const form = passwordForm(practice, { password: "not it", resource: "https://graph.microsoft.com" });
    const { body } = await postToken(practice, form, { version: "v1" });
    expect(body["error_codes"]).toEqual([70002, 50126]);
    expect(body["error_description"]).toMatch(/^AADSTS70002: .* AADSTS50126: /);
    expect(
      (await postToken(practice, passwordForm(practice, { password: "not it" }))).body["error_codes"],
    ).toEqual([50126]);
  });

  test("the client's own correlation id comes back", async () => {
    const practice = await start("no-mfa");
    const id = "0f0f0f0f-1111-4222-8333-444455556666";
    const { body, headers } = await postToken(practice, passwordForm(practice, { password: "not it" }), {
      headers: { "client-request-id": id, "return-client-request-id": "true" },
    });
    expect(body["correlation_id"]).toBe(id);
    expect(headers.get("client-request-id")).toBe(id);
  });

  test.each([
    ["v1 without resource", { version: "v1" as const }, {}, 900144, "'resource'"],
    ["v2 without scope", {}, { scope: "" }, 900144, "'scope'"],
    ["v2 with resource", {}, { resource: "https://graph.microsoft.com" }, 901002, "resource"],
    ["v2 on common", { tenant: "common" }, {}, 9001023, "/common"],
    ["v2 on consumers", { tenant: "consumers" }, {}, 9001023, "/consumers"],
    ["a tenant that is not there", { tenant: "nowhere.example" }, {}, 90002, "nowhere.example"],
    ["a scope that is none", {}, { scope: "openid+profile" }, 70011, "scope"],
    [
      "a scope that the API does not have",
      {},
      { scope: "api://1a7c4e00-0000-4000-8000-0000000000a1/other" },
      650053,
      "'other'",
    ],
    ["a user that is not there", {}, { username: "nobody@contoso.example" }, 50034, "directory"],
    ["a secret from a public client", {}, { client_secret: "x" }, 700025, "public"],
    ["a grant type of no one", {}, { grant_type: "telepathy" }, 70003, "grant type"],
  ])("%s", async (_name, options, changes, code, text) => {
    const practice = await start("no-mfa");
    const { body } = await postToken(practice, passwordForm(practice, changes), options);
    expect(body["error_codes"]).toEqual([code]);
    expect(body["error_description"]).toContain(text);
  });

  test("v1 takes common, v2 takes organizations", async () => {
    const practice = await start("no-mfa");
    const v1 = await postToken(
      practice,
      passwordForm(practice, { resource: "https://graph.microsoft.com" }),
      { version: "v1", tenant: "common" },
    );
    expect(v1.status).toBe(200);
    expect((await postToken(practice, passwordForm(practice), { tenant: "organizations" })).status).toBe(200);
  });

  test("an app that the tenant does not know is adopted, or refused where the tenant says so", async () => {
    const unknown = "0f0f0f0f-1111-4222-8333-44445555aaaa";
    const adopting = await start("no-mfa");
    const { body } = await postToken(
      adopting,
      passwordForm(adopting, { client_id: unknown, scope: "api://other/jamfconnect openid" }),
    );
    expect(decodeJwt(String(body["id_token"])).aud).toBe(unknown);
    expect(decodeJwt(String(body["access_token"])).aud).toBe("api://other");
    const refusing = await start("no-mfa", (tenant) => ({
      ...tenant,
      practice: { ...tenant.practice, unknownApps: "refuse" },
    }));
    expect((await postToken(refusing, passwordForm(refusing, { client_id: unknown }))).body).toMatchObject({
      error: "unauthorized_client",
      error_codes: [700016],
    });
    expect(
      (await postToken(refusing, passwordForm(refusing, { scope: "api://other/jamfconnect" }))).body,
    ).toMatchObject({
      error: "invalid_resource",
      error_codes: [500011],
    });
  });
});
