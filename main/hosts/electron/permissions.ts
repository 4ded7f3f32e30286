import { isOwnAddress } from "./address.ts";

/** Decides about a permission that somebody at `origin` asks for. */
type Decide = (permission: string, origin: string) => boolean;

/**
 * Refuses every permission on one session. Electron grants by default
 * (https://www.electronjs.org/docs/latest/tutorial/security, item 5), so both the question and the check need an answer.
 */
export function denyPermissions(session: Electron.Session): void {
  decidePermissions(session, () => false);
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
  // Chromium would otherwise answer NTLM and Negotiate challenges with the signed-in person's own credentials.
  session.allowNTLMCredentialsForDomains("");
}

/** Does the same for every session that is ever made. */
export function denyPermissionsEverywhere(app: Electron.App): void {
  app.on("session-created", denyPermissions);
}

/** The one exception: our own page may put text on the clipboard, which its Copy buttons do. Reading stays refused. */
export function allowCopying(session: Electron.Session): void {
  decidePermissions(session, mayCopy);
}

/** True for plain writing to the clipboard by our own page. */
export function mayCopy(permission: string, origin: string): boolean {
  return permission === "clipboard-sanitized-write" && isOwnAddress(origin);
}

function decidePermissions(session: Electron.Session, decide: Decide): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(decide(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => decide(permission, origin));
}
