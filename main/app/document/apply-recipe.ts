import { fail, type Problem, type Result } from "../../core/problem.ts";
import { identityPatch } from "../../core/profile/identity-fields.ts";
import { describeProfile } from "../../core/profile/index.ts";
import { findRecipe, type RecipeApps, recipeScopes } from "../../core/recipes/index.ts";
import { edit, type OpenDocument } from "./open-document.ts";

/**
 * Puts the scopes of a recipe into every domain of the profile that has them, as one change. Problems: `recipe-unknown`, and
 * those of the scopes.
 */
export function applyRecipe(open: OpenDocument, name: string, apps: RecipeApps): Result<OpenDocument> {
  const recipe = findRecipe(name);
  if (recipe === null) return fail(unknown(name));
  const scopes = recipeScopes(recipe, apps);
  if (!scopes.ok) return scopes;
  const { payloads } = describeProfile(open.document);
  const { login, check } = scopes.value;
  return edit(open, {
    op: "all",
    patches: [
      identityPatch(payloads, "login-scopes", login, null),
      identityPatch(payloads, "check-scopes", check, null),
    ],
  });
}

function unknown(name: string): Problem {
  return {
    code: "recipe-unknown",
    title: `There is no recipe ${JSON.stringify(name)}.`,
    detail: "The profile has not been changed.",
    fix: "Choose one of the recipes that are listed.",
  };
}
