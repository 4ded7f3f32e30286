import { type ReactNode, useEffect, useState } from "react";
import type { BaselineSetting, Recipe } from "../../../preload/contract.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Icon } from "../../components/icon.tsx";
import { Segment } from "../../components/segment.tsx";
import { Tag } from "../../components/tag.tsx";
import { useRecipes } from "../../stores/context.ts";
import { RecipeActions } from "./recipe-actions.tsx";
import { SettingsTable } from "./settings-table.tsx";
import "./set-up.css";
import { lowerFirst } from "../../text/lower-first.ts";

type RecipeSheetProps = {
  /** The recipe that is shown first, by its name. */
  readonly name: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** One recipe after the other: what it leads to, what it costs, how it is set up, and the profile's part of it at once. */
export function RecipeSheet({ name, isOpen, onClose }: RecipeSheetProps): ReactNode {
  const recipes = useRecipes((state) => state.recipes);
  const load = useRecipes((state) => state.load);
  const [chosen, setChosen] = useState(name);
  useEffect(() => {
    if (isOpen) {
      load();
      setChosen(name);
    }
  }, [isOpen, load, name]);
  const recipe = recipes.find((candidate) => candidate.name === chosen);
  const lettered = recipes.flatMap(({ name: id, letter }) =>
    letter === null ? [] : [{ id, title: letter }],
  );
  return (
    <Dialog
      title={recipe === undefined ? "Set up" : `Set up: ${recipeTitle(recipe)}`}
      isOpen={isOpen}
      onClose={onClose}
      size="sheet"
      actions={<Button onPress={onClose}>Close</Button>}
    >
      <Segment label="Recipe" options={lettered} value={chosen} onChange={setChosen} />
      {recipe !== undefined && <RecipeBody key={recipe.name} recipe={recipe} />}
    </Dialog>
  );
}

/** `Recipe D, two API apps`; what has no letter goes by its title. */
export function recipeTitle({ letter, title }: Pick<Recipe, "letter" | "title">): string {
  return letter === null ? title : `recipe ${letter}, ${lowerFirst(title)}`;
}

const settings: readonly BaselineSetting[] = ["enforced", "legacy", "placeholder"];

function RecipeBody({ recipe }: { readonly recipe: Recipe }): ReactNode {
  const rows = settings.flatMap((setting) => {
    const outcome = recipe.outcomes[setting];
    return outcome === null ? [] : [{ setting, ...outcome }];
  });
  return (
    <>
      <p>
        {recipe.summary} <Tag tone="line">{recipe.certainty}</Tag>
      </p>
      <div className="recipe-columns">
        <div>
          <h3>Leads to</h3>
          <SettingsTable rows={rows} />
          <h3>Costs</h3>
          <p className="note">{recipe.cost}</p>
          {recipe.caution !== null && (
            <p className="finding finding-warning">
              <Icon name="warning" />
              <span>{recipe.caution}</span>
            </p>
          )}
          <p>
            <LinkButton href={recipe.source} look={["plain", "small"]}>
              Where this is written <Icon name="external" size="small" />
            </LinkButton>
          </p>
        </div>
        <div>
          <h3>Steps</h3>
          <ol className="fix-steps">
            {recipe.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      </div>
      <RecipeActions recipe={recipe} />
    </>
  );
}
