import data from "../../../assets/reference/recipes.json" with { type: "json" };
import type { Recipe, RecipeOutcome } from "./recipe.ts";

const sources: Readonly<Record<string, string>> = data.sources;

/**
 * The recipes as data. The file is checked against {@link Recipe} by a test, which is what the assertions below rest
 * on: TypeScript widens the texts of a JSON file to `string`.
 */
export const recipes: readonly Recipe[] = data.recipes.map(
  ({ legacy, enforced, placeholder, source, ...recipe }) =>
    ({
      ...recipe,
      outcomes: { legacy, enforced, placeholder } as unknown as Record<string, RecipeOutcome | null>,
      source: sources[source] ?? "",
    }) as unknown as Recipe,
);

/** The recipe of this name; null for names that are none. */
export function findRecipe(name: string | null): Recipe | null {
  return recipes.find((recipe) => recipe.name === name) ?? null;
}
