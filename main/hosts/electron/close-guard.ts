import type { BrowserWindow } from "electron";
import type { HostPorts } from "../../app/ports.ts";

/** Lets a window close, and the app end, when the page has nothing to ask about any more. */
export type CloseGuard = NonNullable<HostPorts["closing"]> & {
  /** Whether a page is there that can ask and tell. */
  readonly hasPage: () => boolean;
  /** Watches a new window. */
  readonly guard: (window: BrowserWindow) => void;
};

/**
 * The question about unsaved changes is the page's own dialog. So a window that is asked to close waits for its page, where that is
 * there to answer: not while it loads, not after it or its process has crashed, not while it hangs. Changes are in their draft then.
 *
 * @param parts.hasDocument whether there is anything that the page could have to ask about
 * @param parts.onPage called when a page is there to ask
 */
export function createCloseGuard(parts: {
  readonly app: Pick<Electron.App, "on" | "quit">;
  readonly hasDocument: () => boolean;
  readonly ask: (isQuitting: boolean) => void;
  readonly onPage: () => void;
}): CloseGuard {
  let window: BrowserWindow | null = null;
  let canPageAsk = false;
  let isHanging = false;
  let mayClose = false;
  let isQuitting = false;
  parts.app.on("before-quit", () => {
    isQuitting = true;
  });
  const pageIsGone = () => {
    canPageAsk = false;
    isHanging = false;
  };
  const hangs = (is: boolean) => () => {
    isHanging = is;
  };
  return {
    pageCanAsk: (can) => {
      canPageAsk = can;
      if (can) parts.onPage();
    },
    answer: (close) => {
      if (!close) {
        isQuitting = false;
        return;
      }
      mayClose = true;
      if (isQuitting) parts.app.quit();
      else window?.close();
    },
    hasPage: () => canPageAsk && !isHanging,
    guard: (opened) => {
      window = opened;
      pageIsGone();
      mayClose = false;
      opened.webContents.on("did-start-loading", pageIsGone);
      opened.webContents.on("render-process-gone", pageIsGone);
      opened.on("unresponsive", hangs(true));
      opened.on("responsive", hangs(false));
      opened.on("close", (event) => {
        if (mayClose || !canPageAsk || isHanging || !parts.hasDocument()) return;
        event.preventDefault();
        parts.ask(isQuitting);
      });
      opened.on("closed", () => {
        window = null;
      });
    },
  };
}
