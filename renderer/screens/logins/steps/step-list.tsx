import type { ReactNode } from "react";
import type { LiveStep, LoginResult } from "../../../../preload/contract.ts";
import { type RunSignIn, waitingSteps } from "../../../stores/run.ts";
import { layOutBars } from "./bar-layout.ts";
import { StepRow, WaitingStepRow } from "./step-row.tsx";
import { useTicks } from "./use-ticks.ts";

type StepListProps = {
  readonly signIn: RunSignIn;
  /** Said beside the first step while nothing has begun. */
  readonly waitsFor?: string;
};

/** The steps of one sign-in on one scale of time: those that were made, and those that are still to come. */
export function StepList({ signIn, waitsFor }: StepListProps): ReactNode {
  const isRunning = signIn.steps.some((step) => step.status === "running") && signIn.result === null;
  const now = useTicks(isRunning);
  const timed = signIn.steps.map((step) => ({ step, ms: durationOf(signIn, step, now) }));
  const bars = layOutBars(timed.map(({ step, ms }) => ({ startedAtMs: step.startedAtMs, ms })));
  const accepted = signIn.result?.jamfConnect.accepts === true;
  const telling = signIn.result === null ? null : tellingStep(signIn.result);
  const hasError = signIn.result !== null && signIn.result.error !== null;
  return (
    <ol className="steps">
      {timed.map(({ step, ms }, index) => (
        <StepRow
          key={step.id}
          step={step}
          ms={ms}
          bar={bars[index] ?? { left: 0, width: 0 }}
          isAccepted={accepted}
          isStopped={signIn.result?.outcome === "cancelled"}
          code={signIn.result?.error?.code ?? null}
          errorFrom={hasError ? (step.id === telling ? "this-step" : "another-step") : "none"}
          isOpenAtFirst={step.id === telling}
        />
      ))}
      {waitingSteps(signIn).map((step, index) => (
        <WaitingStepRow
          key={step.id}
          step={step}
          {...(index === 0 && signIn.steps.length === 0 && waitsFor !== undefined ? { note: waitsFor } : {})}
        />
      ))}
    </ol>
  );
}

function durationOf(signIn: RunSignIn, step: LiveStep, now: number): number {
  return step.status === "running" ? Math.max(0, now - (signIn.seenAt[step.id] ?? now)) : step.ms;
}

/** The step that lies open by itself: the last one that got an answer when that was an error, else the one that failed. */
function tellingStep({ error, steps }: LoginResult): string | null {
  const answered = error === null ? undefined : steps.findLast((step) => step.response !== undefined);
  return (answered ?? steps.find((step) => step.status === "failed"))?.id ?? null;
}
