import { join } from "node:path";
import { type ChromiumCommand, startChromium } from "./chromium/process.ts";
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

const chromium = startChromium(run.chromium, join(run.folder, "chromium"));
// Also where the process ends before Chromium was ready, as a second instance does.
process.on("exit", chromium.kill);
const host = chromium.endpoint.then((endpoint) => ChromiumHost.attach(endpoint));
host.catch((error: unknown) => {
  process.stderr.write(`stand-in: ${String(error)}\n`);
  process.exit(1);
});

const world = createWorld(host);
const { module, windows } = createElectronModule(world, {
  mainFile: process.argv[1] ?? "",
  userData: run.userData,
});
serveTest(module, windows, chromium);

export const {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  protocol,
  screen,
  session,
  shell,
} = module;
export default module;
