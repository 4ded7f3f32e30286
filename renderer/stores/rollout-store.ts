import { createStore, type StoreApi } from "zustand/vanilla";
import type { Latchkey, Problem, RolloutView } from "../../preload/contract.ts";
import { createQuery } from "./query.ts";

export type RolloutState = {
  readonly rollout: RolloutView | null;
  readonly problem: Problem | null;
  readonly judge: () => Promise<void>;
};

export type RolloutStore = StoreApi<RolloutState>;

/** Holds main's answer to "can I roll this out?". */
export function createRolloutStore(host: Latchkey): RolloutStore {
  return createStore<RolloutState>()((set) => {
    const judgement = createQuery(
      (_: null) => host.call("rollout.judge", {}),
      (answer) =>
        set(
          answer.ok ? { rollout: answer.value, problem: null } : { rollout: null, problem: answer.problem },
        ),
    );
    return { rollout: null, problem: null, judge: () => judgement.ask(null) };
  });
}
