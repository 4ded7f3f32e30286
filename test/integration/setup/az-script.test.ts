/** The script for Azure CLI under bash, with a stand-in for `az` in front of the practice tenant. */
import { describe, expect, test } from "vitest";
import {
  readPrintedIds,
  readSetupRequest,
  type SetupPlan,
  setUp,
  setupScript,
} from "../../../main/core/setup/index.ts";
import { nastyNames } from "../../support/nasty-names.ts";
import { type GraphClient, graphClient, itemsOf } from "../practice-tenant/graph-client.ts";
import { need } from "../practice-tenant/support.ts";
import {
  breakGlass,
  byHand,
  emptyTenant,
  everything,
  permissions,
  planFor,
  policies,
  proof,
  statesOfPolicies,
} from "./empty-tenant.ts";
import { type AzCall, runAzScript } from "./stand-in-az.ts";

const applications = "/v1.0/applications";
const aim = { check: "tokens", login: { askedForCode: true, code: true } };

function scriptOf(plan: SetupPlan, undo = false): string {
  return need(setupScript(plan, "az", undo));
}

function named(name: string, recipe = "two-apis", tenant = "contoso.example"): SetupPlan {
  const additions = recipe === "simple" ? [] : ["hash-sync-policy"];
  const wishes = { tenant, recipe, additions, name, breakGlass, policies: [] };
  return need(setUp(need(readSetupRequest(wishes))));
}

/** What the printed lines say, in the form of what requests saved. */
function savedFrom(stdout: string): ReadonlyMap<string, string> {
  const ids = need(readPrintedIds(stdout));
  const api = (scopes: string) => /^api:\/\/([^/]+)/.exec(scopes)?.[1] ?? "";
  return new Map([
    ["clientAppId", ids.clientId],
    ["loginApiAppId", api(ids.loginScopes)],
    ["checkApiAppId", api(ids.checkScopes)],
  ]);
}

/** The ids that a person looks up who does the steps by hand. */
async function idsByHand(graph: GraphClient): Promise<ReadonlyMap<string, string>> {
  const [policy] = itemsOf(await graph("GET", policies));
  const apps = itemsOf(await graph("GET", applications));
  const placeholder = apps.find(({ displayName }) => displayName === "Jamf Connect placeholder");
  return new Map([
    ["policyId", String(policy?.["id"])],
    ["placeholderAppId", String(placeholder?.["appId"])],
  ]);
}

describe.each([
  ["simple", [], { ...aim, check: [50076] }],
  ["api-excluded", ["security-attribute"], aim],
  ["two-apis", ["hash-sync-policy"], aim],
  ["placeholder", [], aim],
] as const)("%s with %j", (recipe, additions, expected) => {
  test("from an empty tenant to the proof, a second time without a change, and back", async () => {
    const practice = await emptyTenant();
    const graph = await graphClient(practice, permissions);
    const before = await everything(graph);
    const plan = planFor(recipe, additions);
    const first = await runAzScript(scriptOf(plan), graph);
    expect(first.stderr).toBe("");
    expect(first.code).toBe(0);
    expect(await statesOfPolicies(graph)).toEqual(["enabledForReportingButNotEnforced"]);
    await byHand(graph, plan, await idsByHand(graph));
    expect(await proof(practice, plan, savedFrom(first.stdout))).toEqual(expected);

    const second = await runAzScript(scriptOf(plan), graph);
    expect(second.sent).toEqual([]);
    expect(need(readPrintedIds(second.stdout))).toEqual(need(readPrintedIds(first.stdout)));
    expect(await statesOfPolicies(graph)).toEqual(["enabled"]);

    const undo = await runAzScript(scriptOf(plan, true), graph);
    expect(undo.code).toBe(0);
    expect(await everything(graph)).toEqual(before);
  });
});

