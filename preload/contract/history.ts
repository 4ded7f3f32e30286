import type { Comparison } from "../../main/core/history/compare-runs.ts";
import type { RunLabel } from "../../main/core/history/run-label.ts";
import type { RunName } from "../../main/core/history/run-name.ts";
import type { RunKind } from "../../main/core/history/run-record.ts";
import type { Trend } from "../../main/core/history/trends.ts";
import type { LoginResult } from "../../main/core/login-result.ts";
import type { PairedView } from "../../main/core/pair/pair-verdict.ts";
import type { Problem } from "../../main/core/problem.ts";
import type { ReportPreview } from "../../main/core/report/preview-report.ts";
import type { Rollout } from "../../main/core/rollout/rollout.ts";
import type { Call, Names, Nothing } from "./define.ts";
import type { FileHandle } from "./files.ts";

/** One run of the open document in the list of the Test screen. */
export type RunView = {
  readonly id: string;
  readonly kind: RunKind;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly label: RunLabel;
  readonly name: RunName;
  readonly practice: boolean;
  readonly scenario: string | null;
  /** A masked copy is on disk. */
  readonly kept: boolean;
  /** People and ids are labels: only the kept copy is left. */
  readonly masked: boolean;
  /** The settings are those that the document has now; null while the document is closed. */
  readonly profileIsCurrent: boolean | null;
  /** What changed between the run before and this one, in the profile or in the practice tenant; null when nothing did. */
  readonly changeBefore: {
    readonly profile: "unchanged" | "changed";
    /** When the document was last edited before this run, ISO 8601; null when that was in another session. */
    readonly at: string | null;
    /** Settings that differ; empty also where only values differ that a kept run masks. */
    readonly keys: readonly string[];
    /** Switches of the practice tenant: `CA001 turned off`. Empty where it is not known how they stood. */
    readonly switches: readonly string[];
  } | null;
};

/** Since when a sign-in answers as it does, with what a record does not hold. */
export type TrendView = Trend & {
  /** Switches of the practice tenant at the turning point: `CA001 turned off`. Empty where there is none, or where it is not known how they stood. */
  readonly switches: readonly string[];
};

export type HistoryView = {
  /** The newest first. */
  readonly runs: readonly RunView[];
  /** The login first; empty where no run tells. */
  readonly trends: readonly TrendView[];
  /** Why kept runs cannot be read, one problem for each; they are left where they are. */
  readonly problems: readonly Problem[];
  /** Runs of other documents, in memory or kept. */
  readonly elsewhere: number;
};

/** A run with everything that is known about it. */
export type RunDetailView = RunView & {
  /** One result, or for `both` the login and then the check. */
  readonly results: readonly LoginResult[];
  readonly paired: PairedView | null;
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
  /** Path where the host saved it; null when the page has to take `download`. */
  readonly savedTo: string | null;
  readonly download: FileHandle | null;
  readonly bytes: number;
  /** The files of a support bundle; empty for a single report. */
  readonly files: readonly string[];
};

type RunId = { readonly runId: string };

/** What a report is to be about, and what it may show. */
export type ReportInput = {
  readonly runIds: readonly string[];
  /** `bundle` is a ZIP of all three with a copy of the profile that holds no secrets. */
  readonly format: "markdown" | "html" | "json" | "bundle";
  readonly identities: "masked" | "shown";
  /** Trace and correlation ids, which support asks for; masked when left out. */
  readonly requestIds?: "masked" | "shown";
};

export type HistoryCalls = {
  /** Runs of the open document: those of this session, and those that were kept. */
  readonly "history.list": Call<Nothing, HistoryView>;
  readonly "history.run": Call<RunId, RunDetailView>;
  /** Compares two runs; which of them is older does not matter. */
  readonly "history.compare": Call<{ readonly a: string; readonly b: string }, Comparison>;
  /** Writes a masked copy of a run to disk, for later sessions. The new list comes by `history.changed`, before the answer. */
  readonly "history.keep": Call<RunId, null>;
  /** Deletes a run from memory and disk; the new list comes as after `history.keep`. */
  readonly "history.forget": Call<RunId, null>;
  /**
   * Deletes many runs from memory and disk: those of the open document, or of every document. `unreadable` deletes kept
   * files that cannot be read, which belong to no document; so does `everything`.
   */
  readonly "history.forgetAll": Call<{ readonly what: "document" | "unreadable" | "everything" }, null>;
  /** Go or no-go for the open document. */
  readonly "rollout.judge": Call<Nothing, RolloutView>;
  /** A report about runs and the open profile; without runs about the profile alone. Null when not saved. */
  readonly "report.make": Call<ReportInput, ReportView | null>;
  /** What `report.make` would write now; nothing is saved. */
  readonly "report.preview": Call<ReportInput, ReportPreview>;
};

export const historyCalls: Names<HistoryCalls> = {
  "history.list": true,
  "history.run": true,
  "history.compare": true,
  "history.keep": true,
  "history.forget": true,
  "history.forgetAll": true,
  "rollout.judge": true,
  "report.make": true,
  "report.preview": true,
};

export type HistoryEvents = { readonly "history.changed": HistoryView };

export const historyEvents: Names<HistoryEvents> = { "history.changed": true };
