import { type CommandId, type CommandNeed, commandOf, type RunKind } from "../../preload/contract.ts";
import type { Screen } from "../stores/navigation-store.ts";
import type { Stores } from "../stores/stores.ts";

/** What a command needs of the page beside the stores. */
export type CommandTools = {
  /** Asks for a profile in the way of this host. */
  readonly openProfile: () => void;
  /** Gives the focus to the search of the screen, where it has one. */
  readonly focusSearch: () => void;
};

/** Carries a command out if it is possible now; tells whether it was. */
export type Act = (id: CommandId) => boolean;

/** What every command does (`preload/contract/commands.ts` lists them): the one place for menu, keys and buttons. */
export function createAct(stores: Stores, tools: CommandTools): Act {
  const { document, navigation, runs, practice, history, findingWalk, saving } = stores;
  const go = (screen: Screen) => navigation.getState().go(screen);
  const test = (kind: RunKind) => {
    go("test");
    runs.getState().start(kind);
  };
  const does: Readonly<Record<CommandId, () => void>> = {
    new: () => newFromTemplate(stores),
    open: tools.openProfile,
    "compare-profile": () => navigation.getState().openDialog("compare"),
    signatures: () => navigation.getState().openDialog("signatures"),
    save: () => saving.getState().save(),
    "save-as": () => saving.getState().saveAs(),
    duplicate: () => saving.getState().duplicate(),
    revert: () => saving.getState().revert(),
    undo: () => document.getState().undo(),
    redo: () => document.getState().redo(),
    profile: () => go("profile"),
    test: () => go("test"),
    "conditional-access": () => go("conditional-access"),
    "set-up": () => go("set-up"),
    export: () => go("export"),
    "sign-ins": () => {
      document.getState().dismiss();
      go("sign-ins");
    },
    "test-both": () => test("both"),
    "test-oidc": () => test("oidc"),
    "test-ropg": () => test("ropg"),
    stop: () => runs.getState().stop(),
    compare: () => {
      go("test");
      history.getState().openComparison();
    },
    explain: () => {
      document.getState().dismiss();
      go("explain");
    },
    practice: () => {
      if (document.getState().view === null) {
        showScenarios(stores);
        return;
      }
      go("test");
      practice.getState().toggle();
    },
    keyboard: () => navigation.getState().openDialog("keyboard"),
    search: tools.focusSearch,
    "next-tab": () => navigation.getState().turnTab(1),
    "previous-tab": () => navigation.getState().turnTab(-1),
    "next-finding": () => findingWalk.move(1),
    "previous-finding": () => findingWalk.move(-1),
    "apply-fix": findingWalk.applyFix,
  };
  return (id) => {
    const isPossible = isPossibleNow(id, stores);
    if (isPossible) {
      does[id]();
    }
    return isPossible;
  };
}

/** Under a dialog nothing happens but stopping, which is never too late. */
function isPossibleNow(id: CommandId, { document, navigation, runs }: Stores): boolean {
  const { runningId, isStarting } = runs.getState();
  const hasProfile = document.getState().view !== null;
  const isMet: Readonly<Record<CommandNeed, boolean>> = {
    nothing: true,
    profile: hasProfile,
    "no run": runningId === null && !isStarting,
    run: runningId !== null,
  };
  const { needs } = commandOf(id);
  return isMet[needs] && (needs === "run" || navigation.getState().openDialogs === 0);
}

/** Without a profile there is nothing to test: the scenarios of Start each bring one. */
export function showScenarios({ document, navigation }: Pick<Stores, "document" | "navigation">): void {
  document.getState().dismiss();
  navigation.getState().go("profile");
  navigation.getState().askFor("scenarios");
}

/** Start has the templates; over an open profile they come as a sheet. */
export function newFromTemplate({ document, navigation }: Pick<Stores, "document" | "navigation">): void {
  document.getState().dismiss();
  const { view } = document.getState();
  if (view === null) {
    navigation.getState().go("profile");
    navigation.getState().askFor("templates");
  } else {
    navigation.getState().openDialog("templates");
  }
}
