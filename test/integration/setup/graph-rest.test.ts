/** The printed requests against the practice tenant: from an empty tenant to a proven recipe, again, and back. */
import { describe, expect, test } from "vitest";
import { graphRestScript, readSetupRequest, setUp } from "../../../main/core/setup/index.ts";
import type { PracticeTenant } from "../../../main/practice-tenant/index.ts";
import { type GraphClient, graphClient, itemsOf } from "../practice-tenant/graph-client.ts";
import { authorizeUrl, need, passwordForm, postToken, signIn, start } from "../practice-tenant/support.ts";
import { filled, followScript } from "./follow-script.ts";

const breakGlass = "1a7c4e00-0000-4000-8000-000000000e02";
const policies = "/v1.0/identity/conditionalAccess/policies";

/** A tenant in which nobody has set anything up: people, and the tool that the identity team works with. */
function emptyTenant(): Promise<PracticeTenant> {
  const tool = "0f0f0f0f-1111-4222-8333-44445555cccc";
  return start("all-cloud-apps-mfa", (tenant) => {
    const [client] = tenant.applications;
    if (client === undefined) throw new Error("The scenario has no app.");
    return {
      ...tenant,
      users: tenant.users.map((user) => ({ ...user, appRoles: [] })),
      applications: [
        {
          ...client,
          appId: tool,
          displayName: "Identity team's tool",
          requiredResourceAccess: [],
          appRoles: [],
          grants: [
            {
              resourceAppId: "00000003-0000-0000-c000-000000000000",
              scope: permissions.join(" "),
              consentType: "AllPrincipals" as const,
            },
          ],
        },
      ],
      conditionalAccessPolicies: [],
      practice: {
        ...tenant.practice,
        loginClient: tool,
        loginApi: null,
        checkApi: null,
        unknownApps: "refuse",
      },
    };
  });
}

const permissions = [
  "Application.ReadWrite.All",
  "DelegatedPermissionGrant.ReadWrite.All",
  "Policy.Read.All",
  "Policy.ReadWrite.ConditionalAccess",
  "Policy.ReadWrite.ApplicationConfiguration",
  "CustomSecAttributeDefinition.ReadWrite.All",
  "CustomSecAttributeAssignment.ReadWrite.All",
];

function planFor(recipe: string, additions: readonly string[] = []) {
  const request = need(
    readSetupRequest({ tenant: "contoso.example", recipe, additions, name: null, breakGlass, policies: [] }),
  );
  return need(setUp(request));
}

/** What a person does by hand: switches the policy on, and in the tenant's settings lets the placeholder stand for basic scopes. */
async function byHand(
  graph: GraphClient,
  plan: ReturnType<typeof planFor>,
  saved: ReadonlyMap<string, string>,
) {
  for (const { press } of plan.steps) {
    if (press === null) continue;
    const { method, url, body } = filled(press, saved);
    expect((await graph(method, url, body)).status).toBeLessThan(300);
  }
}

/** What the two sign-ins of a profile with the printed ids meet. */
async function proof(
  practice: PracticeTenant,
  plan: ReturnType<typeof planFor>,
  saved: ReadonlyMap<string, string>,
) {
  const { clientId, loginScopes, checkScopes } = filled(plan.prints, saved);
  if (clientId === null || loginScopes === null || checkScopes === null)
    throw new Error("Nothing was printed.");
  const scope = (plus: string) => plus.replaceAll("+", " ");
  const check = await postToken(
    practice,
    passwordForm(practice, { client_id: clientId, scope: scope(checkScopes) }),
  );
  const login = await signIn(
    practice,
    authorizeUrl(practice, { client_id: clientId, scope: scope(loginScopes) }),
  );
  return {
    check: check.body["error_codes"] ?? "tokens",
    login: { askedForCode: login.askedForCode, code: /[?&#]code=/.test(login.location ?? "") },
  };
}

const aim = { check: "tokens", login: { askedForCode: true, code: true } };

describe.each([
  ["simple", [], { check: [50076], login: { askedForCode: true, code: true } }],
  ["api-excluded", [], aim],
  ["api-excluded", ["security-attribute"], aim],
  ["two-apis", [], aim],
  ["two-apis", ["hash-sync-policy", "security-attribute"], aim],
  ["placeholder", [], aim],
] as const)("%s with %j", (recipe, additions, expected) => {
  test("from an empty tenant to the proof, a second time without a change, and back", async () => {
    const practice = await emptyTenant();
    const graph = await graphClient(practice, permissions);
    const before = await everything(graph);
    const plan = planFor(recipe, additions);
    const script = JSON.parse(JSON.stringify(graphRestScript(plan, false)));
    const first = await followScript(graph, script);
    expect(await statesOfPolicies(graph)).toEqual(["enabledForReportingButNotEnforced"]);
    await byHand(graph, plan, first.saved);
    expect(await proof(practice, plan, first.saved)).toEqual(expected);

    const second = await followScript(graph, script);
    expect(second.sent).toEqual([]);
    expect([...second.saved]).toEqual([...first.saved]);
    expect(await statesOfPolicies(graph)).toEqual(["enabled"]);

    await followScript(graph, JSON.parse(JSON.stringify(graphRestScript(plan, true))));
    expect(await everything(graph)).toEqual(before);
  });
});

test("what somebody changed by hand is put right, and nothing else is sent", async () => {
  const practice = await emptyTenant();
  const graph = await graphClient(practice, permissions);
  const plan = planFor("two-apis");
  const script = JSON.parse(JSON.stringify(graphRestScript(plan, false)));
  const { saved } = await followScript(graph, script);
  const app = `/v1.0/applications/${saved.get("checkApiObjectId")}`;
  await graph("PATCH", app, { publicClient: { redirectUris: ["http://localhost"] } });
  await graph("PATCH", `${policies}/${saved.get("policyId")}`, {
    state: "enabled",
    conditions: { applications: { includeApplications: ["All"], excludeApplications: [] } },
  });
  const again = await followScript(graph, script);
  expect(again.sent).toEqual([`PATCH ${app}`, `PATCH ${policies}/${saved.get("policyId")}`]);
  expect(await statesOfPolicies(graph)).toEqual(["enabled"]);
  expect(await proof(practice, plan, saved)).toEqual(aim);
});

test("an app and a policy of the same name that were there before are neither changed nor removed", async () => {
  const practice = await emptyTenant();
  const graph = await graphClient(practice, permissions);
  await graph("POST", "/v1.0/applications", {
    displayName: "Jamf Connect login client",
    signInAudience: "AzureADMyOrg",
  });
  await graph("POST", policies, {
    displayName: "Jamf Connect MFA",
    state: "disabled",
    conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
  });
  const before = await everything(graph);
  const plan = planFor("api-excluded");
  await followScript(graph, JSON.parse(JSON.stringify(graphRestScript(plan, false))));
  await followScript(graph, JSON.parse(JSON.stringify(graphRestScript(plan, true))));
  expect(await everything(graph)).toEqual(before);
});

async function statesOfPolicies(graph: GraphClient) {
  return itemsOf(await graph("GET", policies)).map(({ state }) => state);
}

/** Everything that a set-up makes and undo removes; attributes stay, and so does the tenant's setting for basic scopes. */
async function everything(graph: GraphClient) {
  const lists = [
    "/v1.0/applications",
    "/v1.0/servicePrincipals",
    "/v1.0/oauth2PermissionGrants",
    "/v1.0/policies/homeRealmDiscoveryPolicies",
    policies,
  ];
  return Promise.all(lists.map(async (list) => itemsOf(await graph("GET", list))));
}
