import { describe, expect, test } from "vitest";
import { graphClient, itemsOf } from "./graph-client.ts";
import { start } from "./support.ts";

const DIRECTORY = "00000002-0000-0000-c000-000000000000";
const PATH = "v1.0/identity/conditionalAccess/evaluate";

function question(application: string, conditions: object): object {
  return {
    signInIdentity: {
      "@odata.type": "#microsoft.graph.userSignIn",
      userId: "1a7c4e00-0000-4000-8000-000000000e01",
    },
    signInContext: {
      "@odata.type": "#microsoft.graph.applicationContext",
      includeApplications: [application],
    },
    signInConditions: conditions,
    appliedPoliciesOnly: false,
  };
}

describe("What-If", () => {
  test("says for a resource whether each policy applies, and why not", async () => {
    // Whoever asks is not in the policy: a practice tenant asks its own tools for MFA too.
    const practice = await start("api-excluded", (tenant) => ({
      ...tenant,
      conditionalAccessPolicies: tenant.conditionalAccessPolicies.map((policy) => ({
        ...policy,
        conditions: {
          ...policy.conditions,
          users: { includeUsers: ["All"], excludeUsers: ["1a7c4e00-0000-4000-8000-000000000e02"] },
        },
      })),
    }));
    const graph = await graphClient(practice, ["Policy.Read.All"], 1);
    const mac = { devicePlatform: "macOS", clientAppType: "mobileAppsAndDesktopClients" };
    const reached = itemsOf(await graph("POST", PATH, question(DIRECTORY, mac)));
    expect(reached).toMatchObject([
      { displayName: "CA001 Require MFA for all users", policyApplies: true, analysisReasons: "notSet" },
    ]);
    const excluded = itemsOf(
      await graph("POST", PATH, question(practice.description.apiClientId ?? "", mac)),
    );
    expect(excluded).toMatchObject([{ policyApplies: false, analysisReasons: "application" }]);
  });

  test("a location that is not given is notEnoughInformation", async () => {
    const practice = await start("blocked-location", (tenant) => ({
      ...tenant,
      network: { ...tenant.network, ipAddress: "198.51.100.7" },
    }));
    const graph = await graphClient(practice, ["Policy.Read.All"]);
    const evaluate = async (conditions: object) =>
      itemsOf(await graph("POST", PATH, question(DIRECTORY, conditions)));
    expect(await evaluate({})).toMatchObject([
      { policyApplies: false, analysisReasons: "notEnoughInformation" },
    ]);
    expect(await evaluate({ ipAddress: "203.0.113.10", country: "US" })).toMatchObject([
      { policyApplies: true },
    ]);
    expect(await evaluate({ ipAddress: "198.51.100.9", country: "US" })).toMatchObject([
      { policyApplies: false, analysisReasons: "location" },
    ]);
  });

  test("wants to know who and what", async () => {
    const graph = await graphClient(await start("no-mfa"), ["Policy.Read.All"]);
    expect((await graph("POST", PATH, {})).status).toBe(400);
    expect((await graph("POST", PATH, { ...question(DIRECTORY, {}), signInContext: {} })).status).toBe(400);
    const nobody = { ...question(DIRECTORY, {}), signInIdentity: { userId: "nobody" } };
    expect((await graph("POST", PATH, nobody)).status).toBe(404);
  });
});
