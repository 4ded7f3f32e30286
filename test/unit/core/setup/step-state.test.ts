import { describe, expect, test } from "vitest";
import {
  type GraphObject,
  lookUpIn,
  planState,
  readSetupRequest,
  type SetupPlan,
  setUp,
  setupNote,
  setupTag,
} from "../../../../main/core/setup/index.ts";

const client = "aaaaaaaa-0000-4000-8000-0000000000c1";

function planOf(recipe: string, name: string | null = null): SetupPlan {
  const request = readSetupRequest({
    tenant: "contoso.com",
    recipe,
    additions: [],
    name,
    breakGlass: null,
    policies: [],
  });
  const plan = request.ok ? setUp(request.value) : request;
  if (!plan.ok) throw new Error(plan.problem.title);
  return plan.value;
}

async function states(plan: SetupPlan, lists: Readonly<Record<string, readonly GraphObject[]>>) {
  const { steps } = await planState(plan, lookUpIn(new Map(Object.entries(lists))));
  return Object.fromEntries(steps.map(({ id, state }) => [id, state]));
}

const simple = planOf("simple");

/** The registration that the plan makes, as Graph shows it then. */
function made(plan: SetupPlan): GraphObject {
  const body = plan.steps.find(({ id }) => id === "client-app")?.create?.body ?? {};
  return { ...body, id: "object", appId: client };
}

describe("what was read", () => {
  test("nothing of it: no step is shown as done", async () => {
    expect(new Set(Object.values(await states(simple, {})))).toEqual(new Set(["cannot-tell"]));
  });

  test("empty lists: everything is to do", async () => {
    const lists = { applications: [], servicePrincipals: [], "identity/conditionalAccess/policies": [] };
    const seen = await states(simple, lists);
    expect(seen["client-app"]).toBe("to-do");
    expect(seen["client-app-principal"]).toBe("to-do");
    expect(seen["policy"]).toBe("to-do");
  });

  test("an app of the same name without the mark is not the one that is meant", async () => {
    const app = { ...made(simple), tags: [] };
    expect((await states(simple, { applications: [app] }))["client-app"]).toBe("to-do");
  });

  test("apps that were read without their tags tell nothing", async () => {
    const { tags: _, ...app } = made(simple) as GraphObject & { readonly tags: unknown };
    expect((await states(simple, { applications: [app] }))["client-app"]).toBe("cannot-tell");
  });

  test("the app as it should be is done, one that somebody changed by hand is to do", async () => {
    const app = made(simple);
    expect((await states(simple, { applications: [app] }))["client-app"]).toBe("done");
    const changed = { ...app, isFallbackPublicClient: false };
    expect((await states(simple, { applications: [changed] }))["client-app"]).toBe("to-do");
  });

  test("two of that name and mark: nobody can tell which one is meant", async () => {
    const app = made(simple);
    const seen = await states(simple, { applications: [app, { ...app, id: "other" }] });
    expect(seen["client-app"]).toBe("cannot-tell");
    expect(seen["client-app-principal"]).toBe("cannot-tell");
  });

  test("a name with quotes, blanks and a percent sign is found again", async () => {
    const plan = planOf("simple", "O'Neil & 100% ''Macs''");
    expect((await states(plan, { applications: [made(plan)] }))["client-app"]).toBe("done");
    expect((await states(plan, { applications: [made(simple)] }))["client-app"]).toBe("to-do");
  });
});

describe("the policy", () => {
  const body = simple.steps.find(({ id }) => id === "policy")?.create?.body ?? {};
  const policy = { ...body, id: "p1" };
  const seenWith = (...policies: readonly GraphObject[]) =>
    states(simple, { "identity/conditionalAccess/policies": policies });

  test("report-only is made and waits to be switched on; on, both are done", async () => {
    expect(await seenWith(policy)).toMatchObject({ policy: "done", "switch-on": "to-do" });
    expect(await seenWith({ ...policy, state: "enabled" })).toMatchObject({
      policy: "done",
      "switch-on": "done",
    });
  });

  test("one without the mark is somebody else's", async () => {
    expect(await seenWith({ ...policy, description: "Ours" })).toMatchObject({ policy: "to-do" });
  });
});

describe("other policies that demand MFA on all resources", () => {
  const plan = planOf("two-apis");
  const other = {
    id: "o1",
    displayName: "CA003",
    description: "Ours",
    state: "enabled",
    conditions: { applications: { includeApplications: ["All"], excludeApplications: [] } },
    grantControls: { builtInControls: ["mfa"] },
  };
  const seenWith = async (policy: GraphObject) =>
    (await states(plan, { "identity/conditionalAccess/policies": [policy] }))["other-policies"];

  test("one that leaves nothing out is to do, by name", async () => {
    const lists = new Map([["identity/conditionalAccess/policies", [other]]]);
    const { steps } = await planState(plan, lookUpIn(lists));
    expect(steps.find(({ id }) => id === "other-policies")).toMatchObject({
      state: "to-do",
      reason: "Open: CA003.",
    });
  });

  test.each([
    ["off", { ...other, state: "disabled" }],
    ["report-only", { ...other, state: "enabledForReportingButNotEnforced" }],
    ["for another app", { ...other, conditions: { applications: { includeApplications: ["x"] } } }],
    ["a block and no MFA", { ...other, grantControls: { builtInControls: ["block"] } }],
    ["made by a set-up", { ...other, description: setupNote }],
  ])("%s: nothing is to be done, and nothing was", async (_what, policy) => {
    expect(await seenWith(policy)).toBe("not-needed");
  });
});

describe("an attribute that lets the app pass", () => {
  const request = readSetupRequest({
    tenant: "contoso.com",
    recipe: "two-apis",
    additions: ["security-attribute"],
    name: null,
    breakGlass: null,
    policies: [],
  });
  const plan = request.ok ? setUp(request.value) : request;
  const app = "aaaaaaaa-0000-4000-8000-0000000000c2";
  const seenWith = async (shown: GraphObject) => {
    if (!plan.ok) throw new Error(plan.problem.title);
    const registration = plan.value.steps.find(({ id }) => id === "check-api")?.create?.body ?? {};
    const lists = new Map([
      ["applications", [{ ...registration, id: "object", appId: app }]],
      ["servicePrincipals", [{ id: "principal", appId: app, ...shown }]],
    ]);
    const { steps } = await planState(plan.value, lookUpIn(lists));
    return steps.find(({ id }) => id === "attribute-assignment");
  };

  test.each([
    ["null, as Graph shows it to who may not see it", { customSecurityAttributes: null }],
    ["left out of the answer", {}],
  ])("%s: nobody can tell, and why", async (_what, shown) => {
    expect(await seenWith(shown)).toMatchObject({
      state: "cannot-tell",
      reason: "Not returned: customSecurityAttributes.",
    });
  });

  test.each([
    ["none", {}, "to-do"],
    ["another set", { Other: { flag: "x" } }, "to-do"],
    ["the value", { JamfConnect: { isExemptMFA: "Exempt" } }, "done"],
  ])("%s: known", async (_what, customSecurityAttributes, state) => {
    expect(await seenWith({ customSecurityAttributes })).toMatchObject({ state });
  });
});

test("the mark is what the plan gives to everything that it makes", () => {
  expect(made(simple)["tags"]).toEqual([setupTag]);
});
