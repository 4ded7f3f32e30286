import type { ReactNode } from "react";
import type { Recipe } from "../../../preload/contract.ts";
import "./recipe-letters.css";

/** Recipes A to E as letters, the one that is followed lit; its name stands beside, those of the others under the pointer. */
export function RecipeLetters({
  recipes,
  lit,
  caption,
  isWarned = false,
}: {
  readonly recipes: readonly Recipe[];
  readonly lit: string | null;
  /** What the letters are, where no heading says it. */
  readonly caption?: string;
  /** The one that is followed does not bring what is wanted. */
  readonly isWarned?: boolean;
}): ReactNode {
  return (
    <p className="recipe-letters" aria-hidden="true">
      {recipes.map(({ name, letter, title }) =>
        letter === null ? null : (
          <span
            key={name}
            title={`Recipe ${letter}: ${title}`}
            className={
              letter === lit ? `recipe-letter ${isWarned ? "recipe-warned" : "recipe-lit"}` : "recipe-letter"
            }
          >
            {letter}
          </span>
        ),
      )}
      {caption !== undefined && <span className="small faint">{caption}</span>}
    </p>
  );
}
