import type { ReactNode } from "react";
import type { LoginResult, Recipe } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { useCalmMedia } from "../../../components/use-calm-media.ts";
import { ShowPolicies } from "../../../features/policies/show-policies.tsx";
import { useSetUpRecipe } from "../../../features/recipes/use-set-up-recipe.ts";
import { usePolicies } from "../../../stores/context.ts";
import type { Run } from "../../../stores/run.ts";
import { whatWouldChange } from "./what-would-change.ts";

type ChangeProps = {
  readonly paired: NonNullable<Run["paired"]>;
  readonly login: LoginResult;
  readonly check: LoginResult;
  readonly recipes: readonly Recipe[];
};

/** What would change the answers, and the way there: to the recipe that leads where they are wanted, and to the policies that decide. */
export function Change({ paired, login, check, recipes }: ChangeProps): ReactNode {
  const hasPolicies = usePolicies((state) => (state.policies?.count ?? 0) > 0);
  const setUp = useSetUpRecipe();
  // Beside the button, not under it.
  const isNarrow = useCalmMedia("(max-width: 1180px)");
  const { sentence, name } = whatWouldChange(paired, login, check);
  const suggested = recipes.find((recipe) => recipe.name === name);
  return (
    <>
      <p className="note quiet">{sentence}</p>
      <p className="change-actions">
        {suggested !== undefined && (
          <Button look={["small"]} onPress={() => setUp(suggested.name)}>
            {suggested.name === paired.recipe ? "Look at" : "Set up"} {recipeWord(suggested)}…
          </Button>
        )}
        {hasPolicies && <ShowPolicies label={isNarrow ? "Policies" : "Conditional Access"} />}
      </p>
    </>
  );
}

function recipeWord({ letter, title }: Recipe): string {
  return letter === null ? title : `recipe ${letter}`;
}
