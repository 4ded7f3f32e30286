import { createStore, type StoreApi } from "zustand/vanilla";
import type { CallInput, ForecastView, Latchkey, PoliciesView, Problem } from "../../preload/contract.ts";
import type { GivenFiles } from "./given-files.ts";
import { createQuery } from "./query.ts";

export type PoliciesState = {
  /** What predictions rest on; null while nothing is loaded. */
  readonly policies: PoliciesView | null;
  /** What they predict for the open profile, before anything is sent; null where nothing is predicted. */
  readonly forecast: ForecastView | null;
  readonly isLoading: boolean;
  readonly problem: Problem | null;
  readonly refresh: () => Promise<void>;
  /** Files as one tenant's; `adds` keeps what was loaded before. */
  readonly load: (given: GivenFiles, adds?: boolean) => Promise<void>;
  readonly loadForecast: (about: CallInput<"test.predict">) => Promise<void>;
  readonly clear: () => Promise<void>;
  readonly dismiss: () => void;
};

/** As main takes them. */
const mostPolicyFiles = 2000;

export type PoliciesStore = StoreApi<PoliciesState>;

/** Holds which Conditional Access policies are loaded. */
export function createPoliciesStore(host: Latchkey): PoliciesStore {
  return createStore<PoliciesState>()((set, get) => {
    // A profile that lacks settings has no forecast; what it lacks is said where a test is started.
    const forecast = createQuery(
      (about: CallInput<"test.predict">) => host.call("test.predict", about),
      (answer) => set({ forecast: answer.ok ? answer.value : null }),
    );
    return {
      policies: null,
      forecast: null,
      isLoading: false,
      problem: null,
      refresh: async () => {
        const answer = await host.call("policies.current", {});
        set(answer.ok ? { policies: answer.value } : { problem: answer.problem });
      },
      load: async ({ folder, files: given }, adds = false) => {
        set({ isLoading: true, problem: null });
        const files: { readonly file: string; readonly path: string }[] = [];
        for (const { path, file } of given.slice(0, mostPolicyFiles)) {
          const handle = await host.giveFile(await file());
          if (!handle.ok) {
            set({ isLoading: false, problem: handle.problem });
            return;
          }
          files.push({ file: handle.value, path });
        }
        const name = folder ?? files[0]?.path ?? "";
        const answer = await host.call("policies.load", { name, files, adds });
        set({ isLoading: false, ...(answer.ok ? { policies: answer.value } : { problem: answer.problem }) });
      },
      loadForecast: forecast.ask,
      clear: async () => {
        const answer = await host.call("policies.clear", {});
        if (answer.ok) {
          await get().refresh();
        } else {
          set({ problem: answer.problem });
        }
      },
      dismiss: () => set({ problem: null }),
    };
  });
}
