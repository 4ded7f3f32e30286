import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  CallInput,
  Latchkey,
  PracticeView,
  Problem,
  Result,
  ScenarioView,
} from "../../preload/contract.ts";
import { defaultScenario } from "./default-scenario.ts";
import type { LeaveFor } from "./saving-store.ts";

export type PracticeState = {
  readonly status: PracticeView;
  /** Name of the scenario that ran last; null before the first. */
  readonly last: string | null;
  readonly scenarios: readonly ScenarioView[];
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  readonly load: () => Promise<void>;
  /** Starts the practice tenant with a scenario; `openProfile` also opens the profile that fits it. */
  readonly start: (scenario: string, openProfile: boolean) => Promise<boolean>;
  readonly stop: () => Promise<void>;
  /**
   * Turns practice off, or on with the scenario that ran last, at first with the one that most tenants are like; nothing while
   * the last change goes on.
   */
  readonly toggle: () => Promise<void>;
  /** Changes switches of the running tenant. */
  readonly change: (change: CallInput<"practice.change">) => Promise<void>;
  /** Puts all switches back to the scenario. */
  readonly reset: () => Promise<void>;
  /** Asks again what holds now: a lock-out ends by itself. */
  readonly refresh: () => Promise<void>;
  readonly receive: (status: PracticeView) => void;
  readonly dismiss: () => void;
};

export type PracticeStore = StoreApi<PracticeState>;

/**
 * Holds whether tests go to the practice tenant, with which scenario and which accounts.
 *
 * @param leaveFor asks what becomes of unsaved changes before its own profile takes the place of the document
 */
export function createPracticeStore(
  host: Latchkey,
  leaveFor: LeaveFor = (replace) => replace(),
): PracticeStore {
  // What became of it comes by `practice.changed`, in the order of the changes; answers may overtake each other.
  const problemOf = (answer: Result<null>) => (answer.ok ? null : answer.problem);
  return createStore<PracticeState>()((set, get) => ({
    status: { running: false },
    last: null,
    scenarios: [],
    isBusy: false,
    problem: null,
    load: async () => {
      const [scenarios, status] = await Promise.all([
        host.call("practice.scenarios", {}),
        host.call("practice.status", {}),
      ]);
      set({
        ...(scenarios.ok ? { scenarios: scenarios.value } : { problem: scenarios.problem }),
        ...(status.ok ? shown(status.value) : { problem: status.problem }),
      });
    },
    start: async (scenario, openProfile) => {
      const start = async () => {
        const answer = await host.call("practice.start", { scenario, openProfile });
        set({ problem: problemOf(answer) });
        return answer.ok;
      };
      // From the choice on, and not only when the document may be left: what is pressed in between would be about the tenant before.
      set({ isBusy: true, problem: null });
      try {
        return openProfile ? await leaveFor(start) : await start();
      } finally {
        set({ isBusy: false });
      }
    },
    stop: async () => {
      set({ isBusy: true, problem: null });
      const answer = await host.call("practice.stop", {});
      set({ isBusy: false, problem: problemOf(answer) });
    },
    toggle: async () => {
      const { status, last, scenarios, isBusy, start, stop } = get();
      const next = last ?? defaultScenario(scenarios)?.name;
      if (isBusy) {
        return;
      }
      if (status.running) {
        await stop();
      } else if (next !== undefined) {
        await start(next, false);
      }
    },
    change: async (change) => {
      set({ problem: problemOf(await host.call("practice.change", change)) });
    },
    reset: async () => {
      set({ problem: problemOf(await host.call("practice.reset", {})) });
    },
    refresh: async () => {
      const answer = await host.call("practice.status", {});
      set(answer.ok ? shown(answer.value) : { problem: answer.problem });
    },
    receive: (status) => set(shown(status)),
    dismiss: () => set({ problem: null }),
  }));
}

/** What main tells, and the scenario to come back to. */
function shown(status: PracticeView): Pick<PracticeState, "status"> & Partial<Pick<PracticeState, "last">> {
  return status.running ? { status, last: status.scenario.name } : { status };
}

/** Name of the scenario that tests go to; null for the profile's own tenant. */
export function scenarioOf(status: PracticeView): string | null {
  return status.running ? status.scenario.name : null;
}
