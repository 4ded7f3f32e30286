import type { ReactNode } from "react";
import type { SetUpWalk, WalkedStep } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { PracticeTag } from "../../components/tag.tsx";
import { useSetUp } from "../../stores/context.ts";
import { walkedWords } from "./step-list.tsx";

/** A walk through the practice tenant: how far it is, Stop, and what became of it. Its requests stand at the steps. */
export function WalkView({ walk }: { readonly walk: SetUpWalk }): ReactNode {
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
        <PracticeTag />
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
      <progress max={walk.steps.length} value={ended} aria-label="Steps carried out" />
      {walk.problem !== null && <ProblemBanner problem={walk.problem} />}
    </section>
  );
}

/** `Carried out: 9 made, 3 were there, 1 to do by hand.` */
function sentence({ kind, steps, problem }: SetUpWalk): string {
  const amounts = (["made", "changed", "removed", "found", "by-hand"] as const).flatMap((status) => {
    const amount = steps.filter((step) => step.status === status).length;
    return amount === 0 ? [] : [`${amount} ${walkedWord(status, amount, kind)}`];
  });
  const first = problem !== null ? "Stopped" : kind === "undo" ? "Undone" : "Carried out";
  return amounts.length === 0 ? `${first}.` : `${first}: ${amounts.join(", ")}.`;
}

function walkedWord(status: WalkedStep["status"], amount: number, kind: SetUpWalk["kind"]): string {
  if (status === "by-hand") return "to do by hand";
  if (status !== "found") return walkedWords[status].toLowerCase();
  return kind === "undo" ? "not there" : amount === 1 ? "was there" : "were there";
}
