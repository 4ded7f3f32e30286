import { describe, expect, test } from "vitest";
import { graphClient, itemsOf } from "./graph-client.ts";
import { passwordForm, postToken, start } from "./support.ts";

const policies = "v1.0/identity/conditionalAccess/policies";

describe("changes reach the next sign-in", () => {
  test("a policy that is created, set to report-only and deleted", async () => {
    const practice = await start("no-mfa");
    const graph = await graphClient(practice, ["Policy.ReadWrite.ConditionalAccess"]);
    const check = async () =>
      (await postToken(practice, passwordForm(practice))).body["error_codes"] ?? "tokens";
    const created = await graph("POST", policies, {
      displayName: "CA100 MFA",
      state: "enabled",
      conditions: {
        users: { includeUsers: ["All"] },
        applications: { includeApplications: ["All"] },
        clientAppTypes: ["all"],
      },
      grantControls: { operator: "OR", builtInControls: ["mfa"] },
    });
    expect(created.status).toBe(201);
    expect(await check()).toEqual([50079]);
    const { id } = created.body;
    expect(
      (await graph("PATCH", `${policies}/${id}`, { state: "enabledForReportingButNotEnforced" })).status,
    ).toBe(204);
    expect(await check()).toBe("tokens");
    await graph("PATCH", `${policies}/${id}`, { state: "enabled" });
    await graph("PATCH", `${policies}/${id}`, {
      conditions: {
        applications: {
          includeApplications: ["All"],
          excludeApplications: [practice.description.apiClientId],
        },
      },
    });
    const patched = await graph("GET", `${policies}/${id}`);
    expect(patched.body).toMatchObject({ conditions: { users: { includeUsers: ["All"] } } });
    expect(await check()).toEqual([50079]);
    expect((await graph("DELETE", `${policies}/${id}`)).status).toBe(204);
    expect(await check()).toBe("tokens");
  });

  test("the set-up of Jamf's guide, step by step, gives a client that signs in", async () => {
    const practice = await start("no-mfa");
    const graph = await graphClient(practice, [
      "Application.ReadWrite.All",
      "DelegatedPermissionGrant.ReadWrite.All",
      "CustomSecAttributeDefinition.ReadWrite.All",
      "CustomSecAttributeAssignment.ReadWrite.All",
      "Policy.ReadWrite.ApplicationConfiguration",
      "AppRoleAssignment.ReadWrite.All",
    ]);
    const scopeId = "0f0f0f0f-1111-4222-8333-444455550001";
    const api = await graph("POST", "v1.0/applications", {
      displayName: "API",
      signInAudience: "AzureADMyOrg",
      api: {
        requestedAccessTokenVersion: 2,
        oauth2PermissionScopes: [{ id: scopeId, value: "jamfconnect", type: "Admin", isEnabled: true }],
      },
    });
    expect(api.status).toBe(201);
    const uri = `api://${api.body["appId"]}`;
    expect(
      (await graph("PATCH", `v1.0/applications/${api.body["id"]}`, { identifierUris: [uri] })).status,
    ).toBe(204);
    const roleId = "0f0f0f0f-1111-4222-8333-444455550002";
    const client = await graph("POST", "v1.0/applications", {
      displayName: "Client",
      isFallbackPublicClient: true,
      publicClient: { redirectUris: ["https://127.0.0.1/jamfconnect"] },
      appRoles: [
        { id: roleId, value: "Admin", displayName: "Admin", allowedMemberTypes: ["User"], isEnabled: true },
      ],
      requiredResourceAccess: [
        { resourceAppId: api.body["appId"], resourceAccess: [{ id: scopeId, type: "Scope" }] },
      ],
    });
    const form = passwordForm(practice, {
      client_id: String(client.body["appId"]),
      scope: `${uri}/jamfconnect openid`,
    });
    // Graph makes no service principal by itself, so the API cannot be reached yet.
    expect(
      (await postToken(practice, { ...form, client_id: practice.description.clientId })).body["error_codes"],
    ).toEqual([500011]);
    const apiPrincipal = await graph("POST", "v1.0/servicePrincipals", { appId: api.body["appId"] });
    const principal = await graph("POST", "v1.0/servicePrincipals", { appId: client.body["appId"] });
    expect([apiPrincipal.status, principal.status]).toEqual([201, 201]);
    expect((await graph("POST", "v1.0/servicePrincipals", { appId: client.body["appId"] })).status).toBe(409);
    expect((await postToken(practice, form)).body["error_codes"]).toEqual([65001]);
    const consent = {
      clientId: principal.body["id"],
      consentType: "AllPrincipals",
      resourceId: apiPrincipal.body["id"],
      scope: "jamfconnect",
    };
    expect((await graph("POST", "v1.0/oauth2PermissionGrants", consent)).status).toBe(201);
    expect((await postToken(practice, form)).status).toBe(200);
    const me = await graph("GET", "v1.0/users?$top=1");
    expect(me.status).toBe(403);
    await graph("PATCH", `v1.0/servicePrincipals/${principal.body["id"]}`, {
      appRoleAssignmentRequired: true,
    });
    expect((await postToken(practice, form)).body["error_codes"]).toEqual([50105]);
    const assignment = {
      principalId: "1a7c4e00-0000-4000-8000-000000000901",
      resourceId: principal.body["id"],
      appRoleId: roleId,
    };
    expect(
      (await graph("POST", `v1.0/servicePrincipals/${principal.body["id"]}/appRoleAssignedTo`, assignment))
        .status,
    ).toBe(201);
    expect((await postToken(practice, form)).status).toBe(200);
    expect((await graph("POST", "v1.0/directory/attributeSets", { id: "JamfConnect" })).status).toBe(201);
    expect((await graph("POST", "v1.0/directory/attributeSets", { id: "JamfConnect" })).status).toBe(409);
    const definition = {
      attributeSet: "JamfConnect",
      name: "isExemptMFA",
      type: "String",
      status: "Available",
    };
    expect(
      (await graph("POST", "v1.0/directory/customSecurityAttributeDefinitions", definition)).body,
    ).toMatchObject({ id: "JamfConnect_isExemptMFA" });
    const attributes = {
      JamfConnect: {
        "@odata.type": "#Microsoft.DirectoryServices.CustomSecurityAttributeValue",
        isExemptMFA: "Exempt",
      },
    };
    await graph("PATCH", `v1.0/servicePrincipals/${apiPrincipal.body["id"]}`, {
      customSecurityAttributes: attributes,
    });
    expect((await graph("GET", `v1.0/servicePrincipals/${apiPrincipal.body["id"]}`)).body).toMatchObject({
      customSecurityAttributes: { JamfConnect: { isExemptMFA: "Exempt" } },
    });
  });

  test("a home realm discovery policy lets a federated user's password be checked", async () => {
    const practice = await start("federated-hash-sync", (tenant) => ({
      ...tenant,
      homeRealmDiscoveryPolicies: [],
      users: tenant.users.map((user, index) =>
        index === 0 ? user : { ...user, authentication: "managed" as const },
      ),
    }));
    expect((await postToken(practice, passwordForm(practice))).body["error_codes"]).toEqual([50126]);
    const graph = await graphClient(
      practice,
      ["Policy.ReadWrite.ApplicationConfiguration", "Application.Read.All"],
      1,
    );
    const created = await graph("POST", "v1.0/policies/homeRealmDiscoveryPolicies", {
      displayName: "Jamf Connect ROPG",
      definition: ['{"HomeRealmDiscoveryPolicy":{"AllowCloudPasswordValidation":true}}'],
      isOrganizationDefault: false,
    });
    expect(created.status).toBe(201);
    const filter = `$filter=appId eq '${practice.description.clientId}'`;
    const [principal] = itemsOf(await graph("GET", `v1.0/servicePrincipals?${filter}`));
    const path = `v1.0/servicePrincipals/${principal?.["id"]}/homeRealmDiscoveryPolicies`;
    const reference = `https://graph.microsoft.com/v1.0/policies/homeRealmDiscoveryPolicies/${created.body["id"]}`;
    expect((await graph("POST", `${path}/$ref`, { "@odata.id": reference })).status).toBe(204);
    expect(itemsOf(await graph("GET", path))).toHaveLength(1);
    expect((await postToken(practice, passwordForm(practice))).status).toBe(200);
  });
});
