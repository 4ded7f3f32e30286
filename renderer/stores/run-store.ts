import { createStore, type StoreApi } from "zustand/vanilla";
import type { Latchkey } from "../../preload/contract.ts";
import { withoutRunningSteps } from "./run.ts";
import { createRunEvents } from "./run-events.ts";
import { createRunStart } from "./run-start.ts";
import type { RunClock, RunParts, RunState } from "./run-state.ts";

export type { RunState };

export type RunStore = StoreApi<RunState>;

/** Holds the form of the Test screen, the running test and what it has told so far. */
export function createRunStore(host: Latchkey, clock: RunClock, onStarted: (id: string) => void): RunStore {
  return createStore<RunState>()((set, get) => {
    const parts: RunParts = { host, clock, onStarted, get, set };
    return {
      username: "",
      password: "",
      from: "menu-bar",
      jamfConnectVersion: null,
      fillInName: false,
      target: null,
      targetProblem: null,
      loginTarget: null,
      loginProblem: null,
      runs: {},
      runningId: null,
      isStarting: false,
      question: null,
      problem: null,
      brokenId: null,
      fill: (values) => set(values),
      ...createRunStart(parts),
      ...createRunEvents(parts),
      ...createRunControl(parts),
      drop: (id) =>
        set(({ runs, runningId }) => ({
          runs: Object.fromEntries(
            Object.entries(runs).filter(([key]) => key === runningId || (id !== null && key !== id)),
          ),
        })),
      hostGone: () =>
        set(({ runs, runningId }) => {
          const run = runningId === null ? undefined : runs[runningId];
          const left = run === undefined ? runs : { ...runs, [run.id]: withoutRunningSteps(run) };
          return { runs: left, runningId: null, isStarting: false, question: null };
        }),
      forget: () => set({ runs: {}, question: null, problem: null, brokenId: null, password: "" }),
    };
  });
}

/** What a person can do about a run: go on with its sign-in, stop it, dismiss what is said about it. */
function createRunControl({
  host,
  get,
  set,
}: RunParts): Pick<RunState, "finishSignIn" | "showSignIn" | "stop" | "dismiss"> {
  return {
    finishSignIn: async (address) => {
      const runId = get().runningId;
      if (runId === null) {
        return null;
      }
      const answer = await host.call("test.finishSignIn", { runId, address });
      return answer.ok ? null : answer.problem;
    },
    showSignIn: async () => {
      const runId = get().runningId;
      if (runId !== null) {
        const answer = await host.call("test.showSignIn", { runId });
        set({ problem: answer.ok ? null : answer.problem });
      }
    },
    stop: async () => {
      const runId = get().runningId;
      if (runId === null) {
        return;
      }
      const answer = await host.call("test.cancel", { runId });
      if (!answer.ok) {
        // Nobody will announce the end of this run any more.
        set({ problem: answer.problem, runningId: null });
      }
    },
    dismiss: () => {
      const runId = get().brokenId;
      set({ problem: null, brokenId: null });
      if (runId !== null) {
        // Main says it to every page that comes, until somebody has read it.
        void host.call("test.cancel", { runId });
      }
    },
  };
}
