import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  CallInput,
  CallOutput,
  GraphState,
  GraphView,
  Latchkey,
  PersonView,
  Problem,
} from "../../preload/contract.ts";

export type GraphStoreState = {
  /** Null until somebody asks for it. */
  readonly view: GraphView | null;
  readonly state: GraphState;
  readonly isLoading: boolean;
  readonly problem: Problem | null;
  readonly show: () => Promise<void>;
  /** Signs in and loads; true when the policies are there. */
  readonly load: (asked: CallInput<"graph.load">) => Promise<boolean>;
  /** Signs in and reads sign-ins, which the screen of logs shows; null when they are there. */
  readonly readSignIns: (asked: CallInput<"signIns.fromGraph">) => Promise<Problem | null>;
  /** Signs in and waits for the row of one sign-in, which the screen of logs shows; null when it is there. */
  readonly findSignIn: (asked: CallInput<"signIns.findInGraph">) => Promise<Problem | null>;
  /** Whom the last search found; null before the first. */
  readonly found: CallOutput<"graph.findPeople"> | null;
  readonly isFinding: boolean;
  /** Why nobody was found or read. */
  readonly personProblem: Problem | null;
  readonly findPeople: (words: string) => Promise<void>;
  /** Who somebody is to the policies; null where that cannot be read. */
  readonly readPerson: (id: string) => Promise<PersonView | null>;
  readonly stop: () => void;
  readonly signOut: () => Promise<void>;
  readonly receive: (state: GraphState) => void;
};

export type GraphStore = StoreApi<GraphStoreState>;

/**
 * Holds the person's sign-in to Microsoft Graph as main tells it.
 *
 * @param loaded called when policies were loaded
 */
export function createGraphStore(host: Latchkey, loaded: () => void): GraphStore {
  return createStore<GraphStoreState>()((set, get) => ({
    view: null,
    state: { kind: "signed-out" },
    isLoading: false,
    problem: null,
    show: async () => {
      const answer = await host.call("graph.view", {});
      set(
        answer.ok
          ? { view: answer.value, state: answer.value.state, problem: null }
          : { problem: answer.problem },
      );
    },
    load: async (asked) => {
      set({ isLoading: true, problem: null });
      const answer = await host.call("graph.load", asked);
      set({ isLoading: false, problem: answer.ok ? null : answer.problem });
      if (answer.ok) loaded();
      return answer.ok;
    },
    readSignIns: async (asked) => {
      const read = await host.call("signIns.fromGraph", asked);
      return read.ok ? null : read.problem;
    },
    findSignIn: async (asked) => {
      const read = await host.call("signIns.findInGraph", asked);
      return read.ok ? null : read.problem;
    },
    found: null,
    isFinding: false,
    personProblem: null,
    findPeople: async (words) => {
      set({ isFinding: true, personProblem: null });
      const answer = await host.call("graph.findPeople", { words });
      set({
        isFinding: false,
        found: answer.ok ? answer.value : null,
        personProblem: answer.ok ? null : answer.problem,
      });
    },
    readPerson: async (id) => {
      set({ isFinding: true, personProblem: null });
      const answer = await host.call("graph.person", { id });
      set({ isFinding: false, personProblem: answer.ok ? null : answer.problem });
      return answer.ok ? answer.value : null;
    },
    stop: () => void host.call("graph.stop", {}),
    signOut: async () => {
      await host.call("graph.signOut", {});
      await get().show();
    },
    receive: (state) => set({ state }),
  }));
}
