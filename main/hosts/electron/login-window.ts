import { randomUUID } from "node:crypto";
import { app, BrowserWindow, screen, session } from "electron";
import type { SignInMethod } from "../../app/ports.ts";
import type { SignInRequest } from "../../login/ports.ts";
import { placeBeside } from "./beside.ts";
import { loginTitle } from "./login-page.ts";
import { watchLogin } from "./login-watch.ts";
import { denyPermissions } from "./permissions.ts";
import { bringToFront } from "./window.ts";
import { safeWebPreferences } from "./window-options.ts";

/** A person may have to find a phone first; milliseconds. */
const patienceMs = 10 * 60 * 1000;

const size = { width: 520, height: 720 } as const;

/**
 * Shows the provider's sign-in page as the login window of a Mac does: in a fresh session without cookies, extensions or
 * saved keys. The redirect URI is caught before anything is sent to it (`https://127.0.0.1/jamfconnect` has no server).
 *
 * @param parent the app's window, which the login window stands beside and stays in front of
 * @param announce called with the address that the window is about to show
 */
export function windowSignIn(
  parent: () => BrowserWindow | null,
  announce: (url: string) => void,
): SignInMethod {
  let shown: BrowserWindow | null = null;
  const signIn = async (request: SignInRequest) => {
    // Without the prefix `persist:` a partition lives in memory only; the name makes it a fresh one.
    const partition = session.fromPartition(`login-${randomUUID()}`, { cache: false });
    denyPermissions(partition);
    // A practice login stays on this machine, so no proxy has a part in it.
    if ((request.within ?? null) !== null) await partition.setProxy({ mode: "direct" });
    const window = openLoginWindow(partition, parent());
    shown = window;
    announce(request.authorizeUrl);
    try {
      return await watchLogin(window, request, patienceMs);
    } finally {
      shown = null;
      if (!window.isDestroyed()) window.destroy();
      await partition.clearStorageData();
    }
  };
  return {
    how: "window",
    via: "window",
    signIn,
    patienceMs,
    takePasted: () => null,
    show: () => {
      if (shown === null) return false;
      bringToFront(shown);
      return true;
    },
  };
}

function openLoginWindow(partition: Electron.Session, parent: BrowserWindow | null): BrowserWindow {
  const window = new BrowserWindow({
    ...size,
    ...(parent === null ? {} : placeBeside(parent.getBounds(), workArea(parent), size)),
    title: "Login",
    autoHideMenuBar: true,
    minimizable: false,
    fullscreenable: false,
    ...(parent === null ? {} : { parent }),
    // No preload: the provider's page gets nothing from us.
    webPreferences: { ...safeWebPreferences(app.isPackaged), session: partition },
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

/** The part of the parent's screen that is not taken by menu bar and dock. */
function workArea(parent: BrowserWindow): Electron.Rectangle {
  return screen.getDisplayMatching(parent.getBounds()).workArea;
}
