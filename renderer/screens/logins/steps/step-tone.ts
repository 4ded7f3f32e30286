import type { LiveStep } from "../../../../preload/contract.ts";
import type { IconName } from "../../../components/icon.tsx";
import type { Tone } from "../../../components/tag.tsx";

export type StepState = "waiting" | "running" | "done" | "accepted-error" | "failed" | "stopped" | "skipped";

export type StepTone = {
  readonly state: StepState;
  readonly word: string;
  /** Null stands for the spinner. */
  readonly icon: IconName | null;
  readonly tone: Tone;
  readonly bar: "own" | "away" | "warn" | "err";
};

type RunState = {
  readonly isAccepted: boolean;
  readonly isStopped: boolean;
  /** Which step brought the error that the verdict is about; `none` where no answer was an error. */
  readonly errorFrom: "this-step" | "another-step" | "none";
};

/**
 * How a step is drawn. An error that Jamf Connect accepts is a warning, not a failure; a step that was stopped is
 * neither. Steps without an exchange are our own time; one that only read the error of another step did its work.
 */
export function stepTone(step: LiveStep, run: RunState): StepTone {
  if (run.errorFrom === "this-step" && step.status === "ok") return failedTone(run);
  switch (step.status) {
    case "running":
      return { state: "running", word: "Running", icon: null, tone: "accent", bar: "own" };
    case "skipped":
      return { state: "skipped", word: "Skipped", icon: "skip", tone: "mute", bar: "away" };
    case "ok":
      return doneTone(step);
    case "failed":
      return run.errorFrom === "another-step" && !run.isStopped && !hasExchange(step)
        ? doneTone(step)
        : failedTone(run);
  }
}

function doneTone(step: LiveStep): StepTone {
  return { state: "done", word: "Done", icon: "ok", tone: "ok", bar: hasExchange(step) ? "away" : "own" };
}

function failedTone(run: RunState): StepTone {
  if (run.isStopped) {
    return { state: "stopped", word: "Stopped", icon: "stop", tone: "mute", bar: "away" };
  }
  if (run.isAccepted) {
    return { state: "accepted-error", word: "Accepted error", icon: "warning", tone: "warn", bar: "warn" };
  }
  return { state: "failed", word: "Failed", icon: "error", tone: "err", bar: "err" };
}

function hasExchange(step: LiveStep): boolean {
  return step.status !== "running" && (step.request !== undefined || step.response !== undefined);
}
