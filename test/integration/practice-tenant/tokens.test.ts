import { decodeJwt, decodeProtectedHeader } from "jose";
import { describe, expect, test } from "vitest";
import type { PracticeTenant, Tenant } from "../../../main/practice-tenant/index.ts";
import { graphClient, itemsOf } from "./graph-client.ts";
import {
  authorizeUrl,
  callback,
  passwordForm,
  postToken,
  REDIRECT_URI,
  signIn,
  start,
  visit,
} from "./support.ts";

const GRAPH = "https://graph.microsoft.com";

function redeem(
  practice: PracticeTenant,
  code: string | null,
  version: "v1" | "v2",
  more: Record<string, string> = {},
) {
  const form = {
    grant_type: "authorization_code",
    client_id: practice.description.clientId,
    redirect_uri: REDIRECT_URI,
    code: code ?? "",
    ...more,
  };
  return postToken(practice, form, { version });
}

describe("what tokens say", () => {
  test("amr tells the factor where tokens are in v1 format, and only there", async () => {
    const practice = await start("all-cloud-apps-mfa");
    const scope = `${practice.description.apiScope} openid profile`;
    const v2 = await redeem(
      practice,
      callback(await signIn(practice, authorizeUrl(practice, { scope }))).get("code"),
      "v2",
    );
    expect(decodeJwt(String(v2.body["access_token"]))).toMatchObject({
      ver: "1.0",
      amr: ["pwd", "mfa"],
      acr: "1",
      scp: "jamfconnect",
    });
    expect(Object.keys(decodeJwt(String(v2.body["id_token"])))).not.toEqual(expect.arrayContaining(["amr"]));
    const resource = { resource: `api://${practice.description.apiClientId}`, scope: null };
    const v1 = await redeem(
      practice,
      callback(await signIn(practice, authorizeUrl(practice, resource, "v1"))).get("code"),
      "v1",
    );
    expect(decodeJwt(String(v1.body["id_token"]))).toMatchObject({
      ver: "1.0",
      amr: ["pwd", "mfa"],
      nonce: "nonce-1",
    });
  });

  test("v1 without a resource triggers no resource policy", async () => {
    const practice = await start("all-cloud-apps-mfa");
    const ended = await signIn(practice, authorizeUrl(practice, { scope: null }, "v1"));
    expect(ended.askedForCode).toBe(false);
    expect(callback(ended).get("code")).not.toBeNull();
  });

  test("claims follow the scopes", async () => {
    const practice = await start("no-mfa");
    const bare = decodeJwt(
      String((await postToken(practice, passwordForm(practice, { scope: "openid" }))).body["id_token"]),
    );
    for (const claim of ["name", "preferred_username", "email"]) expect(bare).not.toHaveProperty(claim);
    const none = await postToken(practice, passwordForm(practice, { scope: "User.Read" }));
    expect(none.body).not.toHaveProperty("id_token");
  });

  test("sub differs from app to app, oid does not", async () => {
    const practice = await start("no-mfa");
    const of = async (scope: string) =>
      decodeJwt(String((await postToken(practice, passwordForm(practice, { scope }))).body["access_token"]));
    const [graph, api] = [await of("User.Read"), await of(practice.description.apiScope ?? "")];
    expect(graph.sub).not.toBe(api.sub);
    expect(graph["oid"]).toBe(api["oid"]);
  });

  test("more than 200 groups become a pointer, and the pointer leads to all of them", async () => {
    const practice = await start("groups-overage");
    const { body } = await postToken(practice, passwordForm(practice));
    const claims = decodeJwt<{ _claim_sources: { src1: { endpoint: string } } }>(String(body["id_token"]));
    expect(claims).not.toHaveProperty("groups");
    expect(claims["_claim_names"]).toEqual({ groups: "src1" });
    const graph = await graphClient(practice, ["User.Read"]);
    expect(
      itemsOf(await graph("POST", claims._claim_sources.src1.endpoint, { securityEnabledOnly: true })),
    ).toHaveLength(250);
  });

  test("200 groups are named", async () => {
    const practice = await start("groups-overage", (tenant) => ({
      ...tenant,
      users: tenant.users.map((user) => ({ ...user, groups: user.groups.slice(0, 200) })),
    }));
    const { body } = await postToken(practice, passwordForm(practice));
    expect(decodeJwt(String(body["id_token"]))["groups"]).toHaveLength(200);
  });

  test("v1 ID tokens of native clients can be unsigned", async () => {
    const practice = await start("no-mfa", (tenant) => ({ ...tenant, unsignedV1IdTokens: true }));
    const form = passwordForm(practice, { resource: GRAPH, scope: "openid" });
    const v1 = await postToken(practice, form, { version: "v1" });
    expect(String(v1.body["id_token"])).toMatch(/\.$/);
    const v2 = await postToken(practice, passwordForm(practice));
    expect(decodeProtectedHeader(String(v2.body["id_token"])).alg).toBe("RS256");
  });
});

