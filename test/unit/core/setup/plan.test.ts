import { describe, expect, it } from "vitest";
import {
  graphRestScript,
  readSetupRequest,
  type SetupPlan,
  setUp,
} from "../../../../main/core/setup/index.ts";

const tenant = "0f0f0f0f-1111-4222-8333-444455556666";
const breakGlass = "0f0f0f0f-1111-4222-8333-44445555bbbb";
const recipes = ["simple", "api-excluded", "two-apis", "placeholder", "custom-scope-2023"];

function plan(recipe: string, more: Partial<Parameters<typeof readSetupRequest>[0]> = {}): SetupPlan {
  const request = readSetupRequest({
    tenant,
    recipe,
    additions: [],
    name: null,
    breakGlass,
    policies: [],
    ...more,
  });
  if (!request.ok) throw new Error(request.problem.code);
  const made = setUp(request.value);
  if (!made.ok) throw new Error(made.problem.code);
  return made.value;
}

describe("what a set-up is made of", () => {
  it.each(recipes)("%s uses nothing that no earlier step saved", (recipe) => {
    for (const additions of [[], ["hash-sync-policy"], recipe === "simple" ? [] : ["security-attribute"]]) {
      const { steps, prints, undo } = plan(recipe, { additions });
      const saved = new Set<string>();
      const used = (value: unknown) => [...JSON.stringify(value ?? "").matchAll(/\{([A-Za-z]+)\}/g)];
      const known = (value: unknown) => used(value).every(([, name]) => saved.has(name ?? ""));
      for (const { lookUp, create, update, press, saves } of steps) {
        expect([lookUp, create].every(known)).toBe(true);
        for (const name of Object.keys(saves)) saved.add(name);
        expect([update, press].every(known)).toBe(true);
      }
      expect(known(prints)).toBe(true);
      for (const { lookUp, saves, remove } of undo) {
        expect(used(lookUp)).toEqual([]);
        expect(used(remove).map(([, name]) => name)).toEqual(Object.keys(saves));
      }
    }
  });

  it.each(recipes)("%s sets the state of a policy only when it makes one, and never to on", (recipe) => {
    for (const { create, update } of plan(recipe).steps) {
      expect(JSON.stringify(update)).not.toContain('"state"');
      if (create?.url.endsWith("/policies")) {
        expect(create.body?.["state"]).toBe("enabledForReportingButNotEnforced");
        expect(JSON.stringify(create.body)).toContain(breakGlass);
      }
    }
  });

  it.each([
    ["api-excluded", "{checkApiAppId}"],
    ["two-apis", "{checkApiAppId}"],
    ["placeholder", "{placeholderAppId}"],
  ])("%s excludes its app from the policy", (recipe, app) => {
    const policy = plan(recipe).steps.find(({ id }) => id === "policy");
    expect(policy?.create?.body?.["conditions"]).toMatchObject({
      applications: { includeApplications: ["All"], excludeApplications: [app] },
    });
  });

  it("leaves out by attribute what carries it", () => {
    const { steps } = plan("two-apis", { additions: ["security-attribute"] });
    const policy = steps.find(({ id }) => id === "policy");
    expect(JSON.stringify(policy?.create?.body)).toContain("CustomSecurityAttribute.JamfConnect_isExemptMFA");
    expect(JSON.stringify(policy?.create?.body)).not.toContain("{checkApiAppId}");
  });

  it("adds the app to a policy that is there, beside what it excludes, and makes none", () => {
    const policies = [
      {
        id: "p1",
        displayName: "CA003",
        applications: { includeApplications: ["All"], excludeApplications: ["other"] },
      },
    ];
    const { steps, undo } = plan("two-apis", { policies });
    expect(steps.some(({ id }) => id === "policy")).toBe(false);
    expect(undo.some(({ id }) => id === "policy")).toBe(false);
    expect(steps.at(-1)?.update?.body).toEqual({
      conditions: {
        applications: { includeApplications: ["All"], excludeApplications: ["other", "{checkApiAppId}"] },
      },
    });
  });

  it("marks every app, and undo finds only what carries the mark", () => {
    const { steps, undo } = plan("two-apis");
    for (const { create } of steps)
      if (create?.url === "/v1.0/applications") expect(create.body?.["tags"]).toEqual(["latchkey-setup"]);
    for (const { lookUp } of undo) expect(lookUp.url).toMatch(/latchkey-setup|description%20eq/);
  });

  it("encodes a name for the address and leaves it alone in a body", () => {
    const name = 'O\'Brien & "Söhne" $(x); %{y}';
    const step = plan("simple", { name }).steps[0];
    expect(step?.create?.body?.["displayName"]).toBe(`${name} login client`);
    const filter = new URL(step?.lookUp.url ?? "", "https://graph.example").searchParams.get("$filter");
    expect(filter).toContain(`displayName eq 'O''Brien & "Söhne" $(x); %{y} login client'`);
  });

  it("names nobody shut out: without a break-glass account it is said", () => {
    expect(plan("simple").cautions.join()).not.toContain("break-glass");
    expect(plan("simple", { breakGlass: null }).cautions.join()).toContain("break-glass");
  });

  it("prints a step without anything to create as one by hand", () => {
    const { steps } = graphRestScript(plan("placeholder"), false);
    const byHand = steps.filter((step) => !("create" in step) && !("remove" in step));
    expect(byHand.map(({ title }) => title)).toHaveLength(3);
    expect(graphRestScript(plan("per-user-mfa"), false).steps).toEqual([]);
  });
});

describe("what may be set up", () => {
  it.each([
    ["tenant", { tenant: "contoso" }, "tenant-invalid"],
    ["tenant with more in it", { tenant: "contoso.example/evil" }, "tenant-invalid"],
    ["recipe", { recipe: "none" }, "recipe-unknown"],
    ["addition", { additions: ["everything"] }, "addition-unknown"],
    [
      "attribute without anything to exempt",
      { additions: ["security-attribute"] },
      "addition-not-for-recipe",
    ],
    ["empty name", { name: " " }, "name-invalid"],
    ["name with what stands for an id", { name: "{clientAppId}" }, "name-invalid"],
    ["name that is too long", { name: "x".repeat(201) }, "name-invalid"],
    ["half a character", { name: "\ud800" }, "name-invalid"],
    ["account", { breakGlass: "sam@contoso.example" }, "break-glass-invalid"],
  ])("refuses a wrong %s", (_what, wrong, code) => {
    const wishes = { tenant, recipe: "simple", additions: [], name: null, breakGlass: null, policies: [] };
    expect(readSetupRequest({ ...wishes, ...wrong })).toMatchObject({ ok: false, problem: { code } });
  });

  it.each([tenant, "contoso.example", "contoso.onmicrosoft.com"])("takes the tenant %s", (given) => {
    const wishes = {
      tenant: given,
      recipe: "simple",
      additions: [],
      name: null,
      breakGlass: null,
      policies: [],
    };
    expect(readSetupRequest(wishes)).toMatchObject({ ok: true });
  });
});
