import { describe, expect, test } from "vitest";
import { type WalkPorts, walkSetUp, walkUndo } from "../../../../main/app/setup/walk.ts";
import { readSetupRequest, type SetupPlan, setUp } from "../../../../main/core/setup/index.ts";
import type { AdministratorAnswer } from "../../../../main/practice-tenant/index.ts";
import type { GraphRequest, SetUpWalk } from "../../../../preload/contract.ts";

function planOf(recipe: string): SetupPlan {
  const request = readSetupRequest({
    tenant: "contoso.com",
    recipe,
    additions: [],
    name: null,
    breakGlass: null,
    policies: [],
  });
  const plan = request.ok ? setUp(request.value) : request;
  if (!plan.ok) throw new Error(plan.problem.title);
  return plan.value;
}

const plan = planOf("simple");
const created = { status: 201, body: { id: "object", appId: "app" } };
const none = { status: 200, body: { value: [] } };

/** Walks with these answers; whatever is not named is made without trouble. */
async function walk(
  answer: (request: GraphRequest, abort: () => void) => AdministratorAnswer | null,
  how: (plan: SetupPlan, ports: WalkPorts) => Promise<SetUpWalk> = walkSetUp,
  walked = plan,
) {
  const controller = new AbortController();
  const sent: GraphRequest[] = [];
  const told: SetUpWalk[] = [];
  const end = await how(walked, {
    ask: async (request) => {
      sent.push(request);
      const given = answer(request, () => controller.abort());
      return given ?? (request.method === "GET" ? none : created);
    },
    tell: (next) => told.push(next),
    pause: async () => undefined,
    signal: controller.signal,
  });
  return { end, sent, told };
}

describe("a walk", () => {
  test("makes what is missing, hands ids on, and sends no state of a policy but at its making", async () => {
    const { end, sent } = await walk(() => null);
    expect(end).toMatchObject({ isRunning: false, problem: null });
    expect(JSON.stringify(sent)).not.toContain("{client");
    const states = sent.filter(({ body }) => JSON.stringify(body ?? {}).includes('"state"'));
    expect(states.map(({ method }) => method)).toEqual(["POST"]);
    expect(states[0]?.body?.["state"]).toBe("enabledForReportingButNotEnforced");
    expect(end.steps.at(-1)).toMatchObject({ id: "switch-on", status: "by-hand" });
  });

  test("leaves to a person only policies that are in the way", async () => {
    const policy = (excludeApplications: readonly string[]) => ({
      id: "p",
      displayName: "MFA for all",
      state: "enabled",
      conditions: { applications: { includeApplications: ["All"], excludeApplications } },
      grantControls: { builtInControls: ["mfa"] },
    });
    const statusWith = async (value: readonly unknown[]) => {
      const { end } = await walk(
        ({ method, url }) =>
          method === "GET" && url.endsWith("/policies") ? { status: 200, body: { value } } : null,
        walkSetUp,
        planOf("two-apis"),
      );
      return end.steps.find(({ id }) => id === "other-policies")?.status;
    };
    expect(await statusWith([])).toBe("not-needed");
    expect(await statusWith([policy(["app"])])).toBe("found");
    expect(await statusWith([policy([])])).toBe("by-hand");
  });

  test.each([
    [403, "set-up-refused"],
    [429, "set-up-busy"],
    [500, "set-up-failed"],
  ])("stops at %s, at that step, and sends nothing after it", async (status, code) => {
    const body = { error: { code: "x", message: "Insufficient privileges." } };
    const { end, sent } = await walk(({ method, url }) =>
      method === "POST" && url.endsWith("/servicePrincipals") ? { status, body } : null,
    );
    expect(end.problem).toMatchObject({ code, detail: expect.stringContaining("Insufficient privileges.") });
    expect(end.steps.find(({ status: state }) => state === "stopped")?.id).toBe("client-app-principal");
    expect(sent.at(-1)?.method).toBe("POST");
    expect(end.steps.at(-1)?.status).toBe("waiting");
  });

  test("stops where a name is there twice", async () => {
    const { end, sent } = await walk(({ url }) =>
      url.includes("login%20client") ? { status: 200, body: { value: [{ id: "1" }, { id: "2" }] } } : null,
    );
    expect(end.problem?.code).toBe("set-up-found-twice");
    expect(sent).toHaveLength(1);
  });

  test("ends after the request that is on its way when somebody stops it", async () => {
    const { end, sent } = await walk((_request, abort) => {
      abort();
      return null;
    });
    expect(end.problem?.code).toBe("set-up-stopped");
    expect(sent).toHaveLength(1);
  });
});

test("the way back removes what was found by its mark, and looks for nothing else", async () => {
  const { end, sent } = await walk(
    ({ url }) => (url.includes("login%20client") ? { status: 200, body: { value: [{ id: "made" }] } } : null),
    walkUndo,
  );
  expect(sent.filter(({ method }) => method === "DELETE").map(({ url }) => url)).toEqual([
    "/v1.0/applications/made",
  ]);
  expect(sent.filter(({ method }) => method === "GET").every(({ url }) => /tags|description/.test(url))).toBe(
    true,
  );
  expect(end.left.length).toBeGreaterThan(0);
});
