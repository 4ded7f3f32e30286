import type { LiveStep } from "../../../../preload/contract.ts";
import type { IconName } from "../../../components/icon.tsx";
import type { Tone } from "../../../components/tag.tsx";
import { waitsForPerson } from "../../../stores/run.ts";

export type StepState = "waiting" | "running" | "done" | "accepted-error" | "failed" | "stopped" | "skipped";

/** Whose time a bar stands for: ours, the provider's, the person's; or an error in place of it. */
export type BarKind = "own" | "away" | "you" | "warn" | "err";

export type StepTone = {
  readonly state: StepState;
  /** The same words as on the command line and in reports (`main/core/verdict/step-words.ts`; a test compares them). */
  readonly word: string;
  /** Null stands for the spinner. */
  readonly icon: IconName | null;
  readonly tone: Tone;
  readonly bar: BarKind;
};

type RunState = {
  readonly isAccepted: boolean;
  readonly isStopped: boolean;
};

/**
 * How a step is drawn. An error that Jamf Connect accepts is a warning, not a failure; a step that was stopped is neither.
 * Steps without an exchange are our own time, but for the one in which a person signs in.
 */
export function stepTone(step: LiveStep, run: RunState): StepTone {
  switch (step.status) {
    case "running":
      return { state: "running", word: "Running", icon: null, tone: "accent", bar: whose(step) };
    case "skipped":
      return { state: "skipped", word: "Skipped", icon: "skip", tone: "mute", bar: "away" };
    case "ok":
      return { state: "done", word: "Done", icon: "ok", tone: "ok", bar: whose(step) };
    case "failed":
      return failedTone(step, run);
  }
}

function failedTone(step: LiveStep, run: RunState): StepTone {
  if (run.isStopped) {
    return { state: "stopped", word: "Stopped", icon: "stop", tone: "mute", bar: whose(step) };
  }
  const isPersons = waitsForPerson(step);
  return run.isAccepted
    ? { state: "accepted-error", word: "Accepted error", icon: "warning", tone: "warn", bar: "warn" }
    : { state: "failed", word: "Failed", icon: "error", tone: "err", bar: isPersons ? "you" : "err" };
}

function whose(step: LiveStep): "own" | "away" | "you" {
  if (waitsForPerson(step)) {
    return "you";
  }
  const hasExchange =
    step.status !== "running" && (step.request !== undefined || step.response !== undefined);
  return hasExchange ? "away" : "own";
}
