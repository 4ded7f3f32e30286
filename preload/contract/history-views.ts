import type { RunLabel } from "../../main/core/history/run-label.ts";
import type { RunKind } from "../../main/core/history/run-record.ts";
import type { Trend } from "../../main/core/history/trends.ts";
import type { LoginResult } from "../../main/core/login-result.ts";
import type { Paired } from "../../main/core/pair/paired.ts";
import type { Problem } from "../../main/core/problem.ts";
import type { Rollout } from "../../main/core/rollout/rollout.ts";

/** One run of the open document in the list of the Test screen. */
export type RunView = {
  readonly id: string;
  readonly kind: RunKind;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly label: RunLabel;
  readonly practice: boolean;
  readonly scenario: string | null;
  /** A masked copy is on disk. */
  readonly kept: boolean;
  /** People and ids are labels: only the kept copy is left. */
  readonly masked: boolean;
  /** The settings are those that the document has now; null while the document is closed. */
  readonly profileIsCurrent: boolean | null;
  /** What changed in the profile between the run before and this one; null when nothing did. */
  readonly changeBefore: {
    /** When the document was last edited before this run, ISO 8601; null when that was in another session. */
    readonly at: string | null;
    readonly keys: readonly string[];
  } | null;
};

export type HistoryView = {
  /** The newest first. */
  readonly runs: readonly RunView[];
  /** Since when each sign-in answers as it does, the login first; empty where no run tells. */
  readonly trends: readonly Trend[];
  /** Why kept runs cannot be read, one problem for each; they are left where they are. */
  readonly problems: readonly Problem[];
  /** Runs of other documents, in memory or kept. */
  readonly elsewhere: number;
};

/** A run with everything that is known about it. */
export type RunDetailView = RunView & {
  /** One result, or for `both` the login and then the check. */
  readonly results: readonly LoginResult[];
  readonly paired: Paired | null;
};

/** The go or no-go box, and what it rests on. */
export type RolloutView = Rollout & {
  /** The run that was judged; null when there is none. */
  readonly runId: string | null;
};

/** A report that was written. */
export type ReportView = {
  readonly fileName: string;
  readonly mediaType: string;
  /** Path where the host saved it; null when the page has to download `data`. */
  readonly savedTo: string | null;
  /** Base64. */
  readonly data: string | null;
  readonly bytes: number;
  /** The files of a support bundle; empty for a single report. */
  readonly files: readonly string[];
};
