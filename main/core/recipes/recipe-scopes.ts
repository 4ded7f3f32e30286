import { fail, type Problem, type Result, succeed } from "../problem.ts";
import type { Recipe, RecipeScope } from "./recipe.ts";

/** The API apps of a recipe as a person gives them: an app id, `api://…`, or the whole scope. Empty where it needs none. */
export type RecipeApps = { readonly loginApi: string; readonly checkApi: string };

/** The scopes that a profile has to ask for, joined as Jamf documents it. */
export type RecipeScopes = { readonly login: string; readonly check: string };

/** The scopes that every sign-in asks for, joined as Jamf documents it. */
export const basicScopes = "openid+profile+email";

/**
 * The scopes of a recipe for these API apps. Problems: `api-app-missing`, `api-app-invalid`, `api-apps-equal` (with one app
 * for both sign-ins the policy treats them alike, which is another recipe).
 */
export function recipeScopes(recipe: Pick<Recipe, "scopes">, apps: RecipeApps): Result<RecipeScopes> {
  const login = scopesFor(recipe.scopes.login, apps);
  if (!login.ok) return login;
  const check = scopesFor(recipe.scopes.check, apps);
  if (!check.ok) return check;
  const needsTwo = recipe.scopes.login === "login-api" && recipe.scopes.check === "check-api";
  if (needsTwo && login.value.toLowerCase() === check.value.toLowerCase()) return fail(equal);
  return succeed({ login: login.value, check: check.value });
}

function scopesFor(scope: RecipeScope, apps: RecipeApps): Result<string> {
  if (scope === "plain") return succeed(basicScopes);
  const given = (scope === "login-api" ? apps.loginApi : apps.checkApi).trim();
  const who = scope === "login-api" ? "the login" : "the check";
  if (given === "") return fail(missing(who));
  const api = /^(?:api:\/\/)?([A-Za-z0-9._~-]+(?:\.[A-Za-z0-9-]+)*)(?:\/([A-Za-z0-9._-]+))?\/?$/.exec(given);
  if (api === null) return fail(invalid(who, given));
  return succeed(`api://${api[1]}/${api[2] ?? "jamfconnect"}+${basicScopes}`);
}

function missing(who: string): Problem {
  return {
    code: "api-app-missing",
    title: `The API app of ${who} is not named.`,
    detail: "The profile has to ask for a scope of that app.",
    fix: "Copy its Application (client) ID from the app registration and paste it here.",
  };
}

function invalid(who: string, given: string): Problem {
  return {
    code: "api-app-invalid",
    title: `This does not name the API app of ${who}.`,
    detail: `${JSON.stringify(given.slice(0, 80))} is no application id and no address that begins with api://.`,
    fix: "Paste the Application (client) ID, or the whole scope: api://ID/jamfconnect.",
  };
}

const equal: Problem = {
  code: "api-apps-equal",
  title: "Login and check need two API apps.",
  detail:
    "With one app for both, the policy treats them alike: either both are asked for MFA, or neither is.",
  fix: "Register a second API app for the check.",
};
