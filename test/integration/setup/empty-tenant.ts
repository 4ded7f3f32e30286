/** An empty practice tenant to set a recipe up in, and what proves it. */
import { expect } from "vitest";
import { readSetupRequest, setUp } from "../../../main/core/setup/index.ts";
import type { PracticeTenant } from "../../../main/practice-tenant/index.ts";
import { type GraphClient, itemsOf } from "../practice-tenant/graph-client.ts";
import { authorizeUrl, need, passwordForm, postToken, signIn, start } from "../practice-tenant/support.ts";
import { filled } from "./follow-script.ts";

/** Nobody of the practice tenant: the account that no policy may shut out. */
export const breakGlass = "1a7c4e00-0000-4000-8000-000000000e02";
export const policies = "/v1.0/identity/conditionalAccess/policies";

/** A tenant in which nobody has set anything up: people, and the tool that the identity team works with. */
export function emptyTenant(): Promise<PracticeTenant> {
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

/** What the identity team's tool may do. */
export const permissions = [
  "Organization.Read.All",
  "Application.ReadWrite.All",
  "DelegatedPermissionGrant.ReadWrite.All",
  "Policy.Read.All",
  "Policy.ReadWrite.ConditionalAccess",
  "Policy.ReadWrite.ApplicationConfiguration",
  "CustomSecAttributeDefinition.ReadWrite.All",
  "CustomSecAttributeAssignment.ReadWrite.All",
];

/** The plan of a recipe for the empty tenant. */
export function planFor(recipe: string, additions: readonly string[] = []) {
  const request = need(
    readSetupRequest({ tenant: "contoso.example", recipe, additions, name: null, breakGlass, policies: [] }),
  );
  return need(setUp(request));
}

/** What a person does by hand: switches the policy on, and in the tenant's settings lets the placeholder stand for basic scopes. */
export async function byHand(
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
export async function proof(
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

/** States of all policies. */
export async function statesOfPolicies(graph: GraphClient) {
  return itemsOf(await graph("GET", policies)).map(({ state }) => state);
}

/** Everything that a set-up makes and undo removes; attributes stay, and so does the tenant's setting for basic scopes. */
export async function everything(graph: GraphClient) {
  const lists = [
    "/v1.0/applications",
    "/v1.0/servicePrincipals",
    "/v1.0/oauth2PermissionGrants",
    "/v1.0/policies/homeRealmDiscoveryPolicies",
    policies,
  ];
  return Promise.all(lists.map(async (list) => itemsOf(await graph("GET", list))));
}
