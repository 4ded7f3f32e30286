/** The printed requests against the practice tenant: from an empty tenant to a proven recipe, again, and back. */
import { describe, expect, test } from "vitest";
import { graphRestScript } from "../../../main/core/setup/index.ts";
import { graphClient } from "../practice-tenant/graph-client.ts";
import {
  byHand,
  emptyTenant,
  everything,
  permissions,
  planFor,
  policies,
  proof,
  statesOfPolicies,
} from "./empty-tenant.ts";
import { followScript } from "./follow-script.ts";

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
