import type { HistoryView, RunDetailView } from "../../../preload/contract.ts";
import { besideOtherMethod, type Comparison, type RunRecord } from "../../core/history/index.ts";
import type { LoginResult } from "../../core/login-result.ts";
import { fail, type Result, succeed } from "../../core/problem.ts";
import type { OpenDocument } from "../document/open-document.ts";
import type { HostPorts } from "../ports.ts";
import { compareRemembered } from "./compare-remembered.ts";
import { historyView, pairedView, runView } from "./history-view.ts";
import {
  createRunMemory,
  type DocumentState,
  type RememberedRun,
  type RunStart,
  runRecord,
} from "./run-memory.ts";

/** The runs of this session and the kept ones of earlier sessions. */
export type RunHistory = {
  readonly documentOpened: (open: OpenDocument) => void;
  readonly documentEdited: () => void;
  /** What a run is about that starts now: the document may be edited, or another one opened, before it ends. */
  readonly about: (start: RunStart) => RunAbout;
  /** A result that ended just now, with what a login with the other sign-in method showed beside it. */
  readonly besideOtherMethod: (about: RunAbout, result: LoginResult) => LoginResult;
  /** Takes in a run that ended. */
  readonly remember: (
    runId: string,
    about: RunAbout,
    results: readonly LoginResult[],
    paired: RunRecord["paired"],
  ) => void;
  readonly list: (open: OpenDocument | null) => Promise<Result<HistoryView>>;
  readonly detail: (open: OpenDocument | null, id: string) => Promise<Result<RunDetailView>>;
  readonly compare: (a: string, b: string) => Promise<Result<Comparison>>;
  /** Writes a masked copy to disk; the run in memory stays as it is. */
  readonly keep: (id: string) => Promise<Result<null>>;
  /** Deletes a run from memory and from disk. */
  readonly forget: (id: string) => Promise<Result<null>>;
  readonly forgetAll: (
    what: "document" | "unreadable" | "everything",
    open: OpenDocument | null,
  ) => Promise<Result<null>>;
  readonly records: (ids: readonly string[]) => Promise<Result<readonly RunRecord[]>>;
  /** Every run of the document, in memory or kept. */
  readonly recordsOf: (open: OpenDocument) => Promise<readonly RunRecord[]>;
  readonly stateOf: (open: OpenDocument) => DocumentState;
  readonly clear: () => void;
};

/** What was known when a run started. */
export type RunAbout = {
  readonly start: RunStart;
  readonly state: DocumentState;
  readonly editedAt: string | null;
};

export function createRunHistory(
  ports: Pick<HostPorts, "keptRuns" | "now">,
  /** Called when the list may look different; resolves when everybody has been told. */
  onChange: () => Promise<void>,
): RunHistory {
  const memory = createRunMemory();
  let editedAt: string | null = null;

  const everything = async () => {
    const kept = await ports.keptRuns.list();
    const disk = kept.ok ? kept.value.runs : [];
    const problems = kept.ok ? kept.value.damaged : [kept.problem];
    const inMemory = memory.all();
    const known = new Set(inMemory.map(({ record }) => record.id));
    const onlyKept = disk.filter((record) => !known.has(record.id));
    return {
      runs: [...inMemory, ...onlyKept.map((record) => ({ record, editedAt: null, switches: null }))],
      kept: new Set(disk.map((record) => record.id)),
      problems,
    };
  };
  const remembered = async (id: string): Promise<Result<RememberedRun>> => {
    const found = (await everything()).runs.find((run) => run.record.id === id);
    return found === undefined ? fail(noSuchRun) : succeed(found);
  };
  const recordsOf = async (open: OpenDocument): Promise<readonly RunRecord[]> => {
    const { documentKey } = memory.stateOf(open);
    const { runs } = await everything();
    return runs.map((run) => run.record).filter((one) => one.documentKey === documentKey);
  };
  const forgetMany = async (
    what: "document" | "unreadable" | "everything",
    open: OpenDocument | null,
  ): Promise<Result<null>> => {
    if (what === "everything") {
      memory.clear();
      return ports.keptRuns.forgetAll();
    }
    if (what === "unreadable") return ports.keptRuns.forgetDamaged();
    const ids = open === null ? [] : (await recordsOf(open)).map(({ id }) => id);
    for (const id of ids) memory.forget(id);
    const answers = [];
    for (const id of ids) answers.push(await ports.keptRuns.forget(id));
    return answers.find((answer) => !answer.ok) ?? succeed(null);
  };
  const views = async (open: OpenDocument | null) =>
    historyView({ ...(await everything()), current: open === null ? null : memory.stateOf(open) });

  return {
    records: async (ids) => {
      const { runs } = await everything();
      const found = [...new Set(ids)].map((id) => runs.find((run) => run.record.id === id)?.record);
      return found.includes(undefined) ? fail(noSuchRun) : succeed(found.filter((one) => one !== undefined));
    },
    keep: async (id) => {
      const found = await remembered(id);
      if (!found.ok) return found;
      const { maskForKeeping } = await import("../../core/report/index.ts");
      const written = await ports.keptRuns.write(maskForKeeping(found.value.record));
      await onChange();
      return written;
    },
    stateOf: memory.stateOf,
    clear: memory.clear,
    documentOpened: (open) => {
      memory.opened(open);
      editedAt = null;
    },
    documentEdited: () => {
      editedAt = new Date(ports.now()).toISOString();
    },
    about: (start) => ({ start, state: memory.stateOf(start.open), editedAt }),
    besideOtherMethod: ({ start, state }, result) => {
      const { scenario, switches } = start;
      // A practice tenant whose switches were changed is another tenant.
      const stood = JSON.stringify(switches?.now);
      const records = memory
        .all()
        .flatMap((run) => (JSON.stringify(run.switches?.now) === stood ? [run.record] : []));
      return besideOtherMethod(result, { ...state, practice: scenario !== null, scenario }, records);
    },
    remember: (runId, { start, state, editedAt: lastEdit }, results, paired) => {
      const made = runRecord(runId, start, state, results, paired);
      memory.remember({ record: made, editedAt: lastEdit, switches: start.switches });
      void onChange();
    },
    list: async (open) => succeed(await views(open)),
    detail: async (open, id) => {
      const found = await remembered(id);
      if (!found.ok) return found;
      const { record } = found.value;
      const listed = (await views(open)).runs.find((run) => run.id === id);
      return succeed({ ...(listed ?? runView(record)), results: record.results, paired: pairedView(record) });
    },
    compare: async (a, b) => {
      const [one, other] = [await remembered(a), await remembered(b)];
      if (!one.ok) return one;
      return other.ok ? succeed(compareRemembered(one.value, other.value)) : other;
    },
    forget: async (id) => {
      memory.forget(id);
      const forgotten = await ports.keptRuns.forget(id);
      await onChange();
      return forgotten;
    },
    forgetAll: async (what, open) => {
      const forgotten = await forgetMany(what, open);
      await onChange();
      return forgotten;
    },
    recordsOf,
  };
}

const noSuchRun = {
  code: "run-unknown",
  title: "This run is not known any more.",
  detail: "Runs live in memory until the app stops, unless they are kept.",
  fix: "Run the test again.",
};
