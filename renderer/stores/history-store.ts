import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  CallInput,
  Comparison,
  HistoryView,
  Latchkey,
  Problem,
  Result,
  RunView,
  TrendView,
} from "../../preload/contract.ts";
import { createQuery } from "./query.ts";
import { type Run, runFromHistory } from "./run.ts";

export type HistoryState = {
  /** Runs of the open document as main lists them, the newest first. */
  readonly runs: readonly RunView[];
  /** Since when each sign-in answers as it does. */
  readonly trends: readonly TrendView[];
  /** Why kept runs cannot be read, one problem for each. */
  readonly unreadable: readonly Problem[];
  /** Runs of other documents, in memory or kept. */
  readonly elsewhere: number;
  readonly selectedId: string | null;
  /** Runs that are marked for comparing; at most two, the first marked first. */
  readonly marked: readonly string[];
  /** Runs brought back from the history, by id. */
  readonly details: Readonly<Record<string, Run>>;
  readonly comparison: Comparison | null;
  /** The comparison is shown in full. */
  readonly isComparing: boolean;
  /** Why a comparison that was asked for cannot be made; null when it can. */
  readonly hint: string | null;
  readonly problem: Problem | null;
  readonly load: () => Promise<void>;
  readonly receive: (history: HistoryView) => void;
  readonly select: (id: string) => Promise<void>;
  /** Shows no run: what was shown is no answer of what is chosen now. */
  readonly leave: () => void;
  readonly mark: (id: string) => Promise<void>;
  /** Marks exactly these two runs. */
  readonly markBoth: (a: string, b: string) => Promise<void>;
  /** Marks no run any more; nothing is compared then. */
  readonly unmark: () => Promise<void>;
  /** Shows the comparison of the marked runs in full; without two marked, of the shown run and the one before it. */
  readonly openComparison: () => Promise<void>;
  readonly closeComparison: () => void;
  readonly keep: (id: string) => Promise<void>;
  /** Keeps a masked copy of every run that has none; stops at the first that cannot be written. */
  readonly keepAll: () => Promise<void>;
  readonly forget: (id: string) => Promise<void>;
  readonly forgetAll: (what: CallInput<"history.forgetAll">["what"]) => Promise<void>;
  readonly dismiss: () => void;
  readonly clear: () => void;
};

export type HistoryStore = StoreApi<HistoryState>;

/** What belongs to one document. */
const nothing = {
  runs: [],
  trends: [],
  unreadable: [],
  elsewhere: 0,
  selectedId: null,
  marked: [],
  details: {},
  comparison: null,
  isComparing: false,
  hint: null,
} as const;

/**
 * Holds the list of runs, which of them is shown, and which two are compared.
 *
 * @param onForgotten told about a run that is gone, with null about all of them
 */
export function createHistoryStore(host: Latchkey, onForgotten: (id: string | null) => void): HistoryStore {
  return createStore<HistoryState>()((set, get) => {
    const receive = ({ runs, trends, problems, elsewhere }: HistoryView) => {
      const marked = get().marked.filter((id) => runs.some((run) => run.id === id));
      const listed = { runs, trends, unreadable: problems, elsewhere, marked };
      set(marked.length < 2 ? { ...listed, comparison: null, isComparing: false } : listed);
    };
    // The list of what was changed comes by `history.changed`, in the order of the changes; answers may overtake each other.
    const done = (answer: Result<null>): boolean => {
      if (!answer.ok) {
        set({ problem: answer.problem });
      }
      return answer.ok;
    };
    const comparison = createQuery(
      (two: CallInput<"history.compare">) => host.call("history.compare", two),
      (answer) =>
        set(
          answer.ok
            ? { comparison: answer.value, problem: null }
            : { comparison: null, problem: answer.problem },
        ),
    );
    const compare = async () => {
      const { marked } = get();
      const [a, b] = marked;
      if (a === undefined || b === undefined) {
        comparison.drop();
        set({ comparison: null });
        return;
      }
      await comparison.ask({ a, b });
    };
    const markBoth = async (a: string, b: string) => {
      set({ marked: [a, b], hint: null });
      await compare();
    };
    return {
      ...nothing,
      problem: null,
      load: async () => {
        const answer = await host.call("history.list", {});
        if (answer.ok) {
          receive(answer.value);
        } else {
          set({ problem: answer.problem });
        }
      },
      receive,
      select: async (id) => {
        set({ selectedId: id, hint: null });
        if (id in get().details || !get().runs.some((run) => run.id === id)) {
          return;
        }
        const answer = await host.call("history.run", { runId: id });
        set((state) =>
          answer.ok
            ? { details: { ...state.details, [id]: runFromHistory(answer.value) } }
            : { problem: answer.problem },
        );
      },
      leave: () => set({ selectedId: null, hint: null }),
      mark: async (id) => {
        const { marked } = get();
        const others = marked.filter((candidate) => candidate !== id);
        set({ marked: marked.includes(id) ? others : [...others.slice(-1), id], hint: null });
        await compare();
      },
      markBoth,
      unmark: async () => {
        set({ marked: [], hint: null });
        await compare();
      },
      openComparison: async () => {
        const { marked, runs, selectedId } = get();
        if (marked.length < 2) {
          const pair = shownAndBefore(runs, selectedId);
          if (typeof pair === "string") {
            set({ hint: pair });
            return;
          }
          await markBoth(...pair);
        }
        set(({ comparison }) => ({ isComparing: comparison !== null }));
      },
      closeComparison: () => set({ isComparing: false }),
      keep: async (id) => {
        done(await host.call("history.keep", { runId: id }));
      },
      keepAll: async () => {
        for (const { id, kept } of get().runs) {
          if (!kept && !done(await host.call("history.keep", { runId: id }))) {
            return;
          }
        }
      },
      forget: async (id) => {
        if (!done(await host.call("history.forget", { runId: id }))) {
          return;
        }
        onForgotten(id);
        const { [id]: _forgotten, ...details } = get().details;
        set(get().selectedId === id ? { details, selectedId: null } : { details });
      },
      forgetAll: async (what) => {
        if (done(await host.call("history.forgetAll", { what })) && what !== "unreadable") {
          onForgotten(null);
          set({ details: {}, selectedId: null });
        }
      },
      dismiss: () => set({ problem: null }),
      clear: () => set(nothing),
    };
  });
}

/** The shown run, else the newest, and the one of its kind before it; or why there are no two. */
function shownAndBefore(
  runs: readonly RunView[],
  selectedId: string | null,
): readonly [string, string] | string {
  const shown = runs.find((run) => run.id === selectedId) ?? runs[0];
  if (shown === undefined) {
    return "There are no runs to compare yet.";
  }
  const before = runs.slice(runs.indexOf(shown) + 1).find((run) => run.kind === shown.kind);
  return before === undefined
    ? "There is no earlier run of this kind to compare with."
    : [shown.id, before.id];
}
