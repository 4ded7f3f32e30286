import { describe, expect, test } from "vitest";
import { graphClient, itemsOf } from "./graph-client.ts";
import { passwordForm, postToken, start, startWithOwnKeys } from "./support.ts";

const policies = "v1.0/identity/conditionalAccess/policies";

describe("who may ask", () => {
  test("without a token, with a foreign one, with one for another resource: 401", async () => {
    // Azure AD Graph, the predecessor, is another resource of Microsoft's.
    const resourceAppId = "00000002-0000-0000-c000-000000000000";
    const consented = { resourceAppId, scope: "User.Read", consentType: "AllPrincipals" as const };
    const practice = await start("no-mfa", (tenant) => ({
      ...tenant,
      applications: tenant.applications.map((app) => ({ ...app, grants: [...app.grants, consented] })),
    }));
    const api = await postToken(
      practice,
      passwordForm(practice, { scope: practice.description.apiScope ?? "" }),
    );
    const predecessor = passwordForm(practice, { resource: "https://graph.windows.net" });
    const old = await postToken(practice, predecessor, { version: "v1" });
    expect([api.status, old.status]).toEqual([200, 200]);
    const foreign = [api, old].map(({ body }) => `Bearer ${body["access_token"]}`);
    for (const authorization of ["", "Bearer x.y.z", ...foreign]) {
      const answer = await fetch(`${practice.description.graph}/${policies}`, { headers: { authorization } });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ error: { code: "InvalidAuthenticationToken" } });
    }
  });

  test("a token of another practice tenant is not valid here", async () => {
    const [here, there] = [await startWithOwnKeys("no-mfa"), await startWithOwnKeys("no-mfa")];
    const foreign = await postToken(there, passwordForm(there, { scope: "User.Read" }));
    const headers = { authorization: `Bearer ${foreign.body["access_token"]}` };
    expect((await fetch(`${here.description.graph}/v1.0/me`, { headers })).status).toBe(401);
    expect((await fetch(`${there.description.graph}/v1.0/me`, { headers })).status).toBe(200);
  });

  test("a token without the permission: 403, and reading is not writing", async () => {
    const practice = await start("all-cloud-apps-mfa", (tenant) => ({
      ...tenant,
      conditionalAccessPolicies: [],
    }));
    const reader = await graphClient(practice, ["User.Read"]);
    expect(await reader("GET", policies)).toMatchObject({
      status: 403,
      body: { error: { code: "Authorization_RequestDenied" } },
    });
    const policyReader = await graphClient(practice, ["Policy.Read.All"]);
    expect((await policyReader("GET", policies)).status).toBe(200);
    expect((await policyReader("POST", policies, {})).status).toBe(403);
  });

  test("an app for itself reads with its application permissions", async () => {
    const practice = await start("no-mfa", (tenant) => ({
      ...tenant,
      applications: tenant.applications.map((app) =>
        app.appId === tenant.practice.loginClient
          ? {
              ...app,
              secrets: ["practice-secret"],
              grants: [
                {
                  resourceAppId: "00000003-0000-0000-c000-000000000000",
                  scope: "Policy.Read.All",
                  consentType: "Application" as const,
                },
              ],
            }
          : app,
      ),
    }));
    const token = await postToken(practice, {
      grant_type: "client_credentials",
      client_id: practice.description.clientId,
      client_secret: "practice-secret",
      scope: "https://graph.microsoft.com/.default",
    });
    const headers = { authorization: `Bearer ${token.body["access_token"]}` };
    expect((await fetch(`${practice.description.graph}/${policies}`, { headers })).status).toBe(200);
    expect((await fetch(`${practice.description.graph}/v1.0/users`, { headers })).status).toBe(403);
  });
});

describe("lists", () => {
  test.each([
    [3, 3],
    [4, 2],
    [8, 1],
  ])("pages of %i follow nextLink to the end and hold every policy once", async (pageSize, expectedPages) => {
    const practice = await start("blocked-location", (tenant) => ({
      ...tenant,
      graph: { ...tenant.graph, pageSize },
      conditionalAccessPolicies: Array.from({ length: 8 }, (_, index) => ({
        id: `1a7c4e00-0000-4000-8000-00000000000${index}`,
        displayName: `P${index}`,
        state: "disabled" as const,
        conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
      })),
    }));
    const graph = await graphClient(practice, ["Policy.Read.All"]);
    const names: unknown[] = [];
    let next: unknown = policies;
    let pages = 0;
    while (typeof next === "string") {
      const answer = await graph("GET", next);
      names.push(...itemsOf(answer).map((policy) => policy["displayName"]));
      next = answer.body["@odata.nextLink"];
      pages += 1;
    }
    expect(pages).toBe(expectedPages);
    expect(names).toEqual(["P0", "P1", "P2", "P3", "P4", "P5", "P6", "P7"]);
  });

  test("a throttled client is told when to come back, and then gets its answer", async () => {
    const practice = await start("no-mfa");
    const graph = await graphClient(practice, ["Policy.Read.All"]);
    practice.update({
      graph: { ...practice.tenant().graph, throttleFirst: 1 },
    });
    const first = await graph("GET", policies);
    expect(first.status).toBe(429);
    expect(first.headers.get("retry-after")).toBe("1");
    expect((await graph("GET", policies)).status).toBe(200);
  });

  test("a filter narrows, one that cannot be read is refused", async () => {
    const practice = await start("two-apis", (tenant) => ({ ...tenant, conditionalAccessPolicies: [] }));
    const graph = await graphClient(practice, ["Application.Read.All"]);
    const { clientId } = practice.description;
    const found = itemsOf(await graph("GET", `v1.0/servicePrincipals?$filter=appId eq '${clientId}'`));
    expect(found.map((each) => each["appId"])).toEqual([clientId]);
    expect(
      itemsOf(await graph("GET", "v1.0/applications?$filter=startswith(displayName,'jamf connect - c')")),
    ).toHaveLength(1);
    expect((await graph("GET", "v1.0/applications?$filter=contains(displayName,'x')")).status).toBe(400);
    expect((await graph("GET", `v1.0/applications(appId='${clientId}')`)).body).toMatchObject({
      appId: clientId,
    });
    expect((await graph("GET", "v1.0/applications/none")).status).toBe(404);
    expect((await graph("GET", "v1.0/nothing")).status).toBe(400);
  });

  test("no answer shows a password, a code or a client secret", async () => {
    const practice = await start("client-secret-needed", (tenant) => ({
      ...tenant,
      applications: tenant.applications.map((app) => ({ ...app, isFallbackPublicClient: true })),
    }));
    const graph = await graphClient(practice, ["Directory.Read.All", "User.Read"]);
    for (const path of ["applications", "servicePrincipals", "users", "me"]) {
      const answer = await graph("GET", `v1.0/${path}`);
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).not.toMatch(/Practice-Robin|practice-client-secret|123456/);
    }
  });
});
