import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findRecipe, recipeScopes, recipes } from "../../../../main/core/recipes/index.ts";
import { listScenarios, loadScenario } from "../../../../main/practice-tenant/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const letters = recipes.flatMap(({ letter }) => letter ?? []);

describe("the catalogue of recipes", () => {
  test("has every recipe once, and five letters in their order", () => {
    expect(recipes.map(({ name }) => name)).toEqual([
      "per-user-mfa",
      "simple",
      "custom-scope-2023",
      "api-excluded",
      "two-apis",
      "placeholder",
      "none",
    ]);
    expect(letters).toEqual(["A", "B", "C", "D", "E"]);
  });

  test.each(recipes)(
    "$name says what it is, what it costs, what to do, and where that is written",
    (recipe) => {
      for (const text of [recipe.title, recipe.summary, recipe.cost, ...recipe.steps]) {
        expect(text.length).toBeGreaterThan(5);
      }
      expect(recipe.steps.length).toBeGreaterThan(0);
      expect(URL.canParse(recipe.source), recipe.source).toBe(true);
      expect(["documented", "inferred"]).toContain(recipe.certainty);
      for (const outcome of Object.values(recipe.outcomes)) {
        if (outcome === null) continue;
        expect(["mfa", "no-mfa"]).toContain(outcome.login);
        expect(["clean", "mfa", "depends"]).toContain(outcome.check);
      }
    },
  );

  test.each(recipes)(
    "$name leads to what its practice scenario shows live",
    ({ name, scenario, outcomes }) => {
      const played = loadScenario(scenario);
      if (!played.ok) throw new Error(played.problem.title);
      const { recipe, expected, tenant } = played.value;
      expect(recipe).toBe(name);
      const { baselineScopes } = tenant;
      const setting =
        baselineScopes === "enforced" || baselineScopes === "legacy" ? baselineScopes : "placeholder";
      expect(outcomes[setting]).toEqual({
        login: expected.loginMfa ? "mfa" : "no-mfa",
        check: expected.checkMfa ? "mfa" : "clean",
      });
    },
  );

  test("the scenarios before enforcement lead where the recipes say for the old rule", () => {
    const old = listScenarios().filter(({ name }) => name.endsWith("-legacy"));
    expect(old.length).toBeGreaterThan(1);
    for (const { recipe, expected } of old) {
      expect(findRecipe(recipe)?.outcomes.legacy).toEqual({
        login: expected.loginMfa ? "mfa" : "no-mfa",
        check: expected.checkMfa ? "mfa" : "clean",
      });
    }
  });

  test("a name that is none has no recipe", () => {
    expect(findRecipe("two-api")).toBeNull();
    expect(findRecipe(null)).toBeNull();
  });
});

describe("the scopes of a recipe", () => {
  const scopes = (name: string, loginApi = "", checkApi = "") => {
    const recipe = findRecipe(name);
    if (recipe === null) throw new Error(name);
    return recipeScopes(recipe, { loginApi, checkApi });
  };
  const id = "9b04d7e1-5c1e-4a55-8a3b-0f1d2c3b2a19";

  test.each([
    ["an application id", id, `api://${id}/jamfconnect`],
    ["an App ID URI", `api://${id}`, `api://${id}/jamfconnect`],
    ["the whole scope", `api://${id}/check`, `api://${id}/check`],
    ["an App ID URI with a domain", "api://contoso.com/login", "api://contoso.com/login"],
    ["something with blanks around it", `  ${id} `, `api://${id}/jamfconnect`],
  ])("%s names the API app", (_what, given, scope) => {
    expect(scopes("custom-scope-2023", given)).toEqual({
      ok: true,
      value: { login: `${scope}+openid+profile+email`, check: "openid+profile+email" },
    });
  });

  test("a recipe that needs no app takes none", () => {
    expect(scopes("simple")).toEqual({
      ok: true,
      value: { login: "openid+profile+email", check: "openid+profile+email" },
    });
  });

  test.each([
    ["no app", "two-apis", "", id, "api-app-missing"],
    ["no app for the check", "two-apis", id, "  ", "api-app-missing"],
    ["another address", "two-apis", "https://contoso.com/x", id, "api-app-invalid"],
    ["two scopes in one field", "two-apis", `api://${id}/a openid`, id, "api-app-invalid"],
    ["one app for both", "two-apis", id, `api://${id.toUpperCase()}/jamfconnect`, "api-apps-equal"],
  ])("%s is a problem", (_what, name, login, check, code) => {
    expect(scopes(name, login, check)).toMatchObject({ ok: false, problem: { code } });
  });

  test("whatever is typed, a scope that comes out is one scope of one API", () => {
    assertProperty(
      fc.property(fc.string({ maxLength: 60 }), (given) => {
        const found = scopes("custom-scope-2023", given);
        if (!found.ok) return;
        expect(found.value.login).toMatch(/^api:\/\/[^\s+/]+\/[^\s+/]+\+openid\+profile\+email$/);
      }),
    );
  });
});
