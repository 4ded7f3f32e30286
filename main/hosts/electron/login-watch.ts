import { setTimeout as wait } from "node:timers/promises";
import type { SignInOutcome, SignInRequest } from "../../login/ports.ts";
import { answerOfRequest, decideLoginNavigation } from "./login-callback.ts";
import { findErrorLine, isSecondFactorRequest, readingWorld, readVisibleText } from "./login-page.ts";
import { mayVisitDuringLogin } from "./navigation-policy.ts";

/** Entra's pages draw themselves with scripts, so an error may appear a while after the document; 20 looks, 250 ms apart. */
const looks = 20;
const betweenLooks = 250;

type Leaving = { readonly url: string; readonly preventDefault: () => void };

/**
 * Loads the sign-in page into a fresh window and watches where it goes. Nothing is ever sent to the redirect URI: the
 * navigation to it is prevented where it carries the answer, and its request is cancelled where the answer is in the body.
 *
 * @param patienceMs how long the person may take, in milliseconds
 */
export function watchLogin(
  window: Electron.BrowserWindow,
  request: SignInRequest,
  patienceMs: number,
): Promise<SignInOutcome> {
  const { webContents: contents } = window;
  const within = request.within ?? null;
  return new Promise((resolve) => {
    let secondFactorSeen = false;
    let documents = 0;
    const finish = (outcome: SignInOutcome) => {
      documents += 1;
      clearTimeout(timer);
      request.signal.removeEventListener("abort", cancel);
      // Closing a window inside its own navigation event would pull the ground from under Chromium.
      setImmediate(resolve, outcome);
    };
    const cancel = () => finish({ kind: "closed" });
    const timer = setTimeout(() => finish({ kind: "timeout" }), patienceMs);
    const arrive = (url: string) =>
      finish({
        kind: "callback",
        url,
        // Not to have seen one proves nothing: another provider on the way may have asked.
        secondFactorSeen: secondFactorSeen ? true : null,
        sessionMayBeReused: false,
      });

    const judge = (leaving: Leaving) => {
      const decision = decideLoginNavigation(leaving.url, request.redirectUri);
      if (decision.kind === "wait-for-body") return;
      if (decision.kind === "visit" && mayVisitDuringLogin(leaving.url, within)) return;
      leaving.preventDefault();
      if (decision.kind === "answer") arrive(decision.url);
    };
    // Entra answers with a redirect; a page that sends its answer by script or form shows as the other event.
    contents.on("will-redirect", judge);
    contents.on("will-navigate", judge);
    contents.session.webRequest.onBeforeRequest({ urls: ["<all_urls>"] }, (details, callback) => {
      if (isSecondFactorRequest(details.url)) secondFactorSeen = true;
      const isCallback = decideLoginNavigation(details.url, request.redirectUri).kind !== "visit";
      callback({ cancel: isCallback || leavesPractice(details.url, within) });
      if (!isCallback || details.resourceType !== "mainFrame") return;
      arrive(answerOfRequest(details.url, bodyOf(details.uploadData), request.redirectUri));
    });

    contents.on("did-start-navigation", ({ isMainFrame }) => {
      if (isMainFrame) documents += 1;
    });
    contents.on("dom-ready", () => {
      const document = documents;
      void lookForError(contents, () => documents === document).then((text) => {
        if (text !== null && documents === document) finish({ kind: "error-page", text });
      });
    });
    window.on("closed", cancel);
    request.signal.addEventListener("abort", cancel, { once: true });
    if (request.signal.aborted) cancel();
    // A prevented navigation rejects here too; what else fails shows in the window, which stays until it is closed.
    window.loadURL(request.authorizeUrl).catch(() => undefined);
  });
}

/** What a page of the practice tenant loads has to come from it, too. */
function leavesPractice(address: string, within: string | null): boolean {
  return within !== null && /^(?:https?|wss?|ftp):/i.test(address) && !mayVisitDuringLogin(address, within);
}

/** The body of a request, as far as it was sent as bytes; null without one. */
function bodyOf(parts: readonly Electron.UploadData[] | undefined): string | null {
  if (parts === undefined || parts.length === 0) return null;
  return Buffer.concat(parts.map((part) => part.bytes ?? Buffer.alloc(0))).toString("utf8");
}

/** Looks at a document until it shows an error, has gone, or was looked at often enough. */
async function lookForError(contents: Electron.WebContents, isThere: () => boolean): Promise<string | null> {
  for (let look = 0; look < looks && isThere(); look += 1) {
    const line = await readErrorLine(contents);
    if (line !== null) return line;
    await wait(betweenLooks, undefined, { ref: false });
  }
  return null;
}

async function readErrorLine(contents: Electron.WebContents): Promise<string | null> {
  try {
    const scripts = [{ code: readVisibleText }];
    const text: unknown = await contents.executeJavaScriptInIsolatedWorld(readingWorld, scripts);
    return typeof text === "string" ? findErrorLine(text) : null;
  } catch {
    // The window has gone or moved on meanwhile; there is nothing to read any more.
    return null;
  }
}
