import type { ReactNode } from "react";
import type { SetUpWalk, WalkedStep } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { useSetUp } from "../../stores/context.ts";

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

/** What became of it. How much is done and what is left stands in the verdict and at the steps, and not a second time here. */
function sentence({ kind, steps, problem }: SetUpWalk): string {
  if (kind === "set-up" && problem === null) return "Carried out in the practice tenant.";
  if (kind === "set-up")
    return `Stopped at step ${steps.findIndex(({ status }) => status === "stopped") + 1}.`;
  const amount = (wanted: WalkedStep["status"]) => steps.filter(({ status }) => status === wanted).length;
  const missing = amount("found");
  const rest = missing === 0 ? "" : `, ${missing} ${missing === 1 ? "was" : "were"} not there`;
  return `${problem !== null ? "Stopped" : "Undone"}: ${amount("removed")} removed${rest}.`;
}
