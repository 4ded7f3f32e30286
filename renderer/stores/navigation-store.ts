import { createStore, type StoreApi } from "zustand/vanilla";

export const screens = ["profile", "test", "export"] as const;
export type Screen = (typeof screens)[number];

export type NavigationState = {
  readonly screen: Screen;
  readonly isSideBarNarrow: boolean;
  readonly go: (screen: Screen) => void;
  readonly toggleSideBar: () => void;
};

export type NavigationStore = StoreApi<NavigationState>;

/** Which screen of the open document is shown. */
export function createNavigationStore(): NavigationStore {
  return createStore<NavigationState>()((set) => ({
    screen: "profile",
    isSideBarNarrow: false,
    go: (screen) => set({ screen }),
    toggleSideBar: () => set((state) => ({ isSideBarNarrow: !state.isSideBarNarrow })),
  }));
}
