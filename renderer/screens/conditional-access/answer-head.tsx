import { type ReactNode, useEffect } from "react";
import type { AnswerTone, MatrixView, SignInLine } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { MarkedText } from "../../components/marked-text.tsx";
import { MiddleCut } from "../../components/middle-cut.tsx";
import { RecipeLetters } from "../../features/recipes/recipe-letters.tsx";
import { useSetUpRecipe } from "../../features/recipes/use-set-up-recipe.ts";
import { useRecipes } from "../../stores/context.ts";
import { signInTitles } from "./sign-in-titles.ts";

/** The answer for both sign-ins: a sentence, a line each, and the recipe that profile and policies follow. */
export function AnswerHead({ view }: { readonly view: MatrixView }): ReactNode {
  const { headline, before } = view;
  return (
    <div className="ca-head">
      <div className="grow">
        <h2 className={`ca-sentence ca-sentence-${headline.tone}`} aria-live="polite">
          {headline.sentence}
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

const toneIcons: Readonly<Record<AnswerTone, IconName>> = {
  good: "check",
  warning: "warning",
  bad: "block",
  open: "question",
};

function Line({ line, before }: { readonly line: SignInLine; readonly before: string | null }): ReactNode {
  const isChanged = before !== null && before !== line.word;
  return (
    <div>
      <dt>
        <Icon name={line.id} size="small" /> {signInTitles[line.id]}
      </dt>
      <dd className="ca-line-answer">
        <span className={`ca-cell ca-answer-${line.tone}`} title={line.word}>
          <Icon name={toneIcons[line.tone]} size="small" />
          <MiddleCut value={line.word} />
        </span>
        {isChanged && <span className="small faint cut">today: {before}</span>}
      </dd>
      <dd className="ca-line-why">
        <MarkedText text={line.text} />
      </dd>
      <dd className="ca-line-resource">
        Asks for <MiddleCut value={line.resourceName} />
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
        <b>{recipe === null ? "None that is known" : recipe.title}</b>
      </p>
      {view.before !== null && view.before.recipe !== view.recipe && (
        <p className="small faint">
          Today: {recipes.find(({ name }) => name === view.before?.recipe)?.title ?? "none that is known"}
        </p>
      )}
      <Button look={["plain", "small"]} onPress={() => setUp("two-apis")}>
        Move to another…
      </Button>
    </div>
  );
}
