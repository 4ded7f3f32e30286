import type { ReactNode } from "react";
import type { RunSignIn } from "../../../stores/run.ts";
import { formatDuration } from "../../../text/time.ts";
import type { BarKind } from "./step-tone.ts";
import { timedSteps, timeParts } from "./time-parts.ts";
import { useTicks } from "./use-ticks.ts";

type TimeLegendProps = {
  readonly signIns: readonly (RunSignIn | null)[];
  /** What passed between steps is counted as spent here: one line, while a test runs. */
  readonly isBrief?: boolean;
};

/** How long sign-ins took or take so far, and whose time it was, in the colours of the bars. */
export function TimeLegend({ signIns, isBrief = false }: TimeLegendProps): ReactNode {
  const shown = signIns.filter((signIn) => signIn !== null);
  const isRunning = shown.some(
    ({ steps, result }) => result === null && steps.some(({ status }) => status === "running"),
  );
  const now = useTicks(isRunning);
  const { total, provider, own, waiting, between } = timeParts(
    shown.map((signIn) => timedSteps(signIn, now)),
  );
  // Between steps nobody else is waited for; a number of its own only beside bars that leave it out.
  const isParted = shown.length === 1 && !isBrief;
  return (
    <p className="time-legend number">
      <span>
        <b>{formatDuration(total)}</b>
        {isRunning && <span className="time-more"> so far</span>}
      </span>
      {waiting > 0 && <TimePart kind="you" word="waiting" ms={waiting} />}
      <TimePart kind="away" word="provider" ms={provider} />
      <TimePart kind="own" word="here" ms={isParted ? own : own + between} />
      {isParted && Math.round(between) > 0 && (
        <span className="time-part">
          between<span className="time-more"> steps</span> {formatDuration(between)}
        </span>
      )}
    </p>
  );
}

type TimePartProps = {
  readonly kind: BarKind;
  readonly word: string;
  readonly ms: number;
};

function TimePart({ kind, word, ms }: TimePartProps): ReactNode {
  return (
    <span className="time-part">
      <span className={`swatch step-bar-${kind}`} aria-hidden="true" /> {word} {formatDuration(ms)}
    </span>
  );
}
