import { describe, expect, test } from "vitest";
import { listScenarios, loadScenario } from "../../../../main/practice-tenant/index.ts";

const recipes = [
  "none",
  "per-user-mfa",
  "simple",
  "custom-scope-2023",
  "api-excluded",
  "two-apis",
  "placeholder",
];

describe.each(listScenarios().map((scenario) => [scenario.name, scenario] as const))(
  "%s",
  (name, scenario) => {
    test("has a valid tenant whose first account can be used", () => {
      const loaded = loadScenario(name);
      if (!loaded.ok) throw new Error(`${loaded.problem.title} ${loaded.problem.detail}`);
      const { users, applications, conditionalAccessPolicies } = loaded.value.tenant;
      expect(users[0]?.password).toEqual(expect.any(String));
      const ids = [...users, ...applications, ...conditionalAccessPolicies].map((each) => each.id);
      expect(new Set(ids).size).toBe(ids.length);
    });

    test("says in plain words what happens, under a known recipe", () => {
      expect(recipes).toContain(scenario.recipe);
      expect(scenario.title.length).toBeLessThan(45);
      expect(scenario.story).not.toMatch(/!|please|simply/i);
      const { expected } = scenario;
      expect(expected.login === "succeeded").toBe(expected.loginCode === null);
      expect(expected.check === "succeeded").toBe(expected.checkCode === null);
    });
  },
);

test("an unknown name is a problem that lists the known ones", () => {
  expect(loadScenario("nothing")).toMatchObject({
    ok: false,
    problem: { code: "practice-scenario-unknown", detail: expect.stringContaining("no-mfa") },
  });
});
