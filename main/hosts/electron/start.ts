import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { app, type BrowserWindow, ipcMain, Menu, protocol, session, shell } from "electron";
import { createFileHandles } from "../../app/files/file-handles.ts";
import { protectState } from "../../app/history/state-folder.ts";
import type { HostPorts } from "../../app/ports.ts";
import type { Result } from "../../core/problem.ts";
import { isLogName } from "../../files/log-name.ts";
import { fileAt, type SourceFile } from "../../files/source-file.ts";
import { createCloseGuard } from "./close-guard.ts";
import { giveByPath, mostFiles } from "./given-files.ts";
import { createHandedFiles } from "./handed-files.ts";
import { type Answer, announce, registerCalls, registerFiles } from "./ipc.ts";
import { menuTemplate } from "./menu.ts";
import { createAwaitedPage, createOpenOutside, guardEveryContents } from "./navigation.ts";
import { allowCopying, denyPermissionsEverywhere } from "./permissions.ts";
import { createPorts } from "./ports.ts";
import { refuseSwitches } from "./refused-switches.ts";
import { registerScheme, serveRenderer } from "./scheme.ts";
import { fileAmong, isOnlyInstance } from "./single-instance.ts";
import { bringToFront, openMainWindow } from "./window.ts";

/** The application behind the contract. */
export type Application = {
  readonly call: Answer;
  readonly openFile: (file: SourceFile) => Promise<Result<unknown>>;
  readonly hasDocument: () => boolean;
  readonly dispose: () => Promise<void>;
};

/**
 * Runs Latchkey in Electron. Everything that has to come before the app is ready is done before this returns, because
 * Electron does not wait for a main file that is an ES module and awaits something.
 *
 * @param built folder that holds `main`, `preload` and `renderer` as they were built
 * @param createApplication builds the application over what this host offers
 */
export function startElectronHost(built: string, createApplication: (ports: HostPorts) => Application): void {
  const refusal = refuseSwitches(app);
  if (refusal !== null) {
    process.stderr.write(`${refusal}\n`);
    app.exit(2);
    return;
  }
  let window: BrowserWindow | null = null;
  let application: Application | null = null;
  const signInPage = createAwaitedPage();
  const openOutside = createOpenOutside(shell, signInPage.current);
  const closing = createCloseGuard({
    app,
    hasDocument: () => application?.hasDocument() ?? false,
    ask: (isQuitting) => announce(window, "app.closing", { isQuitting }),
    onPage: () => handed.openWaiting(),
  });

  const openWindow = () => {
    const opened = openMainWindow(join(built, "preload", "electron.cjs"), openOutside);
    opened.on("closed", () => {
      window = null;
    });
    closing.guard(opened);
    window = opened;
  };
  const handed = createHandedFiles({
    waiting: fileAmong(process.argv, process.cwd()),
    open: async (path) => {
      // The page takes a log up, so it has to be there; a profile can be open before.
      if (isLogName(path) && !closing.hasPage()) return false;
      return (await application?.openFile(fileAt(path)))?.ok ?? false;
    },
    isReady: () => application !== null,
    hasPage: closing.hasPage,
    hasWindow: () => window !== null,
    openWindow,
  });
  const onSecond = (argv: readonly string[], folder: string) => {
    const path = fileAmong(argv, folder);
    if (path !== null) handed.open(path);
    if (window !== null) bringToFront(window);
  };

  if (!isOnlyInstance(app, onSecond)) {
    app.quit();
    return;
  }
  app.enableSandbox();
  registerScheme(protocol);
  denyPermissionsEverywhere(app);
  guardEveryContents(app);
  app.on("open-file", (event, path) => {
    event.preventDefault();
    handed.open(path);
  });
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") app.quit();
  });

  app.whenReady().then(() => {
    app.setAppUserModelId("io.github.latchkey");
    serveRenderer(session.defaultSession, join(built, "renderer"));
    allowCopying(session.defaultSession);
    void protectState(app.getPath("userData"));
    const files = createFileHandles(mostFiles, randomUUID);
    const ports = createPorts(app.getVersion(), files, () => window, closing);
    const started = createApplication({ ...ports, signInAwaited: signInPage.await });
    application = started;
    registerCalls(ipcMain, started.call);
    registerFiles(ipcMain, (path) => giveByPath(files, path));
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({
          platform: process.platform,
          announce: (command) => announce(window, "app.command", { command }),
          editText: (command) => window?.webContents[command](),
          openOutside,
        }),
      ),
    );
    app.on("activate", () => {
      if (window === null) openWindow();
    });
    // What is on its way to the disk gets there; the app ends by itself then.
    app.on("will-quit", (event) => {
      event.preventDefault();
      void started.dispose().finally(() => app.exit(0));
    });
    // Nothing is open that would have to be asked about: the first window shows the file at once.
    handed.openWaiting();
    openWindow();
  });
}
