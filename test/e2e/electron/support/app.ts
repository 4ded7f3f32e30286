import { existsSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect } from "playwright/test";
import { buildStandIn, registerFile } from "../../electron-stand-in/build.ts";
import type { ChromiumCommand } from "../../electron-stand-in/chromium/process.ts";
import { type LaunchedApp, launchApp } from "../../electron-stand-in/launch.ts";
import { findBrowser } from "../../support/find-browser.ts";

export type { LaunchedApp };
export { expect };

const root = join(import.meta.dirname, "../../../..");
const builtMain = join(root, "dist/main/index.js");

type Launch = (options?: {
  readonly main?: string;
  readonly args?: readonly string[];
}) => Promise<LaunchedApp>;

/**
 * `launch` starts the built app on the stand-in, as often as a test wants; everything it started has ended when the test
 * has. `app` is one that is already started.
 */
export const test = base.extend<
  { launch: Launch; app: LaunchedApp },
  { standIn: { readonly chromium: ChromiumCommand } }
>({
  standIn: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that the fixture needs no other
    async ({}, use) => {
      if (!existsSync(registerFile)) await buildStandIn();
      await use({ chromium: await findBrowser() });
    },
    { scope: "worker" },
  ],
  launch: async ({ standIn }, use, testInfo) => {
    const started: LaunchedApp[] = [];
    await use(async ({ main = builtMain, args = [] } = {}) => {
      const folder = testInfo.outputPath(`run-${started.length}`);
      const app = await launchApp({ main, args, chromium: standIn.chromium, folder });
      started.push(app);
      return app;
    });
    for (const app of started) await app.close();
  },
  app: async ({ launch }, use) => use(await launch()),
});
