import type { EventName, EventPayload, HistoryView, RunDetailView } from "../../../preload/contract.ts";
import { besideOtherMethod, type Comparison, compareRuns, type RunRecord } from "../../core/history/index.ts";
import type { LoginResult } from "../../core/login-result.ts";
import { fail, type Result, succeed } from "../../core/problem.ts";
import type { OpenDocument } from "../document/open-document.ts";
import type { HostPorts } from "../ports.ts";
import { historyView, runView } from "./history-view.ts";
import { createRunMemory, type DocumentState, type RunStart, runRecord } from "./run-memory.ts";

/** The runs of this session and the kept ones of earlier sessions. */
export type RunHistory = {
  readonly documentOpened: (open: OpenDocument) => void;
  readonly documentEdited: () => void;
  /** Starts a run and remembers what it was about; its results come in through `finished`. */
  readonly track: (
    start: RunStart,
    run: () => Promise<Result<{ readonly runId: string }>>,
  ) => Promise<Result<{ readonly runId: string }>>;
  /** A result that ended just now, with what a login the other way showed beside it. */
  readonly besideOtherMethod: (runId: string, result: LoginResult) => LoginResult;
  readonly finished: (runId: string, results: readonly LoginResult[], paired: RunRecord["paired"]) => void;
  /** A run that leaves no result. */
  readonly brokeOff: (runId: string) => void;
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

type Tracked = {
  readonly start: RunStart;
  readonly state: DocumentState;
  readonly editedAt: string | null;
};

export function createRunHistory(
  ports: Pick<HostPorts, "keptRuns" | "now">,
  /** Called when the list may look different. */
  onChange: () => void,
): RunHistory {
  const memory = createRunMemory();
  const tracked = new Map<string, Tracked>();
  /** Results of runs that ended before the call that started them did. */
  const early = new Map<string, () => void>();
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
  const record = async (id: string): Promise<Result<RunRecord>> => {
    const found = (await everything()).runs.find((run) => run.record.id === id);
    return found === undefined ? fail(noSuchRun) : succeed(found.record);
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
      const found = await record(id);
      if (!found.ok) return found;
      const { maskForKeeping } = await import("../../core/report/index.ts");
      const written = await ports.keptRuns.write(maskForKeeping(found.value));
      onChange();
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
    track: async (start, run) => {
      const about: Tracked = { start, state: memory.stateOf(start.open), editedAt };
      const started = await run();
      if (!started.ok) return started;
      const { runId } = started.value;
      tracked.set(runId, about);
      early.get(runId)?.();
      early.delete(runId);
      return started;
    },
    besideOtherMethod: (runId, result) => {
      const about = tracked.get(runId);
      if (about === undefined) return result;
      const { scenario, switches } = about.start;
      // A practice tenant whose switches were changed is another tenant.
      const records = memory.all().flatMap((run) => (run.switches === switches ? [run.record] : []));
      return besideOtherMethod(result, { ...about.state, practice: scenario !== null, scenario }, records);
    },
    finished: (runId, results, paired) => {
      const remember = () => {
        const about = tracked.get(runId);
        tracked.delete(runId);
        if (about === undefined) return;
        memory.remember({
          record: runRecord(runId, about.start, about.state, results, paired),
          editedAt: about.editedAt,
          switches: about.start.switches,
        });
        onChange();
      };
      if (tracked.has(runId)) remember();
      else early.set(runId, remember);
    },
    brokeOff: (runId) => void tracked.delete(runId),
    list: async (open) => succeed(await views(open)),
    detail: async (open, id) => {
      const found = await record(id);
      if (!found.ok) return found;
      const { results, paired } = found.value;
      const listed = (await views(open)).runs.find((run) => run.id === id);
      return succeed({ ...(listed ?? runView(found.value)), results, paired });
    },
    compare: async (a, b) => {
      const [one, other] = [await record(a), await record(b)];
      if (!one.ok) return one;
      return other.ok ? succeed(compareRuns(one.value, other.value)) : other;
    },
    forget: async (id) => {
      memory.forget(id);
      const forgotten = await ports.keptRuns.forget(id);
      onChange();
      return forgotten;
    },
    forgetAll: async (what, open) => {
      const forgotten = await forgetMany(what, open);
      onChange();
      return forgotten;
    },
    recordsOf,
  };
}

/** Announces what a run came to beside what is remembered, and tells the history about every run that ends. */
export function remembering(
  emit: HostPorts["emit"],
  history: Pick<RunHistory, "besideOtherMethod" | "finished" | "brokeOff">,
): HostPorts["emit"] {
  return (name, payload) => {
    const event: AnyEvent = { name, payload };
    if (isOf(event, "test.finished")) {
      const { runId } = event.payload;
      const result = history.besideOtherMethod(runId, event.payload.result);
      emit("test.finished", { runId, result });
      history.finished(runId, [result], null);
    } else if (isOf(event, "test.pairFinished")) {
      const { runId, check, paired } = event.payload;
      const login = history.besideOtherMethod(runId, event.payload.login);
      emit("test.pairFinished", { runId, login, check, paired });
      history.finished(runId, [login, check], paired);
    } else {
      emit(name, payload);
      if (isOf(event, "test.failed")) history.brokeOff(event.payload.runId);
    }
  };
}

type AnyEvent = { readonly name: EventName; readonly payload: unknown };

function isOf<E extends EventName>(
  event: AnyEvent,
  name: E,
): event is { readonly name: E; readonly payload: EventPayload<E> } {
  return event.name === name;
}

const noSuchRun = {
  code: "run-unknown",
  title: "This run is not known any more.",
  detail: "Runs live in memory until the app stops, unless they are kept.",
  fix: "Run the test again.",
};
