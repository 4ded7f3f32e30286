import { createStore, type StoreApi } from "zustand/vanilla";

export const screens = [
  "profile",
  "test",
  "conditional-access",
  "sign-ins",
  "set-up",
  "export",
  "explain",
] as const;
export type Screen = (typeof screens)[number];

/** Screens that need no profile. */
export function standsAlone(screen: Screen): boolean {
  return screen === "sign-ins" || screen === "explain";
}

/** Tabs of the profile, as admins know them from Jamf Connect Configuration. */
export const tabIds = ["identity", "login", "connect", "actions", "shares", "other"] as const;
export type TabId = (typeof tabIds)[number];

/** A dialog that belongs to no screen. */
export type AppDialog = "keyboard" | "templates" | "compare" | "signatures";

/** Lists of Start that a command leads to. */
export type StartList = "templates" | "scenarios";

export type NavigationState = {
  readonly screen: Screen;
  readonly tab: TabId;
  /** How often the tab was turned by a command; the new tab then takes the focus. */
  readonly tabTurns: number;
  readonly dialog: AppDialog | null;
  /** The list of Start that was asked for; it takes the focus once it is there. */
  readonly askedList: StartList | null;
  /** How many dialogs stand over the screen, of whatever part of the page. */
  readonly openDialogs: number;
  /** How many of them a narrower or wider layout would take away. */
  readonly heldLayouts: number;
  /** Name of the finding that the walk is at; the row of a key with findings counts as its first. */
  readonly focusedFinding: string | null;
  readonly isSideBarNarrow: boolean;
  /** Whether the whole side bar lies over the screen, where the window has no room for it; going somewhere ends that. */
  readonly isSideBarLaidOver: boolean;
  readonly go: (screen: Screen) => void;
  readonly showTab: (tab: TabId) => void;
  /** Goes to the next or previous tab, round at the ends. */
  readonly turnTab: (step: 1 | -1) => void;
  readonly toggleSideBar: () => void;
  readonly toggleSideBarOver: () => void;
  readonly askFor: (list: StartList) => void;
  readonly listShown: () => void;
  readonly openDialog: (dialog: AppDialog) => void;
  readonly closeDialog: () => void;
  /** Every dialog tells that it is there, and whether the layout must stay; the returned function tells that it has gone. */
  readonly dialogOpened: (holdsLayout?: boolean) => () => void;
  readonly focusFinding: (name: string | null) => void;
};

export type NavigationStore = StoreApi<NavigationState>;

/** Where the person is: screen, tab, dialogs, finding. */
export function createNavigationStore(): NavigationStore {
  return createStore<NavigationState>()((set, get) => ({
    screen: "profile",
    tab: "identity",
    tabTurns: 0,
    dialog: null,
    askedList: null,
    openDialogs: 0,
    heldLayouts: 0,
    focusedFinding: null,
    isSideBarNarrow: false,
    isSideBarLaidOver: false,
    go: (screen) => set({ screen, focusedFinding: null, isSideBarLaidOver: false }),
    showTab: (tab) => set({ tab }),
    turnTab: (step) => {
      const next = (tabIds.indexOf(get().tab) + step + tabIds.length) % tabIds.length;
      set(({ tabTurns }) => ({ tab: tabIds[next] ?? "identity", tabTurns: tabTurns + 1 }));
    },
    askFor: (askedList) => set({ askedList }),
    listShown: () => set({ askedList: null }),
    openDialog: (dialog) => set({ dialog }),
    closeDialog: () => set({ dialog: null }),
    dialogOpened: (holdsLayout = false) => {
      const add = (one: 1 | -1) =>
        set(({ openDialogs, heldLayouts }) => ({
          openDialogs: openDialogs + one,
          heldLayouts: heldLayouts + (holdsLayout ? one : 0),
        }));
      add(1);
      return () => add(-1);
    },
    focusFinding: (focusedFinding) => set({ focusedFinding }),
    toggleSideBarOver: () => set((state) => ({ isSideBarLaidOver: !state.isSideBarLaidOver })),
    toggleSideBar: () => set((state) => ({ isSideBarNarrow: !state.isSideBarNarrow })),
  }));
}
