import { type ReactNode, useRef } from "react";
import type { LiveStep, LoginResult } from "../../../../preload/contract.ts";
import { type RunSignIn, waitingSteps } from "../../../stores/run.ts";
import { layOutBars } from "./bar-layout.ts";
import { StepRow, WaitingStepRow } from "./step-row.tsx";
import { timedSteps } from "./time-parts.ts";
import { useHasRoom } from "./use-has-room.ts";
import { useTicks } from "./use-ticks.ts";

type StepListProps = {
  readonly signIn: RunSignIn;
  /** What stands under the steps may be pushed out of sight by one that lies open: the steps are what was asked for. */
  readonly isFirst?: boolean;
};

/** The steps of one sign-in on one scale of time: those that were made, and those that are still to come. */
export function StepList({ signIn, isFirst = false }: StepListProps): ReactNode {
  const isRunning = signIn.steps.some((step) => step.status === "running") && signIn.result === null;
  const now = useTicks(isRunning);
  const timed = timedSteps(signIn, now);
  const bars = layOutBars(timed);
  const accepted = signIn.result?.jamfConnect.accepts === true;
  const list = useRef<HTMLOListElement>(null);
  const hasRoom = useHasRoom(list, ".run-evidence", isFirst);
  const telling = signIn.result === null || !hasRoom ? null : tellingStep(signIn.result);
  return (
    <ol ref={list} className="steps">
      {timed.map(({ step, ms }, index) => (
        <StepRow
          key={step.id}
          step={step}
          ms={ms}
          bar={bars[index] ?? { left: 0, width: 0 }}
          isAccepted={accepted}
          isStopped={signIn.result?.outcome === "cancelled"}
          code={signIn.result?.error?.code ?? null}
          isOpenAtFirst={step.id === telling}
          isNoteToldBefore={isToldBefore(step, timed[index - 1]?.step)}
        />
      ))}
      {waitingSteps(signIn).map((step) => (
        <WaitingStepRow key={step.id} step={step} />
      ))}
    </ol>
  );
}

/** The step that lies open by itself where there is room: the one that brought the error. Its request and answer are the proof. */
function tellingStep({ steps }: LoginResult): string | null {
  return steps.find((step) => step.status === "failed")?.id ?? null;
}

/** Steps that were skipped for the same reason say it once. */
function isToldBefore(step: LiveStep, last: LiveStep | undefined): boolean {
  return step.status === "skipped" && last?.status === "skipped" && step.note === last.note;
}
