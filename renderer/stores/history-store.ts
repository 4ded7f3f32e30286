import { createStore, type StoreApi } from "zustand/vanilla";
import type { Comparison, HistoryView, Latchkey, Problem, RunView } from "../../preload/contract.ts";
import { type Run, runFromHistory } from "./run.ts";

export type HistoryState = {
  /** Runs of the open document as main lists them, the newest first. */
  readonly runs: readonly RunView[];
  /** Kept runs that cannot be read. */
  readonly unreadable: readonly Problem[];
  readonly selectedId: string | null;
  /** Runs that are marked for comparing; at most two, the first marked first. */
  readonly marked: readonly string[];
  /** Runs brought back from the history, by id. */
  readonly details: Readonly<Record<string, Run>>;
  readonly comparison: Comparison | null;
  readonly problem: Problem | null;
  readonly load: () => Promise<void>;
  readonly receive: (history: HistoryView) => void;
  readonly select: (id: string) => Promise<void>;
  readonly mark: (id: string) => Promise<void>;
  readonly keep: (id: string) => Promise<void>;
  readonly forget: (id: string) => Promise<void>;
  readonly dismiss: () => void;
  readonly clear: () => void;
};

export type HistoryStore = StoreApi<HistoryState>;

/** Holds the list of runs, which of them is shown, and which two are compared. */
export function createHistoryStore(host: Latchkey, onForgotten: (id: string) => void): HistoryStore {
  return createStore<HistoryState>()((set, get) => {
    const receive = ({ runs, problems }: HistoryView) => {
      const marked = get().marked.filter((id) => runs.some((run) => run.id === id));
      set({ runs, unreadable: problems, marked, ...(marked.length < 2 ? { comparison: null } : {}) });
    };
    const compare = async () => {
      const [a, b] = get().marked;
      if (a === undefined || b === undefined) {
        set({ comparison: null });
        return;
      }
      const answer = await host.call("history.compare", { a, b });
      set(
        answer.ok
          ? { comparison: answer.value, problem: null }
          : { comparison: null, problem: answer.problem },
      );
    };
    return {
      runs: [],
      unreadable: [],
      selectedId: null,
      marked: [],
      details: {},
      comparison: null,
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
        set({ selectedId: id });
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
      mark: async (id) => {
        const { marked } = get();
        const others = marked.filter((candidate) => candidate !== id);
        set({ marked: marked.includes(id) ? others : [...others.slice(-1), id] });
        await compare();
      },
      keep: async (id) => {
        const answer = await host.call("history.keep", { runId: id });
        if (answer.ok) {
          receive(answer.value);
        } else {
          set({ problem: answer.problem });
        }
      },
      forget: async (id) => {
        const answer = await host.call("history.forget", { runId: id });
        if (!answer.ok) {
          set({ problem: answer.problem });
          return;
        }
        onForgotten(id);
        const { [id]: _forgotten, ...details } = get().details;
        set({ details: id === "all" ? {} : details });
        if (get().selectedId === id || id === "all") {
          set({ selectedId: null });
        }
        receive(answer.value);
      },
      dismiss: () => set({ problem: null }),
      clear: () =>
        set({ runs: [], unreadable: [], selectedId: null, marked: [], details: {}, comparison: null }),
    };
  });
}
