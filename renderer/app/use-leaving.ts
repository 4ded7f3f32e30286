import { useEffect } from "react";
import { useApp } from "../stores/context.ts";

/** Keeps a tab or a window from closing over changes that are in no file. */
export function useLeaving(): void {
  const { host, stores, description } = useApp();
  const { canShowFileDialogs } = description.capabilities;
  useEffect(() => {
    if (canShowFileDialogs) {
      // The window asks the page, which has a dialog of its own.
      host.call("app.watchClosing", {});
      return undefined;
    }
    const ask = (event: BeforeUnloadEvent) => {
      if (stores.document.getState().view?.unsaved === true) {
        event.preventDefault();
      }
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [host, stores, canShowFileDialogs]);
}
