import type { ReactNode } from "react";
import type { RunSignIn } from "../../../stores/run.ts";
import { formatDuration } from "../../../text/time.ts";
import type { BarKind } from "./step-tone.ts";
import { timedSteps, timeParts } from "./time-parts.ts";
import { useTicks } from "./use-ticks.ts";

/** How long sign-ins took or take so far, and whose time it was, in the colours of the bars. */
export function TimeLegend({ signIns }: { readonly signIns: readonly (RunSignIn | null)[] }): ReactNode {
  const shown = signIns.filter((signIn) => signIn !== null);
  const isRunning = shown.some(
    ({ steps, result }) => result === null && steps.some(({ status }) => status === "running"),
  );
  const now = useTicks(isRunning);
  const { total, provider, own, waiting, between } = timeParts(
    shown.map((signIn) => timedSteps(signIn, now)),
  );
  // Between steps nobody else is waited for; a number of its own only beside bars that leave it out.
  const isSingle = shown.length === 1;
  return (
    <p className="time-legend number">
      <span>
        <b>{formatDuration(total)}</b>
        {isRunning && " so far"}
      </span>
      {waiting > 0 && <TimePart kind="you" word="waiting" ms={waiting} />}
      <TimePart kind="away" word="provider" ms={provider} />
      <TimePart kind="own" word="here" ms={isSingle ? own : own + between} />
      {isSingle && Math.round(between) > 0 && (
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
