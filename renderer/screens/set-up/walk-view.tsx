import type { ReactNode } from "react";
import type { SetUpWalk, WalkedStep } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { useSetUp } from "../../stores/context.ts";
import { count } from "../../text/count.ts";

type WalkViewProps = {
  readonly walk: SetUpWalk;
  /** All recipes stand below it, not the chosen one alone. */
  readonly areAllShown: boolean;
  readonly onShowAll: (areAllShown: boolean) => void;
};

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
        <Button look={["plain", "small"]} onPress={() => onShowAll(!areAllShown)}>
          {areAllShown ? "Show the chosen recipe only" : "Show all recipes"}
        </Button>
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

/** `12 steps carried out, 1 was there already, 1 was not needed, 1 is left for you.` */
function sentence({ kind, steps, problem }: SetUpWalk): string {
  const amount = (...wanted: readonly WalkedStep["status"][]) =>
    steps.filter(({ status }) => wanted.includes(status)).length;
  const parts =
    kind === "undo"
      ? [`${amount("removed")} removed`, someOf(amount("found"), "was not there", "were not there")]
      : [
          `${count(amount("made", "changed"), "step")} carried out`,
          someOf(amount("found"), "was there already", "were there already"),
          someOf(amount("not-needed"), "was not needed", "were not needed"),
          someOf(amount("by-hand"), "is left for you", "are left for you"),
        ];
  const first = problem !== null ? "Stopped: " : kind === "undo" ? "Undone: " : "";
  return `${first}${parts.filter((part) => part !== "").join(", ")}.`;
}

function someOf(amount: number, one: string, several: string): string {
  return amount === 0 ? "" : `${amount} ${amount === 1 ? one : several}`;
}
