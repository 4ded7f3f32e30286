import { createStore, type StoreApi } from "zustand/vanilla";
import type { Latchkey, Problem, RolloutView } from "../../preload/contract.ts";
import { createQuery } from "./query.ts";

export type RolloutState = {
  readonly rollout: RolloutView | null;
  /** The profile has changed since it was judged, and the next judgement is on its way. */
  readonly isOutdated: boolean;
  readonly problem: Problem | null;
  readonly judge: () => Promise<void>;
  /** The profile changed; the judgement of another profile goes altogether. */
  readonly outdate: (isOther: boolean) => void;
};

export type RolloutStore = StoreApi<RolloutState>;

/** Holds main's answer to "can I roll this out?". */
export function createRolloutStore(host: Latchkey): RolloutStore {
  return createStore<RolloutState>()((set) => {
    const judgement = createQuery(
      (_: null) => host.call("rollout.judge", {}),
      (answer) =>
        set({
          isOutdated: false,
          ...(answer.ok
            ? { rollout: answer.value, problem: null }
            : { rollout: null, problem: answer.problem }),
        }),
    );
    return {
      rollout: null,
      isOutdated: false,
      problem: null,
      judge: () => judgement.ask(null),
      outdate: (isOther) => {
        // An answer on its way is about the profile as it was.
        judgement.drop();
        set(isOther ? { rollout: null, isOutdated: true } : { isOutdated: true });
      },
    };
  });
}
