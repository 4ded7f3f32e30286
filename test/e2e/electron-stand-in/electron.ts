import { join } from "node:path";
import type { ChromiumCommand } from "./chromium/process.ts";
import { ChromiumHost } from "./main/chromium-host.ts";
import { serveTest } from "./main/control.ts";
import { createElectronModule } from "./main/electron-module.ts";
import { createWorld } from "./main/world.ts";

/** What the launcher says about this run; in the environment, because a process has nothing else before its first module. */
const run = JSON.parse(process.env["ELECTRON_STAND_IN"] ?? "null") as {
  readonly chromium: ChromiumCommand;
  readonly folder: string;
  /** Shared by two runs that are to meet as first and second instance. */
  readonly userData: string;
};

const chromium = ChromiumHost.start(run.chromium, join(run.folder, "chromium"));
const started: { host: ChromiumHost | null } = { host: null };
chromium.then(
  (host) => {
    started.host = host;
  },
  (error: unknown) => {
    process.stderr.write(`stand-in: ${String(error)}\n`);
    process.exit(1);
  },
);
const stop = () => started.host?.stop();
process.on("exit", stop);

const world = createWorld(chromium);
const { module, windows } = createElectronModule(world, {
  mainFile: process.argv[1] ?? "",
  userData: run.userData,
  stop,
});
serveTest(module, world, windows, stop);

export const { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, net, protocol, session, shell } =
  module;
export default module;
