import type { Finding } from "../../../core/finding.ts";
import type { ChangedValue } from "../../../core/lint/changed-values.ts";
import type { Problem } from "../../../core/problem.ts";

/** One file of a run. */
export type FileReport = {
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly { readonly finding: Finding; readonly reason: string }[];
  /** What `--fix` changed, or would change; null without it. */
  readonly fixed: null | {
    readonly rules: readonly string[];
    readonly changes: readonly ChangedValue[];
    readonly written: boolean;
  };
};

/** A whole run of `lint`. */
export type LintReport = {
  readonly files: readonly FileReport[];
  /** Files and folders that could not be read, and files that were not fixed. */
  readonly problems: readonly Problem[];
};

/** How many findings there are of each severity. */
export function summaryOf(files: readonly FileReport[]): Readonly<Record<Finding["severity"], number>> {
  const summary = { error: 0, warning: 0, info: 0 };
  for (const { findings } of files) for (const { severity } of findings) summary[severity] += 1;
  return summary;
}
