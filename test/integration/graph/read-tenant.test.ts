import { expect, test } from "vitest";
import { policiesOfTenant } from "../../../main/app/policies/policies-of-tenant.ts";
import { togetherPolicies } from "../../../main/app/policies/policy-files.ts";
import {
  baselineScopesIn,
  cloudOf,
  getAll,
  readTenant,
  scopesOf,
  signInToGraph,
} from "../../../main/graph/index.ts";
import { need, start } from "../practice-tenant/support.ts";
import { connect, ownClient } from "./support.ts";

test("MSAL signs in, and Graph gives policies, places, apps, strengths and the baseline-scope setting", async () => {
  const practice = await start("two-apis");
  const { session, ports } = await connect(practice, { scopes: scopesOf(["strengths", "apps"]) });
  expect(session).toMatchObject({
    userName: "robin@contoso.example",
    tenantId: practice.description.tenantId,
  });
  const tenant = need(await readTenant(ports, ["strengths", "apps"]));
  expect(tenant.policies).toHaveLength(practice.known(null).policies.length);
  expect(tenant.baselineScopes).toBe("enforced");
  expect(tenant.parts.map(({ title, objects, problem }) => [title, objects.length > 0, problem])).toEqual([
    ["Named locations", expect.any(Boolean), null],
    ["Authentication strengths", true, null],
    ["Service principals", true, null],
    ["App registrations", true, null],
    ["Home realm policies", false, null],
  ]);
});

test("consent and home realm policies come with the service principals that they are for", async () => {
  const practice = await start("federated-hash-sync");
  const { ports } = await connect(practice, { scopes: scopesOf(["strengths", "apps", "consent"]) });
  const { parts } = need(await readTenant(ports, ["strengths", "apps", "consent"]));
  const objectsOf = (title: string) => parts.find((part) => part.title === title)?.objects ?? [];
  expect(objectsOf("Home realm policies")).toEqual([
    expect.objectContaining({
      definition: [expect.stringContaining("AllowCloudPasswordValidation")],
      appliesTo: [expect.objectContaining({ appId: practice.description.clientId })],
    }),
  ]);
  expect(objectsOf("Consent of administrators")).toContainEqual(
    expect.objectContaining({ consentType: "AllPrincipals", scope: expect.any(String) }),
  );
});

test("custom security attributes come from Graph, and an app that carries none is told from one that was not read", async () => {
  const practice = await start("security-attribute-on-api");
  const { ports } = await connect(practice, { scopes: scopesOf(["attributes"]) });
  const apps = async (features: Parameters<typeof scopesOf>[0]) => {
    const parts = need(policiesOfTenant(need(await readTenant(ports, features))));
    const { applications } = need(togetherPolicies(parts)).objects;
    return applications.map(({ attributes, showsNoAttributes }) =>
      attributes === null ? showsNoAttributes === true : [...attributes],
    );
  };
  const read = await apps(["attributes"]);
  expect(read).toContainEqual([["jamfconnect_isexemptmfa", "Exempt"]]);
  expect(read).toContain(true);
  expect(await apps(["apps"])).not.toContain(true);
});

test("pages are followed, and a busy Graph is waited for as long as it says", async () => {
  const practice = await start("two-apis", (tenant) => ({
    ...tenant,
    graph: { ...tenant.graph, pageSize: 1, throttleFirst: 2 },
  }));
  const { ports, waits } = await connect(practice, { scopes: scopesOf(["strengths"]) });
  const all = need(await getAll(ports, "v1.0/policies/authenticationStrengthPolicies", "Policy.Read.All"));
  expect(all).toHaveLength(3);
  expect(waits).toEqual([1000, 1000]);
});

test("a permission that is missing is named, and the rest counts", async () => {
  const practice = await start("two-apis");
  const { ports } = await connect(practice);
  const tenant = need(await readTenant(ports, ["groups"]));
  const groups = tenant.parts.find(({ title }) => title === "Groups");
  expect(groups?.problem).toMatchObject({ code: "graph-consent-missing" });
  expect(groups?.problem?.fix).toContain("GroupMember.Read.All");
});

test("a token that is revoked between two pages ends the reading with what to do", async () => {
  let asked = 0;
  const revoking: typeof fetch = (input, init) => {
    if (!String(input).includes("/v1.0/")) return fetch(input, init);
    asked += 1;
    const page = {
      value: [{ id: String(asked) }],
      "@odata.nextLink": `${new URL(String(input)).origin}/v1.0/more`,
    };
    return Promise.resolve(asked === 1 ? Response.json(page) : Response.json({ error: {} }, { status: 401 }));
  };
  const { ports } = await connect(await start("two-apis"), { fetch: revoking });
  const read = await getAll(ports, "v1.0/things", "X");
  expect(read).toMatchObject({ ok: false, problem: { code: "graph-signed-out", fix: "Sign in again." } });
});

