import type { RunRecord } from "../history/index.ts";
import { isPredictionOf } from "./is-prediction-of.ts";
import type { ReportInput } from "./report-input.ts";

/** What was not looked at, in sentences: a report is read by people who were not there. */
export function notDone(input: ReportInput, runs: readonly RunRecord[]): readonly string[] {
  const results = runs.flatMap((run) => run.results);
  const has = (kind: "oidc" | "ropg") => results.some((result) => result.kind === kind);
  return [
    ...(has("oidc") ? [] : ["The login of the login window was not run."]),
    ...(has("ropg")
      ? []
      : ["The password check of the menu bar / Self Service+ was not run. No password was checked."]),
    ...(runs.some((run) => run.practice)
      ? ["Runs marked as practice met the practice tenant and say nothing about the real one."]
      : []),
    ...(input.prediction === null && !results.some((result) => result.prediction !== undefined)
      ? [
          "No Conditional Access policies were loaded: nothing was predicted, and who could be locked out was not looked at.",
        ]
      : []),
    ...(input.prediction !== null && !isPredictionOf(input, runs[0])
      ? ["The policies that are loaded now are not those of the newest run, so they are left out."]
      : []),
    ...(results.length === 0
      ? []
      : [
          "The runs left from another machine or program than a Mac's login window. Policies on location, platform or device may decide otherwise there.",
        ]),
    "The sign-in log of a real tenant was not read for this report.",
    "Nothing was changed, neither in the tenant nor in the file of the profile.",
  ];
}
