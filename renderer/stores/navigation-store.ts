import { createStore, type StoreApi } from "zustand/vanilla";

export const screens = ["profile", "test", "export"] as const;
export type Screen = (typeof screens)[number];

/** A dialog that belongs to no screen. */
export type AppDialog = "explain" | "keyboard";

export type NavigationState = {
  readonly screen: Screen;
  readonly dialog: AppDialog | null;
  readonly isSideBarNarrow: boolean;
  readonly go: (screen: Screen) => void;
  readonly toggleSideBar: () => void;
  readonly openDialog: (dialog: AppDialog) => void;
  readonly closeDialog: () => void;
};

export type NavigationStore = StoreApi<NavigationState>;

/** Which screen of the open document is shown, and which dialog over it. */
export function createNavigationStore(): NavigationStore {
  return createStore<NavigationState>()((set) => ({
    screen: "profile",
    dialog: null,
    isSideBarNarrow: false,
    go: (screen) => set({ screen }),
    openDialog: (dialog) => set({ dialog }),
    closeDialog: () => set({ dialog: null }),
    toggleSideBar: () => set((state) => ({ isSideBarNarrow: !state.isSideBarNarrow })),
  }));
}
