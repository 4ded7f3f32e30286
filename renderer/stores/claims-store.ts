import { createStore, type StoreApi } from "zustand/vanilla";
import type { ClaimCatalogue, Latchkey, Problem } from "../../preload/contract.ts";

export type ClaimsState = {
  /** What is known about claims; null until it is there. */
  readonly catalogue: ClaimCatalogue | null;
  readonly problem: Problem | null;
  /** Asks main once; again only after it failed. */
  readonly load: () => Promise<void>;
};

export type ClaimsStore = StoreApi<ClaimsState>;

/** Holds the explanations of claims, which are many and needed by the token view only. */
export function createClaimsStore(host: Latchkey): ClaimsStore {
  let isAsked = false;
  return createStore<ClaimsState>()((set) => ({
    catalogue: null,
    problem: null,
    load: async () => {
      if (isAsked) {
        return;
      }
      isAsked = true;
      const answer = await host.call("tokens.claims", {});
      isAsked = answer.ok;
      set(answer.ok ? { catalogue: answer.value, problem: null } : { problem: answer.problem });
    },
  }));
}
