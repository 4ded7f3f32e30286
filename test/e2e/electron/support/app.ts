import { join } from "node:path";
import { test as base, expect } from "playwright/test";
import { buildStandIn } from "../../electron-stand-in/build.ts";
import type { ChromiumCommand } from "../../electron-stand-in/chromium/process.ts";
import { type LaunchedApp, launchApp, startProcess } from "../../electron-stand-in/launch.ts";
import { findBrowser } from "../../support/find-browser.ts";

export type { LaunchedApp };
export { expect };

const root = join(import.meta.dirname, "../../../..");
const builtMain = join(root, "dist/main/index.js");

type LaunchOptions = {
  readonly main?: string;
  readonly args?: readonly string[];
  /** An app that runs already; this one becomes its second instance, and nobody attaches to it. */
  readonly secondOf?: LaunchedApp;
};

type Launch = (options?: LaunchOptions) => Promise<LaunchedApp>;

type StandIn = { readonly chromium: ChromiumCommand; readonly register: string };

/**
 * `launch` starts the built app on the stand-in, as often as a test wants; everything it started has ended when the test
 * has. `app` is one that is already started.
 */
export const test = base.extend<{ launch: Launch; app: LaunchedApp }, { standIn: StandIn }>({
  standIn: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that the fixture needs no other
    async ({}, use, { parallelIndex }) => {
      const register = await buildStandIn(`worker-${parallelIndex}`);
      await use({ chromium: await findBrowser(), register });
    },
    { scope: "worker" },
  ],
  launch: async ({ standIn }, use, testInfo) => {
    const started: LaunchedApp[] = [];
    await use(async ({ main = builtMain, args = [], secondOf } = {}) => {
      const folder = testInfo.outputPath(`run-${started.length}`);
      const options = { main, args, folder, ...standIn };
      const app =
        secondOf === undefined
          ? await launchApp(options)
          : await startProcess({ ...options, userData: secondOf.userData });
      started.push(app);
      return app;
    });
    for (const app of started.reverse()) {
      await app.close();
      // Whatever the process complains about is a fault, of the app or of the stand-in.
      expect.soft(app.standardError).toBe("");
    }
  },
  app: async ({ launch }, use) => use(await launch()),
});
