import { useEffect } from "react";
import { useApp } from "../stores/context.ts";
import { storeTyped } from "./store-typed.ts";

/** Keeps a tab or a window from closing over changes that are in no file. */
export function useLeaving(): void {
  const { host, stores, description } = useApp();
  const { canShowFileDialogs } = description.capabilities;
  useEffect(() => {
    if (canShowFileDialogs) {
      // The window asks the page, which has a dialog of its own.
      host.call("app.watchClosing", { canAsk: true });
      return () => {
        // A fault may have taken the page away: a window that waited for its answer would never close.
        host.call("app.watchClosing", { canAsk: false });
      };
    }
    const ask = (event: BeforeUnloadEvent) => {
      // What is still being typed goes to its draft at least.
      storeTyped();
      if (stores.saving.getState().wouldLose()) {
        event.preventDefault();
      }
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [host, stores, canShowFileDialogs]);
}
