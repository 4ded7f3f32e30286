import type { DestinationRefusal } from "../core/ropg/destination.ts";
import type { StepResult } from "./recorder.ts";

/** The ending of a run whose credential may not go where it would have gone. `kept` says that it was not sent. */
export function refusedDestination(refused: DestinationRefusal, at: string, kept: string): StepResult<never> {
  const problem = { code: refused.finding, title: refused.detail, detail: refused.detail, fix: refused.fix };
  return { status: "failed", ending: { kind: "refused", at, problem }, note: `${refused.detail} ${kept}` };
}
