import { describe, expect, test } from "vitest";
import { graphClient, itemsOf } from "./graph-client.ts";
import { start } from "./support.ts";

const MARK = "latchkey-setup";
const marked = `$filter=tags/any(t:t eq '${MARK}')`;
const apps = "v1.0/applications";
const principals = "v1.0/servicePrincipals";
const homeRealm = "v1.0/policies/homeRealmDiscoveryPolicies";
const settings = "identity/conditionalAccess/settings";
const WINDOWS_AZURE_AD = "00000002-0000-0000-c000-000000000000";

async function administrator() {
  const practice = await start("no-mfa");
  return graphClient(practice, [
    "Application.ReadWrite.All",
    "DelegatedPermissionGrant.ReadWrite.All",
    "CustomSecAttributeDefinition.ReadWrite.All",
    "Policy.Read.All",
    "Policy.ReadWrite.ApplicationConfiguration",
    "Policy.ReadWrite.ConditionalAccess",
  ]);
}

describe("what a set-up script leaves in the practice tenant", () => {
  test("application and service principal keep notes and tags, and can be found by a tag", async () => {
    const graph = await administrator();
    const app = await graph("POST", apps, { displayName: "O'Hara", notes: "made by a script", tags: [MARK] });
    const { id, appId } = app.body;
    expect(app.body).toMatchObject({ notes: "made by a script", tags: [MARK] });
    await graph("POST", principals, { appId, tags: [MARK, "Hide"], notes: "n" });
    const found = itemsOf(await graph("GET", `${apps}?${marked}`));
    expect(found.map((each) => each["id"])).toEqual([id]);
    const byName = itemsOf(
      await graph("GET", `${apps}?$filter=displayName eq 'O''Hara' and notes eq 'made by a script'`),
    );
    expect(byName).toHaveLength(1);
    expect(itemsOf(await graph("GET", `${principals}?${marked}`))).toMatchObject([
      { appId, notes: "n", tags: [MARK, "Hide"] },
    ]);
    expect((await graph("PATCH", `${apps}/${id}`, { tags: [] })).status).toBe(204);
    expect(itemsOf(await graph("GET", `${apps}?${marked}`))).toEqual([]);
  });

  test("a service principal that is deleted takes its grants along, and the app stays", async () => {
    const graph = await administrator();
    const app = await graph("POST", apps, { displayName: "Client" });
    const { appId, id } = app.body;
    const principal = await graph("POST", principals, { appId });
    const microsoft = itemsOf(
      await graph("GET", `${principals}?$filter=displayName eq 'Microsoft Graph'`),
    )[0];
    const grant = {
      clientId: principal.body["id"],
      consentType: "AllPrincipals",
      resourceId: microsoft?.["id"],
      scope: "openid",
    };
    expect((await graph("POST", "v1.0/oauth2PermissionGrants", grant)).status).toBe(201);
    expect((await graph("DELETE", `${principals}/${principal.body["id"]}`)).status).toBe(204);
    expect(itemsOf(await graph("GET", `${principals}?$filter=appId eq '${appId}'`))).toEqual([]);
    expect((await graph("GET", `${apps}/${id}`)).status).toBe(200);
    const again = await graph("POST", principals, { appId });
    const grants = `v1.0/oauth2PermissionGrants?$filter=clientId eq '${again.body["id"]}'`;
    expect(itemsOf(await graph("GET", grants))).toEqual([]);
    expect((await graph("DELETE", `${principals}/${microsoft?.["id"]}`)).status).toBe(400);
  });

  test("a home realm policy is described, changed, linked and unlinked", async () => {
    const graph = await administrator();
    const definition = ['{"HomeRealmDiscoveryPolicy":{"AllowCloudPasswordValidation":true}}'];
    const made = await graph("POST", homeRealm, { displayName: "H", description: MARK, definition });
    const { id } = made.body;
    expect(made.body).toMatchObject({ description: MARK });
    expect((await graph("PATCH", `${homeRealm}/${id}`, { definition: ["{}"] })).status).toBe(204);
    expect((await graph("GET", `${homeRealm}/${id}`)).body).toMatchObject({
      definition: ["{}"],
      description: MARK,
    });
    const app = await graph("POST", apps, { displayName: "Client" });
    const principal = await graph("POST", principals, { appId: app.body["appId"] });
    const links = `${principals}/${principal.body["id"]}/homeRealmDiscoveryPolicies`;
    await graph("POST", `${links}/$ref`, { "@odata.id": `https://graph.microsoft.com/${homeRealm}/${id}` });
    expect(itemsOf(await graph("GET", links))).toHaveLength(1);
    expect((await graph("DELETE", `${links}/${id}/$ref`)).status).toBe(204);
    expect(itemsOf(await graph("GET", links))).toEqual([]);
    expect((await graph("DELETE", `${links}/${id}/$ref`)).status).toBe(404);
  });

  test("attribute sets and definitions are described and changed; what they are is not", async () => {
    const graph = await administrator();
    const sets = "v1.0/directory/attributeSets";
    const definitions = "v1.0/directory/customSecurityAttributeDefinitions";
    await graph("POST", sets, { id: "JamfConnect", description: MARK });
    await graph("POST", definitions, {
      attributeSet: "JamfConnect",
      name: "isExemptMFA",
      status: "Available",
    });
    const definition = `${definitions}/JamfConnect_isExemptMFA`;
    expect((await graph("PATCH", definition, { status: "Deprecated", name: "other" })).status).toBe(204);
    expect((await graph("GET", definition)).body).toMatchObject({
      name: "isExemptMFA",
      status: "Deprecated",
    });
    await graph("PATCH", `${sets}/JamfConnect`, { description: "changed" });
    expect((await graph("GET", `${sets}/JamfConnect`)).body).toMatchObject({ description: "changed" });
    expect((await graph("DELETE", `${sets}/JamfConnect`)).status).toBe(405);
  });

  test("the baseline setting takes an app of the tenant, in beta only", async () => {
    const graph = await administrator();
    const app = await graph("POST", apps, { displayName: "Placeholder" });
    const set = (resourceAppId: unknown) =>
      graph("PATCH", `beta/${settings}`, { advancedSettings: { baselineScopes: { resourceAppId } } });
    const now = async () => (await graph("GET", `beta/${settings}`)).body;
    const is = (resourceAppId: unknown) => ({ advancedSettings: { baselineScopes: { resourceAppId } } });
    expect(await now()).toMatchObject(is(WINDOWS_AZURE_AD));
    expect((await set(app.body["appId"])).status).toBe(204);
    expect(await now()).toMatchObject(is(app.body["appId"]));
    expect((await set("0f0f0f0f-9999-4999-8999-999999999999")).status).toBe(400);
    expect((await set("nonsense")).status).toBe(400);
    expect((await set(WINDOWS_AZURE_AD)).status).toBe(204);
    expect(await now()).toMatchObject(is(WINDOWS_AZURE_AD));
    expect((await graph("PATCH", `v1.0/${settings}`, is(WINDOWS_AZURE_AD))).status).toBe(400);
  });
});
