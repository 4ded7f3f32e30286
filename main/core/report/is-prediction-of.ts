import type { RunRecord } from "../history/index.ts";
import type { ReportInput } from "./report-input.ts";

/** Policies of another scenario, or of none, would stand beside the newest run as if they were behind it. */
export function isPredictionOf(
  { predictedScenario }: Pick<ReportInput, "predictedScenario">,
  newest: RunRecord | undefined,
): boolean {
  return newest === undefined || newest.scenario === predictedScenario;
}
