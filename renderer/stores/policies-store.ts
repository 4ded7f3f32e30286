import { createStore, type StoreApi } from "zustand/vanilla";
import type { Latchkey, PoliciesView, Problem } from "../../preload/contract.ts";
import { toBase64 } from "../text/base64.ts";

export type PoliciesState = {
  /** What predictions rest on; null while nothing is loaded. */
  readonly policies: PoliciesView | null;
  readonly isLoading: boolean;
  readonly problem: Problem | null;
  readonly refresh: () => Promise<void>;
  readonly load: (file: File) => Promise<void>;
  readonly clear: () => Promise<void>;
  readonly dismiss: () => void;
};

export type PoliciesStore = StoreApi<PoliciesState>;

/** Holds which Conditional Access policies are loaded. */
export function createPoliciesStore(host: Latchkey): PoliciesStore {
  return createStore<PoliciesState>()((set, get) => ({
    policies: null,
    isLoading: false,
    problem: null,
    refresh: async () => {
      const answer = await host.call("policies.current", {});
      set(answer.ok ? { policies: answer.value } : { problem: answer.problem });
    },
    load: async (file) => {
      set({ isLoading: true, problem: null });
      const data = toBase64(new Uint8Array(await file.arrayBuffer()));
      const answer = await host.call("policies.load", { name: file.name, data });
      set({ isLoading: false, ...(answer.ok ? { policies: answer.value } : { problem: answer.problem }) });
    },
    clear: async () => {
      const answer = await host.call("policies.clear", {});
      if (answer.ok) {
        await get().refresh();
      } else {
        set({ problem: answer.problem });
      }
    },
    dismiss: () => set({ problem: null }),
  }));
}
