import type { KeyboardEvent, ReactNode } from "react";
import type { Recipe, RecipeLine, SetUpView } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { Pair } from "../../components/pair.tsx";
import { Tag } from "../../components/tag.tsx";
import { useRecipes, useSetUp } from "../../stores/context.ts";
import { pairOf, recipeWords } from "./recipe-text.ts";
import { isSettled } from "./settled.ts";

type RecipeTableProps = {
  readonly view: SetUpView;
  /** The chosen one alone: the steps need the room. */
  readonly isFolded: boolean;
};

/**
 * Recipes A to E side by side: today, after the steps, risk, and who must act. One is chosen; arrows move the choice. Without policies
 * nothing is known of today, which the head says once.
 */
export function RecipeTable({ view, isFolded }: RecipeTableProps): ReactNode {
  const recipes = useRecipes((state) => state.recipes);
  const chosen = useSetUp((state) => state.choice.recipe);
  const choose = useSetUp((state) => state.choose);
  const lines = isFolded ? view.lines.filter(({ name }) => name === chosen) : view.lines;
  const names = lines.map(({ name }) => name);
  const stop = names.find((name) => name === chosen) ?? names[0];
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || stop === undefined) return;
    const next = names[Math.min(names.length - 1, Math.max(0, names.indexOf(stop) + step))];
    event.preventDefault();
    if (next === undefined) return;
    choose({ recipe: next });
    const table = event.currentTarget;
    requestAnimationFrame(() => table.querySelector<HTMLElement>("[data-stop=true]")?.focus());
  };
  return (
    <table
      className={`set-up-recipes ${view.policies === null ? "set-up-todayless" : ""}`}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a row is chosen, and moved through by arrows
      role="grid"
      aria-label="Recipes A to E"
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          <th scope="col">Recipe</th>
          {view.policies !== null && (
            <th scope="col" className="set-up-pairs">
              Today
            </th>
          )}
          <th scope="col" className="set-up-pairs">
            After the steps
          </th>
          <th scope="col">Risk</th>
          <th scope="col" className="set-up-who">
            Who must act
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row
            key={line.name}
            line={line}
            view={view}
            recipe={recipes.find(({ name }) => name === line.name) ?? null}
            isStop={line.name === stop}
            isChosen={line.name === chosen}
            onChoose={() => choose({ recipe: line.name })}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly line: RecipeLine;
  readonly view: SetUpView;
  readonly recipe: Recipe | null;
  readonly isStop: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

function Row({ line, view, recipe, isStop, isChosen, onChoose }: RowProps): ReactNode {
  const words = recipeWords[line.name];
  if (recipe === null || words === undefined) return null;
  const isBroken = line.today !== null && line.today.check !== "no-mfa";
  const letter = isChosen
    ? "set-up-letter-chosen"
    : line.today === null
      ? ""
      : isBroken
        ? "set-up-letter-warn"
        : "set-up-letter-held";
  return (
    <tr
      aria-selected={isChosen}
      tabIndex={isStop ? 0 : -1}
      data-stop={isStop}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onChoose();
      }}
    >
      <th scope="row">
        <span className="set-up-name">
          <span className={`set-up-letter ${letter}`}>{recipe.letter}</span>
          <span className="cut">
            <span className="set-up-title">
              <b title={recipe.title}>{recipe.title}</b>
              {view.policies === null && words.isRecommended && <Tag tone="accent">Recommended</Tag>}
            </span>
            <span className="small faint cut">{words.note}</span>
          </span>
        </span>
      </th>
      {view.policies !== null && (
        <td>
          <Today line={line} view={view} isChosen={isChosen} />
        </td>
      )}
      <td>
        <Pair {...pairOf(line.after)} />
      </td>
      <td>
        <span className="set-up-risk">
          <span className={words.isRiskGrave ? "tone-warn" : "faint"}>
            <Icon name={words.isRiskGrave ? "warning" : "info"} size="small" />
          </span>
          <span>{words.risk}</span>
        </span>
      </td>
      <td className="set-up-who quiet">{words.who}</td>
    </tr>
  );
}

/** What holds today under the recipe that is followed; how much of the chosen one is there; else that it is not set up. */
function Today({ line, view, isChosen }: Pick<RowProps, "line" | "view" | "isChosen">): ReactNode {
  if (line.today !== null) return <Pair {...pairOf(line.today)} />;
  // The verdict counts then what is done and what is left.
  if (isChosen && view.nextStep !== null) return <span>Begun</span>;
  const steps = isChosen ? (view.plan?.steps ?? []) : [];
  const done = steps.filter(isSettled).length;
  const left = steps.filter(({ state }) => state === "to-do").length;
  return done > 0 ? (
    <span>{left > 0 ? `${left} of ${steps.length} to do` : `${done} of ${steps.length} steps`}</span>
  ) : (
    <span className="faint">Not set up</span>
  );
}
