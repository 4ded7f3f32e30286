import { useMemo } from "react";
import type { RunKind } from "../../preload/contract.ts";
import { useApp } from "../stores/context.ts";
import { type Screen, screens } from "../stores/navigation-store.ts";
import { useOpenProfile } from "../stores/use-open-profile.ts";
import { applyFocusedFix, focusFinding } from "./finding-focus.ts";
import { turnTab } from "./profile-tab-focus.ts";
import type { ShortcutAction } from "./shortcuts.ts";

/**
 * What shortcuts and the host's menu do. The returned function tells whether it did anything: under a dialog nothing
 * happens but stopping, which is never too late.
 */
export function useActions(): (action: ShortcutAction) => boolean {
  const { stores } = useApp();
  const open = useOpenProfile();
  return useMemo(() => {
    const hasDocument = () => stores.document.getState().view !== null;
    const go = (screen: Screen | undefined) => {
      if (screen !== undefined && hasDocument()) {
        stores.navigation.getState().go(screen);
      }
    };
    const test = (kind: RunKind) => {
      if (hasDocument()) {
        stores.navigation.getState().go("test");
        stores.runs.getState().start(kind);
      }
    };
    const practice = () => {
      const { runningId, isStarting } = stores.runs.getState();
      if (hasDocument() && runningId === null && !isStarting) {
        stores.navigation.getState().go("test");
        stores.practice.getState().toggle();
      }
    };
    const compare = () => {
      if (hasDocument()) {
        stores.navigation.getState().go("test");
        stores.history.getState().openComparison();
      }
    };
    const actions: Readonly<Record<ShortcutAction, () => void>> = {
      "screen-1": () => go(screens[0]),
      "screen-2": () => go(screens[1]),
      "screen-3": () => go(screens[2]),
      "next-tab": () => turnTab(1),
      "previous-tab": () => turnTab(-1),
      open,
      search: () => document.querySelector<HTMLInputElement>("input[type=search]")?.focus(),
      undo: () => stores.document.getState().undo(),
      redo: () => stores.document.getState().redo(),
      "test-oidc": () => test("oidc"),
      "test-ropg": () => test("ropg"),
      "test-both": () => test("both"),
      stop: () => stores.runs.getState().stop(),
      practice,
      compare,
      explain: () => stores.navigation.getState().openDialog("explain"),
      "next-finding": () => focusFinding(1),
      "previous-finding": () => focusFinding(-1),
      "apply-fix": applyFocusedFix,
      keyboard: () => stores.navigation.getState().openDialog("keyboard"),
    };
    return (action) => {
      const isDone = action === "stop" ? stores.runs.getState().runningId !== null : !isDialogOpen();
      if (isDone) {
        actions[action]();
      }
      return isDone;
    };
  }, [stores, open]);
}

function isDialogOpen(): boolean {
  return document.querySelector(".dialog-shade") !== null;
}