test("what somebody changed by hand is put right, and nothing else is sent", async () => {
  const graph = await graphClient(await emptyTenant(), permissions);
  const plan = planFor("two-apis");
  await runAzScript(scriptOf(plan), graph);
  const apps = itemsOf(await graph("GET", applications));
  const client = apps.find(({ displayName }) => displayName === "Jamf Connect login client");
  const [policy] = itemsOf(await graph("GET", policies));
  await graph("PATCH", `${applications}/${client?.["id"]}`, {
    publicClient: { redirectUris: ["http://localhost"] },
  });
  await graph("PATCH", `${policies}/${policy?.["id"]}`, {
    state: "enabled",
    conditions: { applications: { includeApplications: ["All"], excludeApplications: [] } },
  });
  const again = await runAzScript(scriptOf(plan), graph);
  expect(again.sent).toEqual([
    `PATCH ${applications}/${client?.["id"]}`,
    `PATCH ${policies}/${policy?.["id"]}`,
  ]);
  expect(await statesOfPolicies(graph)).toEqual(["enabled"]);
});

test("a policy that is there already leaves out the app as well, and keeps its state and what else it leaves out", async () => {
  const graph = await graphClient(await emptyTenant(), permissions);
  const applications = { includeApplications: ["All"], excludeApplications: ["Office365"] };
  const policy = await graph("POST", policies, {
    displayName: "CA001 `MFA` 'for' all",
    state: "enabled",
    conditions: { users: { includeUsers: ["All"] }, applications },
  });
  const { id, displayName } = policy.body;
  const excluded = async () => {
    const { state, conditions } = (await graph("GET", `${policies}/${id}`)).body;
    return { state, conditions };
  };
  const planned = (now: Record<string, unknown>) => {
    const existing = { id: String(id), displayName: String(displayName), applications: now };
    const wishes = {
      tenant: "contoso.example",
      recipe: "two-apis",
      additions: [],
      name: null,
      breakGlass: null,
    };
    return need(setUp(need(readSetupRequest({ ...wishes, policies: [existing] }))));
  };
  const first = await runAzScript(scriptOf(planned(applications)), graph);
  expect(first).toMatchObject({ code: 0, stderr: "" });
  const app = savedFrom(first.stdout).get("checkApiAppId");
  const both = { includeApplications: ["All"], excludeApplications: ["Office365", app] };
  expect(await excluded()).toMatchObject({ state: "enabled", conditions: { applications: both } });
  expect(await runAzScript(scriptOf(planned(applications)), graph)).toMatchObject({ code: 0, sent: [] });
  // A plan that was made from the policy as it is now names the app twice.
  expect(await runAzScript(scriptOf(planned(both)), graph)).toMatchObject({ code: 0, sent: [] });
});

describe("attack: a name that wants to be run", () => {
  test.each(nastyNames)("%j arrives as it is, and nothing else is run", async (name) => {
    const graph = await graphClient(await emptyTenant(), permissions);
    const plan = named(name, "simple");
    const run = await runAzScript(scriptOf(plan), graph);
    expect(run.stderr).toBe("");
    expect(run).toMatchObject({ code: 0, files: [] });
    expect(namesSent(run.calls)).toEqual(namesIn(plan));
    expect(itemsOf(await graph("GET", applications)).map(({ displayName }) => displayName)).toContain(
      `${name} login client`,
    );
  });

  test("all of them in one name: made, found again, and removed", async () => {
    const graph = await graphClient(await emptyTenant(), permissions);
    const plan = named(nastyNames.join(" ").slice(0, 195));
    const run = await runAzScript(scriptOf(plan), graph);
    expect(run).toMatchObject({ code: 0, stderr: "", files: [] });
    expect(namesSent(run.calls)).toEqual(namesIn(plan));
    expect(await runAzScript(scriptOf(plan), graph)).toMatchObject({ code: 0, sent: [], files: [] });
    const undo = await runAzScript(scriptOf(plan, true), graph);
    expect(undo).toMatchObject({ code: 0, files: [] });
    expect(undo.sent).toHaveLength(plan.undo.length);
  });
});

/** The display names in the bodies that `az` was given. */
function namesSent(calls: readonly AzCall[]): readonly unknown[] {
  const bodies = calls.flatMap((call) =>
    call.includes("--body") ? [call[call.indexOf("--body") + 1] ?? ""] : [],
  );
  return bodies.flatMap((body) => JSON.parse(body).displayName ?? []);
}

function namesIn(plan: SetupPlan): readonly unknown[] {
  return plan.steps.flatMap(({ create }) => create?.body?.["displayName"] ?? []);
}