test("consent that is withdrawn between two pages is named, and nothing half is taken for the whole", async () => {
  let asked = 0;
  const withdrawing: typeof fetch = (input, init) => {
    if (!String(input).includes("/policies")) return fetch(input, init);
    asked += 1;
    const page = {
      value: [{ id: String(asked) }],
      "@odata.nextLink": `${new URL(String(input)).origin}/v1.0/identity/conditionalAccess/policies?more`,
    };
    const denied = {
      error: { code: "AccessDenied", message: "You cannot perform the requested operation." },
    };
    return Promise.resolve(asked === 1 ? Response.json(page) : Response.json(denied, { status: 403 }));
  };
  const { ports } = await connect(await start("two-apis"), { fetch: withdrawing });
  expect(await readTenant(ports, [])).toMatchObject({
    ok: false,
    problem: { code: "graph-consent-missing", fix: expect.stringContaining("Policy.Read.ConditionalAccess") },
  });
});

test("consent that is withdrawn before the token is renewed ends the session with what to do", async () => {
  let isWithdrawn = false;
  const renewing: typeof fetch = async (input, init) => {
    if (!String(input).includes("/oauth2/v2.0/token")) return fetch(input, init);
    if (isWithdrawn) {
      const refused = { error: "invalid_grant", error_description: "AADSTS65001: Nobody has consented." };
      return Response.json(refused, { status: 400 });
    }
    const answered: unknown = await (await fetch(input, init)).json();
    return Response.json({ ...Object(answered), expires_in: 1, ext_expires_in: 1 });
  };
  const { ports } = await connect(await start("two-apis"), { fetch: renewing });
  expect((await readTenant(ports, [])).ok).toBe(true);
  isWithdrawn = true;
  expect(await readTenant(ports, [])).toMatchObject({ ok: false, problem: { code: "graph-signed-out" } });
});

test("attack: the next page on another host gets no token", async () => {
  const seen: string[] = [];
  const leading: typeof fetch = (input, init) => {
    const url = String(input);
    if (!url.includes("/v1.0/")) return fetch(input, init);
    seen.push(url);
    return Promise.resolve(
      Response.json({ value: [], "@odata.nextLink": "https://evil.example/v1.0/things" }),
    );
  };
  const { ports } = await connect(await start("two-apis"), { fetch: leading });
  expect(await getAll(ports, "v1.0/things", "X")).toMatchObject({
    ok: false,
    problem: { code: "graph-answer" },
  });
  expect(seen.every((url) => !url.includes("evil"))).toBe(true);
});

test("attack: an authority that is no place of Entra gets nobody's sign-in", () => {
  for (const authority of [
    "https://login.microsoftonline.com.evil.example/t",
    "https://login.microsoftonline.com:8443/t",
    "http://login.microsoftonline.com/t",
    "https://evil.example/t",
    "https://login.microsoftonline.com/",
    "javascript:alert(1)",
  ]) {
    expect(cloudOf(authority), authority).toMatchObject({
      ok: false,
      problem: { code: "unknown-authority" },
    });
  }
});

test("each national cloud has a Graph of its own, and scopes that name it", () => {
  const graph = (authority: string) => need(cloudOf(authority));
  expect(graph("https://login.microsoftonline.com/t")).toMatchObject({
    graph: "https://graph.microsoft.com",
    scopePrefix: "",
  });
  expect(graph("https://login.microsoftonline.us/t")).toMatchObject({
    graph: "https://graph.microsoft.us",
    scopePrefix: "https://graph.microsoft.us/",
  });
  expect(graph("https://login.partner.microsoftonline.cn/t").graph).toBe(
    "https://microsoftgraph.chinacloudapi.cn",
  );
});

test("a sign-in that somebody stops reads nothing", async () => {
  const practice = await start("two-apis");
  const stop = new AbortController();
  const session = await signInToGraph({
    clientId: ownClient,
    kept: null,
    keep: null,
    cloud: need(cloudOf(practice.authority)),
    scopes: scopesOf([]),
    how: "browser",
    fetch,
    wait: async () => undefined,
    purpose: "policies",
    signal: stop.signal,
    announce: () => stop.abort(),
  });
  expect(session).toMatchObject({ ok: false, problem: { code: "graph-sign-in-stopped" } });
});

test("the baseline-scope setting is known only where an administrator chose one", () => {
  const settings = (resourceAppId: unknown) => ({ advancedSettings: { baselineScopes: { resourceAppId } } });
  expect(baselineScopesIn(settings("00000002-0000-0000-c000-000000000000"))).toBe("enforced");
  expect(baselineScopesIn(settings("00000000-0000-0000-0000-000000000000"))).toBe("legacy");
  const app = "AAAA1111-0000-4000-8000-000000000001";
  expect(baselineScopesIn(settings(app))).toEqual({ placeholder: app.toLowerCase() });
  for (const unknown of [null, {}, { advancedSettings: null }, settings("x"), settings(7)])
    expect(baselineScopesIn(unknown)).toBeNull();
});
