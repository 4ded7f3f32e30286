import type { LoginResult, Step } from "../login-result.ts";

/** What a step came to, in the words that app, command line and report share. */
export type StepWord = "Done" | "Failed" | "Accepted error" | "Stopped" | "Skipped";

/**
 * What a step of a run came to. An error that Jamf Connect accepts is no failure, and neither is a step in which the run was
 * stopped.
 */
export function stepWord({ status }: Pick<Step, "status">, run: RunEndedAs): StepWord {
  if (status !== "failed") return status === "ok" ? "Done" : "Skipped";
  if (run.outcome === "cancelled") return "Stopped";
  return run.jamfConnect.accepts === true ? "Accepted error" : "Failed";
}

type RunEndedAs = Pick<LoginResult, "outcome" | "jamfConnect">;

/** The step in which a person signs in: its time is theirs, not the provider's and not ours. */
export function waitsForPerson({ id }: Pick<Step, "id">): boolean {
  return id === "sign-in";
}

/** How long a run took in milliseconds, and how long somebody was waited for. */
export function stepTimes(steps: readonly Step[]): { readonly total: number; readonly waiting: number } {
  const sum = (list: readonly Step[]) => list.reduce((total, step) => total + step.ms, 0);
  return { total: sum(steps), waiting: sum(steps.filter(waitsForPerson)) };
}
