import { createStore, type StoreApi } from "zustand/vanilla";
import type { Latchkey, Problem, RolloutView } from "../../preload/contract.ts";

export type RolloutState = {
  readonly rollout: RolloutView | null;
  readonly problem: Problem | null;
  readonly judge: () => Promise<void>;
};

export type RolloutStore = StoreApi<RolloutState>;

/** Holds main's answer to "can I roll this out?". */
export function createRolloutStore(host: Latchkey): RolloutStore {
  return createStore<RolloutState>()((set) => ({
    rollout: null,
    problem: null,
    judge: async () => {
      const answer = await host.call("rollout.judge", {});
      set(answer.ok ? { rollout: answer.value, problem: null } : { rollout: null, problem: answer.problem });
    },
  }));
}
