import type { ReactNode } from "react";
import type { LoginResult, Recipe } from "../../../../preload/contract.ts";
import { Section } from "../../../components/tool-bar.tsx";
import { recipeTitle } from "../../../features/recipes/recipe-sheet.tsx";
import { SettingsTable } from "../../../features/recipes/settings-table.tsx";
import type { Run } from "../../../stores/run.ts";
import { Change } from "./recipe-change.tsx";

type RecipeSectionProps = {
  readonly paired: NonNullable<Run["paired"]>;
  readonly login: LoginResult;
  readonly check: LoginResult;
  readonly recipes: readonly Recipe[];
  readonly isPractice: boolean;
};

/** The recipe that settings and answers follow: what it costs, where it leads elsewhere, and what would change it where no finding says so. */
export function RecipeSection({ paired, login, check, recipes, isPractice }: RecipeSectionProps): ReactNode {
  const recipe = recipes.find(({ name }) => name === paired.recipe) ?? null;
  return (
    <div className="pair-recipe">
      <Section title={titleOf(paired.recipe, recipe)}>
        {recipe !== null && (
          <p className="note quiet">
            {recipe.summary} {recipe.cost}
          </p>
        )}
        {paired.baselineScopes.length > 0 && (
          <SettingsTable
            isCheckRefused={check.outcome !== "succeeded" && check.outcome !== "password-correct"}
            rows={paired.baselineScopes.map(({ setting, login, check, isCurrent }) => ({
              setting,
              login,
              check,
              ...(isCurrent ? { aside: isPractice ? "here" : "assumed" } : {}),
            }))}
          />
        )}
      </Section>
      {check.signInLog.cost === undefined && (
        <Section title="What would change it">
          <Change paired={paired} login={login} check={check} recipes={recipes} />
        </Section>
      )}
    </div>
  );
}

/** A recipe that was recognised and is not loaded yet is not said to be none. */
function titleOf(name: string | null, recipe: Recipe | null): string {
  if (recipe !== null) return capital(recipeTitle(recipe));
  return name === null ? "No recipe recognised" : "Recipe";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
