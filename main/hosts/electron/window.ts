import { app, BrowserWindow, nativeTheme } from "electron";
import { startAddress } from "./address.ts";
import { showProblem } from "./dialogs.ts";
import { keepOnOwnPages, type OpenOutside } from "./navigation.ts";
import { mainWindowOptions } from "./window-options.ts";

/**
 * Opens the app's window and starts to load the page into it. The window shows when the page has painted once.
 *
 * @param preload path of the built preload
 */
export function openMainWindow(preload: string, openOutside: OpenOutside): BrowserWindow {
  const window = new BrowserWindow(
    mainWindowOptions({
      platform: process.platform,
      preload,
      dark: nativeTheme.shouldUseDarkColors,
      isPackaged: app.isPackaged,
    }),
  );
  keepOnOwnPages(window.webContents, openOutside);
  recoverFromCrash(window);
  window.once("ready-to-show", () => window.show());
  // An empty window is better than none: it can be closed, and its menu works.
  window.webContents.once("did-fail-load", () => window.show());
  // Rejects too while a person closes the window before its page is there; to show it then crashes Electron.
  window.loadURL(startAddress).catch(() => undefined);
  return window;
}

/** A page that has crashed would leave an empty window; what it showed lives in main and is there after a reload. */
function recoverFromCrash(window: BrowserWindow): void {
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit") return;
    const problem = {
      code: "page-gone",
      title: "The page of this window has stopped.",
      detail: `The system says ${reason}. The open profile and your changes are kept.`,
      fix: "Close this message and the page loads again.",
    };
    void showProblem(problem).then(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    });
  });
}

/** Brings a window to the front, also from the dock. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
