import { BrowserWindow, nativeTheme } from "electron";
import { startAddress } from "./address.ts";
import { keepOnOwnPages, type OpenOutside } from "./navigation.ts";
import { mainWindowOptions } from "./window-options.ts";

/**
 * Opens the app's window and starts to load the page into it. The window shows when the page has painted once.
 *
 * @param preload path of the built preload
 */
export function openMainWindow(preload: string, openOutside: OpenOutside): BrowserWindow {
  const window = new BrowserWindow(
    mainWindowOptions({ platform: process.platform, preload, dark: nativeTheme.shouldUseDarkColors }),
  );
  keepOnOwnPages(window.webContents, openOutside);
  window.once("ready-to-show", () => window.show());
  // A page that cannot be loaded is shown by Chromium as such; there is nothing more to say or to try.
  window.loadURL(startAddress).catch(() => window.show());
  return window;
}

/** Brings a window to the front, also from the dock. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
