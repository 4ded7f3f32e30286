import { type ReactNode, useId, useState } from "react";
import { Button } from "react-aria-components";
import type { LiveStep, PlannedStep } from "../../../../preload/contract.ts";
import { Icon } from "../../../components/icon.tsx";
import { Spinner } from "../../../components/spinner.tsx";
import { lowerFirst } from "../../../text/lower-first.ts";
import { formatDuration } from "../../../text/time.ts";
import type { Bar } from "./bar-layout.ts";
import { ExchangeView } from "./exchange-view.tsx";
import { stepTone } from "./step-tone.ts";

type StepRowProps = {
  readonly step: LiveStep;
  readonly ms: number;
  readonly bar: Bar;
  readonly isAccepted: boolean;
  readonly isStopped: boolean;
  readonly code: number | null;
  /** Its exchange tells what happened and has the room, so it lies open without being asked. */
  readonly isOpenAtFirst: boolean;
  /** The row above says why this one was skipped. */
  readonly isNoteToldBefore: boolean;
};

/** One step: state, name, its stretch of time, its length; opens to what was sent and answered. */
export function StepRow({
  step,
  ms,
  bar,
  isAccepted,
  isStopped,
  code,
  isOpenAtFirst,
  isNoteToldBefore,
}: StepRowProps): ReactNode {
  const look = stepTone(step, { isAccepted, isStopped });
  const canOpen =
    step.status !== "running" &&
    (step.request !== undefined ||
      step.response !== undefined ||
      (step.note !== undefined && step.status !== "skipped"));
  const [choice, setChoice] = useState<boolean | null>(null);
  const isOpen = choice ?? isOpenAtFirst;
  const detailId = useId();
  const isShown = canOpen && isOpen;
  const line = (
    <>
      <span className={`step-icon tone-${look.tone}`}>
        {look.icon === null ? <Spinner /> : <Icon name={look.icon} size="small" />}
        <span className="visually-hidden">{look.word}</span>
      </span>
      <span className="step-title">{step.title}</span>
      {step.status === "skipped" ? (
        <span className="step-skipped">
          skipped
          {step.note === undefined || isNoteToldBefore ? "" : `: ${lowerFirst(step.note).replace(/\.$/, "")}`}
        </span>
      ) : (
        <span className="step-track">
          <span
            className={`step-bar step-bar-${look.bar}`}
            {...(look.bar === "you" ? { title: "Waiting for you" } : {})}
            style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
          />
        </span>
      )}
      {step.status !== "skipped" && <span className="number">{formatDuration(ms)}</span>}
      {canOpen && (
        <span className="faint">
          <Icon name={isShown ? "down" : "right"} size="small" />
        </span>
      )}
    </>
  );
  return (
    <li className="step" data-step={step.id} data-state={look.state}>
      {canOpen ? (
        <Button
          className="step-line"
          aria-expanded={isShown}
          aria-controls={detailId}
          onPress={() => setChoice(!isShown)}
        >
          {line}
        </Button>
      ) : (
        <div className="step-line">{line}</div>
      )}
      {isShown && (
        <div id={detailId} className="step-detail">
          {step.note !== undefined && <p className="note quiet step-note">{step.note}</p>}
          <ExchangeView step={step} code={code} />
        </div>
      )}
    </li>
  );
}

/** A step that is still to come. */
export function WaitingStepRow({ step }: { readonly step: PlannedStep }): ReactNode {
  return (
    <li className="step" data-step={step.id} data-state="waiting">
      <div className="step-line">
        <span className="step-icon tone-mute">
          <Icon name="clock" size="small" />
          <span className="visually-hidden">Waiting</span>
        </span>
        <span className="step-title">{step.title}</span>
      </div>
    </li>
  );
}