describe("refresh tokens", () => {
  test("v2 gives one for offline_access only, v1 always", async () => {
    const practice = await start("no-mfa");
    const v2 = (scope: string) => postToken(practice, passwordForm(practice, { scope }));
    expect((await v2("openid")).body).not.toHaveProperty("refresh_token");
    expect((await v2("openid offline_access")).body).toHaveProperty("refresh_token");
    const v1 = await postToken(practice, passwordForm(practice, { resource: GRAPH, scope: "openid" }), {
      version: "v1",
    });
    expect(v1.body).toHaveProperty("refresh_token");
  });

  test("reach another resource, keep the second factor, and meet policies again", async () => {
    const practice = await start("all-cloud-apps-mfa");
    const url = authorizeUrl(practice, { scope: "openid offline_access" });
    const tokens = await redeem(practice, callback(await signIn(practice, url)).get("code"), "v2");
    const refresh = (more: Record<string, string> = {}) =>
      postToken(practice, {
        grant_type: "refresh_token",
        client_id: practice.description.clientId,
        refresh_token: String(tokens.body["refresh_token"]),
        ...more,
      });
    const api = await refresh({ scope: practice.description.apiScope ?? "" });
    expect(decodeJwt(String(api.body["access_token"]))).toMatchObject({
      scp: "jamfconnect",
      amr: ["pwd", "mfa"],
    });
    expect((await refresh({ refresh_token: "1.none" })).body["error_codes"]).toEqual([9002313]);
    expect(
      (await refresh({ client_id: "0f0f0f0f-1111-4222-8333-44445555dddd" })).body["error_codes"],
    ).toEqual([70000]);
    practice.update({ users: { "robin@contoso.example": { accountEnabled: false } } });
    expect((await refresh()).body["error_codes"]).toEqual([50057]);
  });
});

describe("confidential clients", () => {
  const withSecret = (tenant: Tenant): Tenant => ({
    ...tenant,
    applications: tenant.applications.map((app) =>
      app.appId === tenant.practice.loginClient
        ? { ...app, secrets: ["right"], web: { redirectUris: [REDIRECT_URI] } }
        : app,
    ),
  });

  test("redeem with the secret, in the body or as Basic, and not with another", async () => {
    const practice = await start("client-secret-needed", withSecret);
    const code = async () => callback(await signIn(practice, authorizeUrl(practice))).get("code");
    expect((await redeem(practice, await code(), "v2", { client_secret: "right" })).status).toBe(200);
    expect((await redeem(practice, await code(), "v2", { client_secret: "wrong" })).body).toMatchObject({
      error: "invalid_client",
      error_codes: [7000215],
    });
    const { clientId } = practice.description;
    const basic = await postToken(
      practice,
      { grant_type: "authorization_code", redirect_uri: REDIRECT_URI, code: (await code()) ?? "" },
      { headers: { authorization: `Basic ${Buffer.from(`${clientId}:right`).toString("base64")}` } },
    );
    expect(basic.status).toBe(200);
  });

  test("a single-page app redeems across origins only", async () => {
    const practice = await start("no-mfa", (tenant) => ({
      ...tenant,
      applications: tenant.applications.map((app) => ({
        ...app,
        publicClient: { redirectUris: [] },
        spa: { redirectUris: [REDIRECT_URI] },
      })),
    }));
    const code = callback(await signIn(practice, authorizeUrl(practice))).get("code");
    expect((await redeem(practice, code, "v2")).body["error_codes"]).toEqual([9002327]);
  });

  test("for themselves ask for .default", async () => {
    const practice = await start("client-secret-needed", withSecret);
    const form = {
      grant_type: "client_credentials",
      client_id: practice.description.clientId,
      client_secret: "right",
    };
    expect((await postToken(practice, { ...form, scope: `${GRAPH}/User.Read` })).body["error_codes"]).toEqual(
      [1002012],
    );
    const { body } = await postToken(practice, {
      ...form,
      scope: `api://${practice.description.apiClientId}/.default`,
    });
    expect(decodeJwt(String(body["access_token"]))).toMatchObject({
      idtyp: "app",
      appid: practice.description.clientId,
    });
    expect(body).not.toHaveProperty("id_token");
  });
});

describe("the rest of the endpoints", () => {
  test("device code of v1 is refused, GET at the token endpoint too, user info wants a token", async () => {
    const practice = await start("no-mfa");
    const device = await fetch(`${practice.authority}/oauth2/devicecode`, {
      method: "POST",
      body: new URLSearchParams({ client_id: "x" }),
    });
    expect(await device.json()).toMatchObject({ error: "unsupported_grant_type" });
    const get = await fetch(`${practice.authority}/oauth2/v2.0/token`);
    expect(await get.json()).toMatchObject({ error_codes: [900561] });
    expect((await fetch(`${practice.description.graph}/oidc/userinfo`)).status).toBe(401);
    expect((await visit(`${practice.authority}/no/such/address`)).status).toBe(404);
  });

  test("the user realm tells who checks the password", async () => {
    const realm = async (scenario: string, name: string) => {
      const practice = await start(scenario);
      const response = await fetch(
        `${new URL(practice.authority).origin}/common/userrealm/${name}?api-version=1.0`,
      );
      return (await response.json()).account_type;
    };
    expect(await realm("no-mfa", "robin@contoso.example")).toBe("Managed");
    expect(await realm("federated-hash-sync", "robin@contoso.example")).toBe("Federated");
    expect(await realm("no-mfa", "kim@fabrikam.example")).toBe("Unknown");
  });
});
