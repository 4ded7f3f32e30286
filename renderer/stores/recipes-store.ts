import { createStore, type StoreApi } from "zustand/vanilla";
import type { Latchkey, Recipe } from "../../preload/contract.ts";

export type RecipesState = {
  /** Empty until they are asked for. */
  readonly recipes: readonly Recipe[];
  /** Asks main once; they do not change while the app runs. */
  readonly load: () => Promise<void>;
};

export type RecipesStore = StoreApi<RecipesState>;

/** Holds the ways to set up Jamf Connect with Conditional Access. */
export function createRecipesStore(host: Latchkey): RecipesStore {
  return createStore<RecipesState>()((set, get) => ({
    recipes: [],
    load: async () => {
      if (get().recipes.length > 0) {
        return;
      }
      const answer = await host.call("recipes.list", {});
      if (answer.ok) {
        set({ recipes: answer.value });
      }
    },
  }));
}
