import { strict } from "../strict.ts";
import { electronUserAgent } from "../user-agent.ts";
import { StandInApp } from "./app.ts";
import { StandInIpcMain } from "./ipc-main.ts";
import { StandInClientRequest } from "./net-request.ts";
import { createScreen } from "./screen.ts";
import { Sessions } from "./session.ts";
import { createDialog, createShell, StandInMenu } from "./stubs.ts";
import { StandInWindow, Windows } from "./window.ts";
import type { World } from "./world.ts";

/** What `import … from "electron"` gives in the main process, as far as it is covered. */
export type ElectronModule = Pick<
  typeof Electron,
  | "app"
  | "BrowserWindow"
  | "dialog"
  | "ipcMain"
  | "Menu"
  | "nativeTheme"
  | "net"
  | "protocol"
  | "safeStorage"
  | "screen"
  | "session"
  | "shell"
>;

/** Builds the module and ties its parts together. */
export function createElectronModule(
  world: World,
  run: { readonly given: string; readonly userData: string },
): { readonly module: ElectronModule; readonly app: StandInApp; readonly windows: Windows } {
  const app = new StandInApp(run.given, run.userData, world.chromium);
  world.isReady = () => app.isReady();
  const parts = {
    name: app.getName(),
    version: app.getVersion(),
    electron: process.versions["electron"] ?? "",
  };
  world.userAgent = (chromium) => electronUserAgent(chromium, parts);
  const sessions = new Sessions(world);
  sessions.onCreated = (session) => app.emit("session-created", session);
  const ipcMain = new StandInIpcMain();
  const windows = new Windows(world, sessions, ipcMain);
  app.attach(windows);
  void connectTargets(world, windows);

  /** A function that is called with `new`: what comes back is the window as the app sees it. */
  class BrowserWindow {
    constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
      // biome-ignore lint/correctness/noConstructorReturn: the app has to get the object that throws for what is missing
      return new StandInWindow(windows, options).whole;
    }

    /** In no order that anybody may count on, as Electron: the newest first. */
    static getAllWindows(): Electron.BrowserWindow[] {
      return windows.open.map(({ whole }) => whole).reverse();
    }

    static fromId(id: number): Electron.BrowserWindow | null {
      return windows.open.find((window) => window.id === id)?.whole ?? null;
    }
  }

  const module: ElectronModule = {
    app: strict("app", app),
    BrowserWindow: strict("BrowserWindow", BrowserWindow),
    dialog: strict("dialog", createDialog()),
    ipcMain: strict("ipcMain", ipcMain),
    Menu: strict("Menu", StandInMenu),
    nativeTheme: strict("nativeTheme", { shouldUseDarkColors: false }),
    // As on a machine without a password manager: nothing is remembered.
    safeStorage: strict("safeStorage", {
      isAsyncEncryptionAvailable: async () => false,
      getSelectedStorageBackend: () => "basic_text",
    }),
    net: strict("net", {
      request: (options: Electron.ClientRequestConstructorOptions) =>
        strict("ClientRequest", new StandInClientRequest(options)),
    }),
    protocol: strict("protocol", sessions.earlyProtocol),
    screen: strict("screen", createScreen()),
    session: strict("session", sessions),
    shell: strict("shell", createShell()),
  };
  return { module, app, windows };
}

/** Chromium reports closed pages and pop-ups; they belong to windows. */
async function connectTargets(world: World, windows: Windows): Promise<void> {
  const chromium = await world.chromium;
  const ownerOf = async (targetId: string) => {
    for (const window of windows.open) if ((await window.contents.ready).targetId === targetId) return window;
    return null;
  };
  chromium.onClosed = (targetId) => void ownerOf(targetId).then((window) => window?.end());
  chromium.onPopup = (popup) =>
    void ownerOf(popup.openerId).then((window) => {
      if (window === null) chromium.closeTarget(popup.targetId);
      else window.contents.refusePopup(popup);
    });
}
