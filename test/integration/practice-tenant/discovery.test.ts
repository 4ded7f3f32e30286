import { describe, expect, test } from "vitest";
import { start } from "./support.ts";

async function document(url: string): Promise<Record<string, unknown>> {
  const response = await fetch(url);
  expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
  return response.json();
}

describe("discovery", () => {
  test("v2 names loopback addresses, the tenant id and what Entra names, and no more", async () => {
    const { authority, description } = await start("no-mfa");
    const found = await document(description.discovery.v2);
    expect(found).toMatchObject({
      issuer: `${authority}/v2.0`,
      token_endpoint: `${authority}/oauth2/v2.0/token`,
      authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
      jwks_uri: `${authority}/discovery/v2.0/keys`,
      request_uri_parameter_supported: false,
      scopes_supported: ["openid", "profile", "email", "offline_access"],
    });
    for (const absent of [
      "grant_types_supported",
      "code_challenge_methods_supported",
      "revocation_endpoint",
    ]) {
      expect(found).not.toHaveProperty(absent);
    }
  });

  test("v1 has its own addresses, its issuer ends with a slash, and claims_supported lists amr", async () => {
    const { authority, description } = await start("no-mfa");
    const found = await document(description.discovery.v1);
    expect(found).toMatchObject({
      issuer: `${authority}/`,
      token_endpoint: `${authority}/oauth2/token`,
      microsoft_multi_refresh_token: true,
      scopes_supported: ["openid"],
    });
    expect(found["claims_supported"]).toContain("amr");
    expect(found).not.toHaveProperty("request_uri_parameter_supported");
  });

  test("a domain comes back as the tenant id; common and organizations keep the placeholder in the issuer", async () => {
    const { authority } = await start("no-mfa");
    const { origin } = new URL(authority);
    expect(await document(`${origin}/Contoso.example/v2.0/.well-known/openid-configuration`)).toMatchObject({
      issuer: `${authority}/v2.0`,
    });
    for (const shared of ["common", "organizations"]) {
      expect(await document(`${origin}/${shared}/v2.0/.well-known/openid-configuration`)).toMatchObject({
        issuer: `${origin}/{tenantid}/v2.0`,
        token_endpoint: `${origin}/${shared}/oauth2/v2.0/token`,
      });
    }
    expect(await document(`${origin}/common/.well-known/openid-configuration`)).toMatchObject({
      issuer: `${origin}/{tenantid}/`,
    });
  });

  test("an unknown tenant is invalid_tenant with AADSTS90002", async () => {
    const { authority } = await start("no-mfa");
    const response = await fetch(
      `${new URL(authority).origin}/nowhere.example/v2.0/.well-known/openid-configuration`,
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: "invalid_tenant", error_codes: [90002] });
  });

  test("every address in both documents answers something of the tenant", async () => {
    const { description } = await start("no-mfa");
    for (const url of [description.discovery.v1, description.discovery.v2]) {
      const found = await document(url);
      for (const name of ["jwks_uri", "authorization_endpoint"] as const) {
        const response = await fetch(String(found[name]));
        expect(response.status, `${name} ${found[name]}`).toBe(200);
      }
    }
  });
});
