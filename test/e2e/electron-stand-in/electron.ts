import { ChromiumHost } from "./main/chromium-host.ts";
import { serveTest } from "./main/control.ts";
import { createElectronModule } from "./main/electron-module.ts";
import { createWorld } from "./main/world.ts";

/** What the launcher says about this run; in the environment, because a process has nothing else before its first module. */
const run = JSON.parse(process.env["ELECTRON_STAND_IN"] ?? "null") as {
  /** The Chromium behind the windows; other runs have been, or are, in it too. */
  readonly endpoint: string;
  /** Shared by two runs that are to meet as first and second instance. */
  readonly userData: string;
};

const host = ChromiumHost.attach(run.endpoint);
host.catch((error: unknown) => {
  process.stderr.write(`stand-in: ${String(error)}\n`);
  process.exit(1);
});

const world = createWorld(host);
const { module, windows } = createElectronModule(world, {
  given: process.argv[1] ?? "",
  userData: run.userData,
});
serveTest(module, windows);

export const {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
} = module;
export default module;
