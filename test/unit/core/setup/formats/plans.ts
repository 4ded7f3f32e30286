import type { Result } from "../../../../../main/core/problem.ts";
import { recipes } from "../../../../../main/core/recipes/index.ts";
import {
  type ExistingPolicy,
  readSetupRequest,
  type SetupPlan,
  setUp,
} from "../../../../../main/core/setup/index.ts";

/** Every recipe that can be set up. */
export const recipeNames: readonly string[] = recipes
  .map(({ name }) => name)
  .filter((name) => name !== "none");

/** The value of a result that the test takes for granted. */
export function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.title} ${result.problem.detail}`);
  return result.value;
}

/** The plan of a recipe with everything that it can be set up with. */
export function fullPlan(recipe: string, name: string, policies: readonly ExistingPolicy[] = []): SetupPlan {
  const exempts = recipe !== "simple" && recipe !== "per-user-mfa";
  const additions = exempts ? ["hash-sync-policy", "security-attribute"] : ["hash-sync-policy"];
  const wishes = { tenant: "contoso.com", recipe, additions, name, breakGlass: null, policies };
  return need(setUp(need(readSetupRequest(wishes))));
}

/** Names of what a plan makes. */
export function namesIn(plan: SetupPlan): readonly string[] {
  return plan.steps.flatMap(({ create }) => {
    const name = create?.body?.["displayName"];
    return typeof name === "string" ? [name] : [];
  });
}
