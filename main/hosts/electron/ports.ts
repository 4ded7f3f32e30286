import { randomUUID } from "node:crypto";
import { app, type BrowserWindow, net, safeStorage, session, shell } from "electron";
import { createKeptRuns } from "../../app/history/kept-runs.ts";
import { keptRunsFolder } from "../../app/history/state-folder.ts";
import type { HostPorts } from "../../app/ports.ts";
import { browserSignIn } from "../../app/runs/browser-sign-in.ts";
import { refuseWithoutTlsChecks } from "../../core/oidc/tls-checks.ts";
import { guardedFetch } from "../../network/door.ts";
import { hasNetwork } from "../../network/online.ts";
import { keychainHere } from "../../signing/keychain/security-tool.ts";
import { chooseProfile, saveFile } from "./dialogs.ts";
import { announce } from "./ipc.ts";
import { windowSignIn } from "./login-window.ts";
import { createOpenSignIn } from "./navigation.ts";
import { createFetch } from "./network.ts";
import { denyPermissions } from "./permissions.ts";
import { createSecretStore } from "./secret-store.ts";

/**
 * What the application session gets from Electron. Called once the app is ready.
 *
 * @param files what the page has given
 * @param mainWindow the app's window, null while there is none
 * @param closing the window that waits for its page before it closes
 */
export function createPorts(
  version: string,
  files: HostPorts["files"],
  mainWindow: () => BrowserWindow | null,
  closing: HostPorts["closing"],
): HostPorts {
  const open = createOpenSignIn(shell);
  return {
    version,
    host: "app window",
    capabilities: {
      canOpenLoginWindow: true,
      canShowFileDialogs: true,
      canSignWithKeychain: process.platform === "darwin",
      drawsWindowButtons: process.platform === "darwin",
    },
    files,
    chooseProfile: () => chooseProfile(mainWindow()),
    saveFile: (suggestedName, bytes) => saveFile(mainWindow(), suggestedName, bytes),
    signInMethod: (via, redirectUri, announce) =>
      via === "window" ? windowSignIn(mainWindow, announce) : browserSignIn({ redirectUri, announce, open }),
    emit: (name, payload) => announce(mainWindow(), name, payload),
    stateFolder: app.getPath("userData"),
    ...(closing === undefined ? {} : { closing }),
    keptRuns: createKeptRuns(keptRunsFolder(app.getPath("userData"))),
    secretStore: createSecretStore(safeStorage, app.getPath("userData")),
    ...keychainHere(),
    fetch: guardedFetch(
      createFetch((options) => net.request(options), {
        outside: requestSession(),
        thisMachine: directSession(),
      }),
      () => refuseWithoutTlsChecks(process.env, (name) => app.commandLine.hasSwitch(name)),
    ),
    isOnline: () => hasNetwork(),
    now: () => Date.now(),
    newUuid: () => randomUUID().toUpperCase(),
  };
}

/** A session of its own, so nothing is shared with any window. */
function requestSession(): Electron.Session {
  const requests = session.fromPartition(`requests-${randomUUID()}`, { cache: false });
  denyPermissions(requests);
  return requests;
}

/** For this machine: no proxy, whatever the system or a switch says about loopback. Made when it is first wanted. */
function directSession(): () => Promise<Electron.Session> {
  let ready: Promise<Electron.Session> | null = null;
  const create = async () => {
    const requests = requestSession();
    await requests.setProxy({ mode: "direct" });
    return requests;
  };
  return () => {
    ready ??= create();
    return ready;
  };
}
