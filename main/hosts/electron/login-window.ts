import { randomUUID } from "node:crypto";
import { BrowserWindow, session } from "electron";
import type { SignIn } from "../../login/ports.ts";
import { loginTitle } from "./login-page.ts";
import { watchLogin } from "./login-watch.ts";
import { denyPermissions } from "./permissions.ts";
import { safeWebPreferences } from "./window-options.ts";

/**
 * Shows the provider's sign-in page as the login window of a Mac does: in a fresh session without cookies, extensions or
 * saved keys. The redirect URI is caught before anything is sent to it (`https://127.0.0.1/jamfconnect` has no server).
 *
 * @param parent the app's window, which the login window stays in front of
 */
export function createSignIn(parent: () => BrowserWindow | null): SignIn {
  return async (request) => {
    // Without the prefix `persist:` a partition lives in memory only; the name makes it a fresh one.
    const partition = session.fromPartition(`login-${randomUUID()}`, { cache: false });
    denyPermissions(partition);
    const window = openLoginWindow(partition, parent());
    try {
      return await watchLogin(window, request);
    } finally {
      if (!window.isDestroyed()) window.destroy();
      await partition.clearStorageData();
    }
  };
}

function openLoginWindow(partition: Electron.Session, parent: BrowserWindow | null): BrowserWindow {
  const window = new BrowserWindow({
    width: 520,
    height: 720,
    title: "Login",
    autoHideMenuBar: true,
    minimizable: false,
    fullscreenable: false,
    ...(parent === null ? {} : { parent }),
    // No preload: the provider's page gets nothing from us.
    webPreferences: { ...safeWebPreferences, session: partition },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: "deny" }));
  // The address belongs to us, not to the page.
  window.on("page-title-updated", (event) => event.preventDefault());
  window.webContents.on("did-navigate", (_event, url) => window.setTitle(loginTitle(url)));
  window.webContents.on("did-fail-load", (_event, _code, name, url, isMainFrame) => {
    // Electron shows an empty page for it, so the title has to say it.
    if (isMainFrame && !window.isDestroyed()) window.setTitle(`${loginTitle(url)} – ${name}`);
  });
  return window;
}
