import { type ReactNode, useEffect, useState } from "react";
import type { LiveStep, LoginResult } from "../../../preload/contract.ts";
import type { Lane } from "../../stores/run.ts";
import { layOutBars } from "./bar-layout.ts";
import { StepRow } from "./step-row.tsx";

/** The steps of one sign-in on one scale of time, growing while the run goes on. */
export function StepList({ lane }: { readonly lane: Lane }): ReactNode {
  const isRunning = lane.steps.some((step) => step.status === "running") && lane.result === null;
  const now = useTicks(isRunning);
  const timed = lane.steps.map((step) => ({ step, ms: durationOf(lane, step, now) }));
  const bars = layOutBars(timed.map(({ step, ms }) => ({ startedAtMs: step.startedAtMs, ms })));
  const accepted = lane.result?.jamfConnect.accepts === true;
  const telling = lane.result === null ? null : tellingStep(lane.result);
  return (
    <ol className="steps">
      {timed.map(({ step, ms }, index) => (
        <StepRow
          key={step.id}
          step={step}
          ms={ms}
          bar={bars[index] ?? { left: 0, width: 0 }}
          isAccepted={accepted}
          isStopped={lane.result?.outcome === "cancelled"}
          code={lane.result?.error?.code ?? null}
          isOpenAtFirst={step.id === telling}
        />
      ))}
    </ol>
  );
}

function durationOf(lane: Lane, step: LiveStep, now: number): number {
  return step.status === "running" ? Math.max(0, now - (lane.seenAt[step.id] ?? now)) : step.ms;
}

/** The page's clock, read ten times a second while `isOn`. */
function useTicks(isOn: boolean): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (!isOn) {
      return;
    }
    setNow(performance.now());
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, [isOn]);
  return now;
}

/** The step that lies open by itself: the last one that got an answer when that was an error, else the one that failed. */
function tellingStep({ error, steps }: LoginResult): string | null {
  const answered = error === null ? undefined : steps.findLast((step) => step.response !== undefined);
  return (answered ?? steps.find((step) => step.status === "failed"))?.id ?? null;
}
