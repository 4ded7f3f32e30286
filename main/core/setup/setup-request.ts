import { isGuid } from "../guid.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { findRecipe } from "../recipes/index.ts";
import type { ExistingPolicy, SetupAddition, SetupRequest } from "./setup-plan.ts";

/** What an admin typed or chose, before anything of it is believed. */
export type SetupWishes = {
  readonly tenant: string;
  readonly recipe: string;
  readonly additions: readonly string[];
  readonly name: string | null;
  readonly breakGlass: string | null;
  readonly policies: readonly ExistingPolicy[];
};

/** What names begin with where nobody chose. */
export const defaultSetupName = "Jamf Connect";

/** Entra takes 256 characters for a display name; what is added to the chosen part needs some of them. */
const longestName = 200;

/** A domain of a tenant: labels of letters, digits and hyphens, at least two of them (RFC 1123 section 2.1). */
const domain = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;

/** What the requests of a set-up have in the place of an id: all of it is saved under such a name. */
const standsForId = /\{[A-Za-z]+Id\}/;

const known: readonly SetupAddition[] = ["hash-sync-policy", "security-attribute"];

/**
 * Reads what is to be set up. Problems: `tenant-invalid`, `recipe-unknown`, `addition-unknown`, `addition-not-for-recipe`,
 * `name-invalid`, `break-glass-invalid`.
 */
export function readSetupRequest(wishes: SetupWishes): Result<SetupRequest> {
  const tenant = wishes.tenant.trim();
  if (!isTenant(tenant)) return fail(tenantInvalid(wishes.tenant));
  const recipe = findRecipe(wishes.recipe);
  if (recipe === null || recipe.name === "none") return fail(recipeUnknown(wishes.recipe));
  const additions: SetupAddition[] = [];
  for (const wish of wishes.additions) {
    const addition = known.find((each) => each === wish);
    if (addition === undefined) return fail(additionUnknown(wish));
    if (!additions.includes(addition)) additions.push(addition);
  }
  const exempts = recipe.name !== "simple" && recipe.name !== "per-user-mfa";
  if (additions.includes("security-attribute") && !exempts) return fail(nothingToExempt(recipe.title));
  const name = (wishes.name ?? defaultSetupName).trim();
  if (name === "" || [...name].length > longestName || name.includes("\0") || /\p{Surrogate}/u.test(name))
    return fail(nameInvalid);
  if (standsForId.test(name)) return fail(nameInvalid);
  const breakGlass = wishes.breakGlass?.trim() ?? null;
  if (breakGlass !== null && !isGuid(breakGlass)) return fail(breakGlassInvalid(breakGlass));
  return succeed({ tenant, recipe: recipe.name, additions, name, breakGlass, policies: wishes.policies });
}

/** Whether a text can name a tenant: its id, or a domain. */
export function isTenant(text: string): boolean {
  return isGuid(text) || domain.test(text);
}

function tenantInvalid(given: string): Problem {
  return {
    code: "tenant-invalid",
    title: "This is no tenant.",
    detail: `${shown(given)} is neither a tenant ID nor a domain.`,
    fix: "Give the tenant ID from the overview page of Microsoft Entra ID, or a domain of the tenant.",
  };
}

function recipeUnknown(given: string): Problem {
  return {
    code: "recipe-unknown",
    title: `There is no recipe ${shown(given)}.`,
    detail: "Nothing has been made.",
    fix: "Choose one of simple, api-excluded, two-apis, placeholder, custom-scope-2023 and per-user-mfa.",
  };
}

function additionUnknown(given: string): Problem {
  return {
    code: "addition-unknown",
    title: `A recipe cannot be set up with ${shown(given)}.`,
    detail: "Nothing has been made.",
    fix: "Choose hash-sync-policy or security-attribute.",
  };
}

function nothingToExempt(recipe: string): Problem {
  return {
    code: "addition-not-for-recipe",
    title: `The recipe “${recipe}” has nothing that an attribute could exempt.`,
    detail: "The attribute takes an app out of the policy, and this recipe excludes none.",
    fix: "Leave security-attribute out, or choose a recipe that excludes an app.",
  };
}

const nameInvalid: Problem = {
  code: "name-invalid",
  title: "Objects cannot be named like this.",
  detail: `A name has 1 to ${longestName} characters, and nothing like {clientAppId}, which stands for an id in the script.`,
  fix: "Choose another beginning for the names, such as Jamf Connect.",
};

function breakGlassInvalid(given: string): Problem {
  return {
    code: "break-glass-invalid",
    title: "This is no object ID of an account.",
    detail: `${shown(given)} is not of the form 00000000-0000-0000-0000-000000000000.`,
    fix: "Copy the Object ID from the account's page in Microsoft Entra ID.",
  };
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
