import type { ReactNode } from "react";
import type { Recipe } from "../../../preload/contract.ts";
import "./recipe-letters.css";

/** Recipes A to E as letters, the one that is followed lit; its name stands beside. */
export function RecipeLetters({
  recipes,
  lit,
}: {
  readonly recipes: readonly Recipe[];
  readonly lit: string | null;
}): ReactNode {
  return (
    <p className="recipe-letters" aria-hidden="true">
      {recipes.map(({ name, letter }) =>
        letter === null ? null : (
          <span key={name} className={letter === lit ? "recipe-letter recipe-lit" : "recipe-letter"}>
            {letter}
          </span>
        ),
      )}
    </p>
  );
}
