import type { ReactNode } from "react";
import type { SetUpWalk, WalkedStep } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { useSetUp } from "../../stores/context.ts";

type ShowRecipesProps = {
  /** All recipes stand below it, not the chosen one alone. */
  readonly areAllShown: boolean;
  readonly onShowAll: (areAllShown: boolean) => void;
};

/** While there is a walk the steps have the room of the other recipes, until somebody wants to see these. */
export function ShowRecipes({ areAllShown, onShowAll }: ShowRecipesProps): ReactNode {
  return (
    <Button look={["plain", "small"]} onPress={() => onShowAll(!areAllShown)}>
      {areAllShown ? "Show the chosen recipe only" : "Show all recipes"}
    </Button>
  );
}

type WalkViewProps = ShowRecipesProps & { readonly walk: SetUpWalk };

/** A walk through the practice tenant: how far it is, Stop, and what became of it. Its requests stand at the steps. */
export function WalkView({ walk, areAllShown, onShowAll }: WalkViewProps): ReactNode {
  const stop = useSetUp((state) => state.stop);
  const close = useSetUp((state) => state.closeWalk);
  const ended = walk.steps.filter(({ status }) => status !== "waiting" && status !== "running").length;
  const current = walk.steps.find(({ status }) => status === "running");
  return (
    <section className="set-up-walk" aria-label="In the practice tenant">
      <div className="set-up-walk-head">
        {walk.isRunning ? <Spinner /> : <Icon name={walk.problem === null ? "ok" : "error"} />}
        <p className="grow cut" role="status">
          <b>{walk.isRunning ? `${ended} of ${walk.steps.length}` : sentence(walk)}</b>{" "}
          {current !== undefined && <span className="quiet">{current.title}</span>}
        </p>
        <ShowRecipes areAllShown={areAllShown} onShowAll={onShowAll} />
        {walk.isRunning ? (
          <Button look={["small"]} onPress={stop}>
            <Icon name="stop" size="small" /> Stop
          </Button>
        ) : (
          <Button look={["icon"]} aria-label="Close what was carried out" onPress={close}>
            <Icon name="remove" size="small" />
          </Button>
        )}
      </div>
      {walk.isRunning && <progress max={walk.steps.length} value={ended} aria-label="Steps carried out" />}
      {walk.problem !== null && <ProblemBanner problem={walk.problem} />}
    </section>
  );
}

/** Whether a walk is at its end and all of it was carried out: the verdict has told it then. */
export function isCarriedOut({ kind, isRunning, problem }: SetUpWalk): boolean {
  return kind === "set-up" && !isRunning && problem === null;
}

/** What became of one that was stopped, or of the way back. */
function sentence({ kind, steps, problem }: SetUpWalk): string {
  if (kind === "set-up")
    return `Stopped at step ${steps.findIndex(({ status }) => status === "stopped") + 1}.`;
  const amount = (wanted: WalkedStep["status"]) => steps.filter(({ status }) => status === wanted).length;
  const missing = amount("found");
  const rest = missing === 0 ? "" : `, ${missing} ${missing === 1 ? "was" : "were"} not there`;
  return `${problem !== null ? "Stopped" : "Undone"}: ${amount("removed")} removed${rest}.`;
}
