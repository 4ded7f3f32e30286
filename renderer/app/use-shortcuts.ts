import { useEffect } from "react";
import type { RunKind } from "../../preload/contract.ts";
import { type Screen, screens } from "../stores/navigation-store.ts";
import { useApp } from "./context.ts";
import { matchShortcut, type ShortcutAction } from "./shortcuts.ts";
import { useOpenProfile } from "./use-open-profile.ts";

/** Listens for the app's shortcuts while the window has the focus. */
export function useShortcuts(): void {
  const { stores } = useApp();
  const open = useOpenProfile();
  useEffect(() => {
    const go = (screen: Screen | undefined) => {
      if (screen !== undefined && stores.document.getState().view !== null) {
        stores.navigation.getState().go(screen);
      }
    };
    const test = (kind: RunKind) => {
      if (stores.document.getState().view !== null) {
        stores.navigation.getState().go("test");
        stores.runs.getState().start(kind);
      }
    };
    const actions: Readonly<Record<ShortcutAction, () => void>> = {
      "screen-1": () => go(screens[0]),
      "screen-2": () => go(screens[1]),
      "screen-3": () => go(screens[2]),
      open,
      search: () => document.querySelector<HTMLInputElement>("input[type=search]")?.focus(),
      undo: () => stores.document.getState().undo(),
      redo: () => stores.document.getState().redo(),
      "test-oidc": () => test("oidc"),
      "test-ropg": () => test("ropg"),
      "test-both": () => test("both"),
      stop: () => stores.runs.getState().stop(),
    };
    const listen = (event: KeyboardEvent) => {
      const action = event.defaultPrevented ? null : matchShortcut(event, isTyping(event.target));
      if (action === null || (action === "stop" && stores.runs.getState().runningId === null)) {
        return;
      }
      event.preventDefault();
      actions[action]();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [stores, open]);
}

/** True while the keys belong to a field: undo there is the field's own. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
