import { join } from "node:path";
import { test as base, expect } from "playwright/test";
import { buildStandIn } from "../../electron-stand-in/build.ts";
import type { ChromiumCommand } from "../../electron-stand-in/chromium/process.ts";
import { LaunchedApp, launchApp, type RunningApp, startProcess } from "../../electron-stand-in/launch.ts";
import { findBrowser } from "../../support/find-browser.ts";
import { launchElectron, realElectron, startSecondElectron } from "./real-electron.ts";

export type { RunningApp };
export { expect };

/** What the specs run on; they need not know, but for the few that are about the difference. */
export const backing: "stand-in" | "electron" = realElectron === null ? "stand-in" : "electron";

const builtMain = join(import.meta.dirname, "../../../../dist/main/index.js");

type LaunchOptions = { readonly main?: string; readonly args?: readonly string[] };

type Fixtures = {
  /** Starts the built app as often as a test wants; everything it started has ended when the test has. */
  launch: (options?: LaunchOptions) => Promise<RunningApp>;
  /** An app that is started already. */
  app: RunningApp;
  /** Starts the app once more over the user data of a running one; gives back how that process ended. */
  startSecond: (first: RunningApp, args: readonly string[]) => Promise<number | null>;
};

type StandIn = { readonly chromium: ChromiumCommand; readonly register: string };

export const test = base.extend<Fixtures, { standIn: StandIn }>({
  standIn: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that the fixture needs no other
    async ({}, use, { parallelIndex }) => {
      const register = await buildStandIn(`worker-${parallelIndex}`);
      await use({ chromium: await findBrowser(), register });
    },
    { scope: "worker" },
  ],
  launch: async ({ standIn }, use, testInfo) => {
    const started: RunningApp[] = [];
    await use(async ({ main = builtMain, args = [] } = {}) => {
      const folder = testInfo.outputPath(`run-${started.length}`);
      const app =
        realElectron === null
          ? await launchApp({ main, args, folder, ...standIn })
          : await launchElectron(realElectron, main, args);
      started.push(app);
      return app;
    });
    for (const app of started.reverse()) {
      await app.close();
      // Whatever the process complains about is a fault, of the app or of the stand-in.
      if (app instanceof LaunchedApp) expect.soft(app.standardError).toBe("");
    }
  },
  app: async ({ launch }, use) => use(await launch()),
  startSecond: async ({ standIn }, use, testInfo) => {
    await use(async (first, args) => {
      if (realElectron !== null) return startSecondElectron(realElectron, builtMain, first, args);
      const { userData } = first;
      const folder = testInfo.outputPath("second");
      const second = await startProcess({ main: builtMain, args, folder, userData, ...standIn });
      const code = await second.untilExit();
      await second.close();
      return code;
    });
  },
});
