/**
 * Refuses every permission on one session. Electron grants by default
 * (https://www.electronjs.org/docs/latest/tutorial/security, item 5), so both the question and the check need an answer.
 */
export function denyPermissions(session: Electron.Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
  // Chromium would otherwise answer NTLM and Negotiate challenges with the signed-in person's own credentials.
  session.allowNTLMCredentialsForDomains("");
}

/** Does the same for every session that is ever made. */
export function denyPermissionsEverywhere(app: Electron.App): void {
  app.on("session-created", denyPermissions);
}
