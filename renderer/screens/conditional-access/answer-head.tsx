import { type ReactNode, useEffect } from "react";
import type { MatrixView, Recipe, SignInLine } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { CodedText } from "../../components/coded-text.tsx";
import { Icon } from "../../components/icon.tsx";
import { MarkedText } from "../../components/marked-text.tsx";
import { MiddleCut } from "../../components/middle-cut.tsx";
import { RecipeLetters } from "../../features/recipes/recipe-letters.tsx";
import { useSetUpRecipe } from "../../features/recipes/use-set-up-recipe.ts";
import { useRecipes } from "../../stores/context.ts";
import { isAddress } from "../../text/short-address.ts";
import { AnswerPill } from "./answer-pill.tsx";
import { signInTitles } from "./sign-in-titles.ts";

/** The answer for both sign-ins: a sentence, a line each, and the recipe that profile and policies follow. */
export function AnswerHead({ view }: { readonly view: MatrixView }): ReactNode {
  const { headline, before } = view;
  return (
    <div className="ca-head">
      <div className="grow">
        <h2 className={`ca-sentence ca-sentence-${headline.tone}`} aria-live="polite">
          <span>
            <MarkedText text={headline.sentence} />
          </span>
          {headline.missing !== null && (
            <>
              {" "}
              <span className="ca-missing">
                <MarkedText text={headline.missing} />
              </span>
            </>
          )}
        </h2>
        {before !== null && (
          <p className="note ca-today">
            {before.headline.sentence === headline.sentence
              ? "What is tried makes no difference to this."
              : `Today: ${before.headline.sentence}`}
          </p>
        )}
        <dl className="ca-lines">
          {headline.lines.map((line) => (
            <Line
              key={line.id}
              line={line}
              before={before?.headline.lines.find(({ id }) => id === line.id)?.word ?? null}
            />
          ))}
        </dl>
      </div>
      <RecipeOfProfile view={view} />
    </div>
  );
}

function Line({ line, before }: { readonly line: SignInLine; readonly before: string | null }): ReactNode {
  const isChanged = before !== null && before !== line.word;
  return (
    <div>
      <dt>
        <Icon name={line.id} size="small" /> {signInTitles[line.id]}
      </dt>
      <dd className="ca-line-answer">
        <AnswerPill line={line} />
        {isChanged && <span className="small faint cut">today: {before}</span>}
      </dd>
      <dd className="ca-line-resource">
        Asks for{" "}
        {isAddress(line.resourceName) ? (
          <MiddleCut value={line.resourceName} mono />
        ) : (
          <span className="cut" title={line.resourceName}>
            <MarkedText text={line.resourceName} />
          </span>
        )}
      </dd>
      <dd className="ca-line-why">
        <CodedText text={line.text} />
      </dd>
    </div>
  );
}

function RecipeOfProfile({ view }: { readonly view: MatrixView }): ReactNode {
  const recipes = useRecipes((state) => state.recipes);
  const load = useRecipes((state) => state.load);
  useEffect(() => {
    load();
  }, [load]);
  const setUp = useSetUpRecipe();
  const recipe = recipes.find(({ name }) => name === view.recipe) ?? null;
  return (
    <div className="ca-recipe">
      <p className="small faint">Recipe of this profile</p>
      <RecipeLetters recipes={recipes} lit={recipe?.letter ?? null} />
      <p className="note">
        <b>{titleOf(recipes, view.recipe) ?? "None that is known"}</b>
      </p>
      {view.before !== null && view.before.recipe !== view.recipe && (
        <p className="small faint">Today: {titleOf(recipes, view.before.recipe) ?? "none that is known"}</p>
      )}
      <Button look={["plain", "small"]} onPress={() => setUp("two-apis")}>
        Move to another…
      </Button>
    </div>
  );
}

/** Null where none is recognised; one that is not loaded yet is not said to be none. */
function titleOf(recipes: readonly Recipe[], recipe: MatrixView["recipe"]): string | null {
  return recipe === null ? null : (recipes.find(({ name }) => name === recipe)?.title ?? "");
}
