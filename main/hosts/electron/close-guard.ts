import type { BrowserWindow } from "electron";
import type { HostPorts } from "../../app/ports.ts";

/** Lets a window close, and the app end, when the page has nothing to ask about any more. */
export type CloseGuard = NonNullable<HostPorts["closing"]> & {
  /** Watches a new window. */
  readonly guard: (window: BrowserWindow) => void;
};

/**
 * The question about unsaved changes is the page's own dialog. So a window that is asked to close waits for its page, where that is
 * there to answer: not while it loads, not after it has crashed, not while it hangs. Changes are in their draft then.
 *
 * @param parts.hasDocument whether there is anything that the page could have to ask about
 */
export function createCloseGuard(parts: {
  readonly app: Pick<Electron.App, "on" | "quit">;
  readonly hasDocument: () => boolean;
  readonly ask: (isQuitting: boolean) => void;
}): CloseGuard {
  let window: BrowserWindow | null = null;
  let isPageThere = false;
  let mayClose = false;
  let isQuitting = false;
  parts.app.on("before-quit", () => {
    isQuitting = true;
  });
  const pageIsThere = (isThere: boolean) => () => {
    isPageThere = isThere;
  };
  return {
    pageAnswers: pageIsThere(true),
    answer: (close) => {
      if (!close) {
        isQuitting = false;
        return;
      }
      mayClose = true;
      if (isQuitting) parts.app.quit();
      else window?.close();
    },
    guard: (opened) => {
      window = opened;
      isPageThere = false;
      mayClose = false;
      opened.webContents.on("did-start-loading", pageIsThere(false));
      opened.webContents.on("render-process-gone", pageIsThere(false));
      opened.on("unresponsive", pageIsThere(false));
      opened.on("responsive", pageIsThere(true));
      opened.on("close", (event) => {
        if (mayClose || !isPageThere || !parts.hasDocument()) return;
        event.preventDefault();
        parts.ask(isQuitting);
      });
      opened.on("closed", () => {
        window = null;
      });
    },
  };
}
