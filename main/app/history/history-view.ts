import type { HistoryView, RunView } from "../../../preload/contract.ts";
import {
  compareSettings,
  type RunRecord,
  resultOf,
  runLabel,
  runName,
  trendsOf,
} from "../../core/history/index.ts";
import { type PairedView, withVerdict } from "../../core/pair/pair-verdict.ts";
import type { Problem } from "../../core/problem.ts";
import type { DocumentState, RememberedRun } from "./run-memory.ts";
import { changeText, switchChanges } from "./switch-changes.ts";

export type HistoryParts = {
  /** Every run there is, of any document, in any order. */
  readonly runs: readonly RememberedRun[];
  /** Ids of the runs that have a copy on disk. */
  readonly kept: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** The open document as it stands; null while none is open. */
  readonly current: DocumentState | null;
};

/** The list of the open document's runs, the newest first. */
export function historyView({ runs, kept, problems, current }: HistoryParts): HistoryView {
  const own = runs
    .filter(({ record }) => record.documentKey === current?.documentKey)
    .toSorted((a, b) => (a.record.startedAt < b.record.startedAt ? 1 : -1));
  return {
    runs: own.map((run, index) => ({
      ...runView(run.record),
      name: runName(run.record, changesOf(run)),
      kept: kept.has(run.record.id),
      profileIsCurrent: current === null ? null : isCurrent(run.record, current),
      changeBefore: changeBetween(own[index + 1], run),
    })),
    trends: trendsOf(own.map(({ record }) => record)).map((trend) => {
      const [older, newer] = [trend.before?.runId, trend.runIds.at(-1)].map((id) =>
        own.find(({ record }) => record.id === id),
      );
      return {
        ...trend,
        switches: older === undefined || newer === undefined ? [] : switchedBetween(older, newer),
      };
    }),
    problems,
    elsewhere: runs.length - own.length,
  };
}

/** What a record tells about itself. */
export function runView(record: RunRecord): RunView {
  const { id, kind, startedAt, practice, scenario, masked } = record;
  return {
    id,
    kind,
    startedAt,
    label: runLabel(record),
    name: runName(record),
    practice,
    scenario,
    kept: masked,
    masked,
    profileIsCurrent: null,
    changeBefore: null,
  };
}

/** What both sign-ins of a run came to together; null where it was not a run of both. */
export function pairedView(record: RunRecord): PairedView | null {
  const [login, check] = [resultOf(record, "oidc"), resultOf(record, "ropg")];
  if (record.paired === null || login === null || check === null) return null;
  return withVerdict(record.paired, login, check);
}

function isCurrent(record: RunRecord, current: DocumentState): boolean {
  return compareSettings(record, { ...record, ...current }).profile === "unchanged";
}

function changeBetween(older: RememberedRun | undefined, newer: RememberedRun): RunView["changeBefore"] {
  if (older === undefined) return null;
  const { profile, facts } = compareSettings(older.record, newer.record);
  const switches = switchedBetween(older, newer);
  if (profile === "unchanged" && switches.length === 0) return null;
  const at = newer.editedAt !== null && newer.editedAt > older.record.startedAt ? newer.editedAt : null;
  return {
    profile,
    at: profile === "unchanged" ? null : at,
    keys: facts.map((fact) => fact.subject),
    switches,
  };
}

/** What stood otherwise than the scenario sets it; empty where that is not known. */
function changesOf({ switches }: RememberedRun): readonly string[] {
  return switches === null ? [] : switchChanges(switches.scenario, switches.now).map(changeText);
}

/** Of another scenario it says nothing: there everything is another. */
function switchedBetween(older: RememberedRun, newer: RememberedRun): readonly string[] {
  if (older.switches === null || newer.switches === null) return [];
  if (older.record.scenario !== newer.record.scenario) return [];
  return switchChanges(older.switches.now, newer.switches.now).map(changeText);
}