describe("a script that has to stop", () => {
  test("before the answer nothing is sent, and any answer but yes ends it", async () => {
    const graph = await graphClient(await emptyTenant(), permissions);
    for (const answer of ["", "no\n", "y\n"]) {
      const run = await runAzScript(scriptOf(planFor("two-apis")), graph, answer);
      expect(run).toMatchObject({ code: 1, sent: [] });
      expect(run.stdout).toContain("Nothing was changed.");
    }
  });

  test("in another tenant it says so, and sends nothing", async () => {
    const graph = await graphClient(await emptyTenant(), permissions);
    const run = await runAzScript(scriptOf(named("Jamf Connect", "two-apis", "fabrikam.example")), graph);
    expect(run).toMatchObject({ code: 1, sent: [] });
    expect(run.stderr).toContain("signed in to another tenant");
  });

  test("an app of that name that no set-up made is named and left alone", async () => {
    const graph = await graphClient(await emptyTenant(), permissions);
    const other = await graph("POST", applications, { displayName: "Jamf Connect check API" });
    const before = await everything(graph);
    const plan = planFor("api-excluded");
    const run = await runAzScript(scriptOf(plan), graph);
    expect(run).toMatchObject({ code: 1, sent: [] });
    expect(run.stderr).toContain("Stopped at step 1");
    expect(run.stderr).toContain("Jamf Connect check API");
    expect(run.stderr).toContain(String(other.body["id"]));
    const undo = await runAzScript(scriptOf(plan, true), graph);
    expect(undo).toMatchObject({ code: 0, sent: [] });
    expect(undo.stdout).toContain(String(other.body["id"]));
    expect(await everything(graph)).toEqual(before);
  });

  test("two of a set-up with one name are told, not chosen from", async () => {
    const graph = await graphClient(await emptyTenant(), permissions);
    for (const _ of [1, 2])
      await graph("POST", applications, { displayName: "Jamf Connect check API", tags: ["latchkey-setup"] });
    const plan = planFor("api-excluded");
    for (const undo of [false, true]) {
      const run = await runAzScript(scriptOf(plan, undo), graph);
      expect(run.code).toBe(1);
      expect(run.sent).toEqual([]);
      expect(run.stderr).toContain("2 objects");
    }
  });

  test("consent that is refused half way ends it with the step and the role; the next run goes on", async () => {
    const practice = await emptyTenant();
    const graph = await graphClient(practice, permissions);
    const refusing: GraphClient = async (method, path, body) =>
      method === "POST" && path.startsWith("/v1.0/oauth2PermissionGrants")
        ? { status: 403, headers: new Headers(), body: { error: { code: "Authorization_RequestDenied" } } }
        : graph(method, path, body);
    const plan = planFor("api-excluded");
    const run = await runAzScript(scriptOf(plan), refusing);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("Authorization_RequestDenied");
    expect(run.stderr).toMatch(/Stopped at step \d+: Grant admin consent/);
    expect(run.stderr).toContain("What was made so far stays.");
    const again = await runAzScript(scriptOf(plan), graph);
    expect(again.code).toBe(0);
    expect(again.sent).not.toContain("POST /v1.0/applications");
  });

  test("without the licence for custom security attributes it says what to leave out", async () => {
    const graph = await graphClient(await emptyTenant(), permissions);
    const refusing: GraphClient = async (method, path, body) =>
      path.startsWith("/v1.0/directory/")
        ? { status: 403, headers: new Headers(), body: { error: { message: "Tenant is not licensed." } } }
        : graph(method, path, body);
    const run = await runAzScript(scriptOf(planFor("api-excluded", ["security-attribute"])), refusing);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("Tenant is not licensed.");
    expect(run.stderr).toContain("attribute set");
  });

  test("an answer that holds anything but an id goes nowhere", async () => {
    const graph = await graphClient(await emptyTenant(), permissions);
    const lying: GraphClient = async (method, path, body) => {
      const answer = await graph(method, path, body);
      return method === "POST"
        ? { ...answer, body: { ...answer.body, id: '$(touch x)"', appId: "a b" } }
        : answer;
    };
    const run = await runAzScript(scriptOf(planFor("api-excluded")), lying);
    expect(run).toMatchObject({ code: 1, files: [] });
    expect(run.sent).toHaveLength(1);
    expect(run.stderr).toContain("without an id");
  });
});
