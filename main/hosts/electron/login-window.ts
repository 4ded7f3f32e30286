import { randomUUID } from "node:crypto";
import { BrowserWindow, session } from "electron";
import type { SignIn, SignInOutcome, SignInRequest } from "../../login/ports.ts";
import { answerOfRequest, decideLoginNavigation } from "./login-callback.ts";
import {
  findErrorLine,
  isSecondFactorRequest,
  loginTitle,
  readingWorld,
  readVisibleText,
} from "./login-page.ts";
import { mayVisitDuringLogin } from "./navigation-policy.ts";
import { denyPermissions } from "./permissions.ts";
import { safeWebPreferences } from "./window-options.ts";

/** A person may have to find a phone first. */
const patience = 10 * 60 * 1000;

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
      return await watch(window, partition, request);
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
  return window;
}

function watch(
  window: BrowserWindow,
  partition: Electron.Session,
  request: SignInRequest,
): Promise<SignInOutcome> {
  return new Promise((resolve) => {
    let secondFactorSeen = false;
    const timer = setTimeout(() => finish({ kind: "timeout" }), patience);
    const finish = (outcome: SignInOutcome) => {
      clearTimeout(timer);
      request.signal.removeEventListener("abort", cancel);
      // Closing a window inside its own navigation event would pull the ground from under Chromium.
      setImmediate(resolve, outcome);
    };
    const cancel = () => finish({ kind: "closed" });
    const arrive = (url: string) =>
      finish({
        kind: "callback",
        url,
        secondFactorSeen: secondFactorSeen ? true : null,
        sessionMayBeReused: false,
      });

    const judge = (leaving: { readonly url: string; readonly preventDefault: () => void }) => {
      const decision = decideLoginNavigation(leaving.url, request.redirectUri);
      if (decision.kind === "wait-for-body") return;
      if (decision.kind === "visit" && mayVisitDuringLogin(leaving.url)) return;
      leaving.preventDefault();
      if (decision.kind === "answer") arrive(decision.url);
    };
    // Entra answers with a redirect; a page that sends its answer by script or form shows as the other event.
    window.webContents.on("will-redirect", judge);
    window.webContents.on("will-navigate", judge);
    partition.webRequest.onBeforeRequest({ urls: ["<all_urls>"] }, (details, callback) => {
      if (isSecondFactorRequest(details.url)) secondFactorSeen = true;
      const isCallback = decideLoginNavigation(details.url, request.redirectUri).kind !== "visit";
      callback({ cancel: isCallback });
      if (!isCallback || details.resourceType !== "mainFrame") return;
      arrive(answerOfRequest(details.url, bodyOf(details.uploadData), request.redirectUri));
    });
    window.webContents.on("did-finish-load", () => {
      readErrorLine(window.webContents).then((text) => {
        if (text !== null) finish({ kind: "error-page", text });
      });
    });
    window.on("closed", cancel);
    request.signal.addEventListener("abort", cancel, { once: true });
    if (request.signal.aborted) cancel();
    // A refused navigation rejects here, and so does a provider that cannot be reached: that page stays open, since it
    // says what is wrong, until the person closes it.
    window.loadURL(request.authorizeUrl).catch(() => undefined);
  });
}

/** The body of a request, as far as it was sent as bytes; null without one. */
function bodyOf(parts: readonly Electron.UploadData[] | undefined): string | null {
  if (parts === undefined || parts.length === 0) return null;
  return Buffer.concat(parts.map((part) => part.bytes ?? Buffer.alloc(0))).toString("utf8");
}

async function readErrorLine(contents: Electron.WebContents): Promise<string | null> {
  try {
    const text: unknown = await contents.executeJavaScriptInIsolatedWorld(readingWorld, [
      { code: readVisibleText },
    ]);
    return typeof text === "string" ? findErrorLine(text) : null;
  } catch {
    // The window has gone or moved on meanwhile; there is nothing to read any more.
    return null;
  }
}
