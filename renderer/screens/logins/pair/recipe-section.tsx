import { type ReactNode, useEffect } from "react";
import type { LoginResult, Recipe } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Section } from "../../../components/tool-bar.tsx";
import { ShowPolicies } from "../../../features/policies/show-policies.tsx";
import { RecipeLetters } from "../../../features/recipes/recipe-letters.tsx";
import { recipeTitle } from "../../../features/recipes/recipe-sheet.tsx";
import { SettingsTable } from "../../../features/recipes/settings-table.tsx";
import { useSetUpRecipe } from "../../../features/recipes/use-set-up-recipe.ts";
import { usePolicies, useRecipes } from "../../../stores/context.ts";
import type { Run } from "../../../stores/run.ts";
import { whatWouldChange } from "./what-would-change.ts";

type RecipeSectionProps = {
  readonly paired: NonNullable<Run["paired"]>;
  readonly login: LoginResult;
  readonly check: LoginResult;
  readonly isPractice: boolean;
};

/** The recipe that settings and answers follow: what it costs, where it leads elsewhere, and what would change it. */
export function RecipeSection({ paired, login, check, isPractice }: RecipeSectionProps): ReactNode {
  const recipes = useRecipes((state) => state.recipes);
  const load = useRecipes((state) => state.load);
  useEffect(() => {
    load();
  }, [load]);
  const recipe = recipes.find(({ name }) => name === paired.recipe) ?? null;
  return (
    <div className="pair-recipe">
      <Section title={recipe === null ? "No recipe recognised" : capital(recipeTitle(recipe))}>
        <RecipeLetters recipes={recipes} lit={recipe?.letter ?? null} caption="known set-ups" />
        {recipe !== null && <p className="note quiet">{recipe.summary}</p>}
        {paired.baselineScopes.length > 0 && (
          <SettingsTable
            isCheckRefused={check.outcome !== "succeeded" && check.outcome !== "password-correct"}
            rows={paired.baselineScopes.map(({ setting, login, check, isCurrent }) => ({
              setting,
              login,
              check,
              ...(isCurrent ? { aside: isPractice ? "this tenant" : "assumed" } : {}),
            }))}
          />
        )}
        {recipe !== null && (
          <p className="note recipe-cost">
            {recipe.cost} {check.signInLog.cost?.sentence}
          </p>
        )}
        {recipe === null && check.signInLog.cost !== undefined && (
          <p className="note recipe-cost">{check.signInLog.cost.sentence}</p>
        )}
      </Section>
      <Change paired={paired} login={login} check={check} recipes={recipes} />
    </div>
  );
}

/** The way on: to the policies that decide, and to the recipe that leads where the answers are wanted. */
function Change({
  paired,
  login,
  check,
  recipes,
}: Omit<RecipeSectionProps, "isPractice"> & { readonly recipes: readonly Recipe[] }): ReactNode {
  const hasPolicies = usePolicies((state) => (state.policies?.count ?? 0) > 0);
  const setUp = useSetUpRecipe();
  const { sentence, name } = whatWouldChange(paired, login, check);
  const suggested = recipes.find((recipe) => recipe.name === name);
  return (
    <Section title="What would change it">
      <p className="note quiet">{sentence}</p>
      <p className="change-actions">
        {suggested !== undefined && (
          <Button look={["small"]} onPress={() => setUp(suggested.name)}>
            {suggested.name === paired.recipe ? "Look at" : "Set up"} {recipeWord(suggested)}…
          </Button>
        )}
        {hasPolicies && <ShowPolicies label="Conditional Access" />}
      </p>
    </Section>
  );
}

function recipeWord({ letter, title }: Recipe): string {
  return letter === null ? title : `recipe ${letter}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
