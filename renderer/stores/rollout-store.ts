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
  let asked = 0;
  return createStore<RolloutState>()((set) => ({
    rollout: null,
    problem: null,
    judge: async () => {
      asked += 1;
      const mine = asked;
      const answer = await host.call("rollout.judge", {});
      // An answer that a later question overtook is about something that is no more.
      if (mine !== asked) {
        return;
      }
      set(answer.ok ? { rollout: answer.value, problem: null } : { rollout: null, problem: answer.problem });
    },
  }));
}
